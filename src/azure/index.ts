import type { Entry } from "./entry";
import { type AzureType, type Judged, type Known, NOT_READ, type None, type NotRead } from "./type";
import { SERVICES } from "./types";

export * from "./type";

const inWords = (type: string) => type.replace(/^azurerm_/, "").replaceAll("_", " ");

function collect(services: readonly Readonly<Record<string, Entry>>[]): ReadonlyMap<string, AzureType> {
  const found = new Map<string, AzureType>();
  for (const service of services)
    for (const [type, entry] of Object.entries(service)) {
      if (found.has(type)) throw new Error(`${type} must stand in one file of src/azure/types, got two`);
      found.set(type, { noun: inWords(type), ...entry, type });
    }
  return found;
}

const ALL = collect(Object.values(SERVICES));

/**
 * What is known of a resource type by hand; what azurerm's own schema tells is in `./schema`.
 *
 * @param type with the prefix, for example `azurerm_storage_account`
 * @returns `undefined` for a type that is not azurerm's, or newer than what was read here
 */
export function azureType(type: string): AzureType | undefined {
  return ALL.get(type);
}

const SORTED = [...ALL.values()].sort((a, b) => (a.type < b.type ? -1 : 1));

/** How findings call one of a type: `storage account`. */
export function nounOf(type: string): string {
  return ALL.get(type)?.noun ?? inWords(type);
}

/** Every type that is known, by name. */
export function azureTypes(): readonly AzureType[] {
  return SORTED;
}

/** What a column holds where it holds an answer. */
export type Fact<K extends keyof AzureType> = K extends keyof Judged ? Answered<Judged[K]> : NonNullable<AzureType[K]>;
type Answered<T> = Exclude<T, None | NotRead>;

/** The answer to a judged question; `undefined` for "none" and for "not read". */
export function answer<T>(known: Known<T> | undefined): T | undefined {
  if (known === undefined || known === NOT_READ) return undefined;
  return typeof known === "object" && known !== null && "none" in known ? undefined : (known as T);
}

/** One fact of a type, where there is one. */
export function factOf<K extends keyof AzureType>(type: string, column: K): Fact<K> | undefined {
  return answer(ALL.get(type)?.[column] as Known<Fact<K>> | undefined);
}

/** Many rules ask the same, and there are a thousand types. */
const BY_COLUMN = new Map<keyof AzureType, readonly (readonly [type: string, fact: unknown])[]>();

/** The types of which a column says something, with what it says, by name. */
export function typesWith<K extends keyof AzureType>(column: K): readonly (readonly [type: string, fact: Fact<K>])[] {
  const known = BY_COLUMN.get(column);
  if (known) return known as readonly (readonly [string, Fact<K>])[];
  const found: (readonly [string, Fact<K>])[] = [];
  for (const { type } of SORTED) {
    const fact = factOf(type, column);
    if (fact !== undefined) found.push([type, fact]);
  }
  BY_COLUMN.set(column, found);
  return found;
}

/** The types in which programs of a product run: its apps, its jobs, or sites of App Service. */
export function typesThatRun(what: Fact<"runs">): readonly string[] {
  return typesWith("runs").flatMap(([type, runs]) => (runs === what ? [type] : []));
}
