import type { EnvironmentConfig } from "../config/schema";

/** One line of the record of processing: what a store holds and why it may. */
export interface DataMapRow {
  readonly store: string;
  readonly type: string;
  readonly categories: readonly string[];
  readonly purpose: string;
  /** Lawful basis under article 6 of the GDPR. */
  readonly basis: string;
  /** Special categories of article 9 and criminal records, each with its basis. */
  readonly special?:
    | readonly { readonly kind: string; readonly basis: string; readonly law?: string | undefined }[]
    | undefined;
  /** Why words that look like a special category are none. */
  readonly notSpecial?: string | undefined;
  readonly keep: string;
  /** Services whose identity may read or write it, sorted. */
  readonly usedBy: readonly string[];
}

/** The data map of an environment: who is responsible, and one row per store. */
export interface DataMap {
  readonly role: string;
  /** Where people ask about their data. */
  readonly contact: string;
  readonly rows: readonly DataMapRow[];
}

/** The data map that a config declares; absent at POC, whose data is synthetic. */
export function dataMap(config: EnvironmentConfig): DataMap | undefined {
  if (config.stage === "poc") return undefined;
  const rows = Object.entries(config.stores ?? {}).map(([store, { type, data }]) => ({
    store,
    type,
    ...data,
    usedBy: Object.entries(config.services)
      .filter(([, service]) => service.uses?.includes(store))
      .map(([name]) => name)
      .sort(),
  }));
  return { ...config.privacy, rows };
}
