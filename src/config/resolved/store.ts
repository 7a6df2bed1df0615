import type { Stance } from "../../stages/stances";
import type { EnvironmentConfig } from "../schema";

/** A database with every setting decided. */
export interface ResolvedDatabase {
  readonly type: "postgresql";
  readonly name: string;
  readonly version: string;
  readonly sku: string;
  readonly storageGb: number;
  readonly backupDays: number;
  /** Image of the migration job; absent when the config declares none. */
  readonly migrations?: string;
}

/** A store with every setting decided. */
export type ResolvedStore =
  | ResolvedDatabase
  | { readonly type: "blobs"; readonly name: string; readonly softDeleteDays: number }
  | { readonly type: "queue"; readonly name: string };

type StoreConfig = NonNullable<EnvironmentConfig["stores"]>[string];

/** Decides what a store leaves open. */
export function resolveStore(name: string, store: StoreConfig, { storage, database }: Stance): ResolvedStore {
  if (store.type === "queue") return { type: "queue", name };
  if (store.type === "blobs")
    return { type: "blobs", name, softDeleteDays: store.softDeleteDays ?? storage.softDeleteDays };
  const { version = "17", sku = database.defaultSku, storageGb = 32, migrations } = store;
  const backupDays = store.backupDays ?? database.backupDays;
  return { type: "postgresql", name, version, sku, storageGb, backupDays, migrations };
}
