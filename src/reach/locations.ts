import { factOf, type PairedCopy } from "../azure";
import { geographyOf, normalLocation, REGIONS, region, vaultCopyOf } from "../azure/regions";
import { UNKNOWN } from "../plan/reference";
import type { Part, Resource } from "../plan/resource";
import { wholeOf } from "../plan/whole";

/** One copy of data that leaves its region. */
export interface Copy {
  readonly path: string;
  /** Region or geography of the copy; `undefined` when it is not known. */
  readonly to: string | undefined;
  readonly says: string;
  /** Why it is not known. @default that it is not before apply */
  readonly doubt?: string;
  /** Whether the residency decision lets the copy be; `undefined` when it is not known. */
  allows(residency: readonly string[]): boolean | undefined;
}

function copy(path: string, to: string | undefined, what: string): Copy {
  return {
    path,
    to,
    says: `${what} to ${to ?? "a region that is not known"}.`,
    allows: (residency) => (to === undefined ? undefined : residency.includes(to)),
  };
}

const inside = (geography: string | undefined) => (residency: readonly string[]) =>
  residency.some((one) => region(one)?.geography === geography);

/** Key Vault copies itself without asking, and never out of the geography: the copy counts as home where that is allowed. */
function platformCopy(path: string, to: string): Copy {
  return { ...copy(path, to, "The platform copies it"), allows: inside(region(to)?.geography) };
}

/** The copy in the pair of a region that the plan does not show: no decision without a pair in it lets that be. */
function copyInSomePair(path: string): Copy {
  return {
    path,
    to: undefined,
    says: "It is copied to the region that is paired with its own.",
    doubt: "It is copied to the region that is paired with its own, and in which it is the plan does not show.",
    allows: (residency) =>
      REGIONS.some(({ name, pair }) => residency.includes(name) && pair && residency.includes(pair))
        ? undefined
        : false,
  };
}

function* pairedCopies(resource: Resource, { path, values, unless }: PairedCopy): Generator<Copy> {
  if (unless?.values.includes(resource.value(unless.path))) return;
  const value = resource.value(path);
  if (value === UNKNOWN) yield copy(path, undefined, "It may be copied");
  else if (values.includes(value)) {
    const home = homeOf(resource);
    if (home === undefined) yield copyInSomePair(path);
    else yield copy(path, region(home)?.pair ?? "no paired region", "It is copied");
  }
}

/** Where a resource is; a part is where the whole is. `undefined` where neither says. */
export function homeOf(resource: Resource): string | undefined {
  const location = wholeOf(resource)?.text("location");
  return location === undefined || location.includes("${") ? undefined : normalLocation(location);
}

/** Where what a resource is asked is read, when that is not where it stands. */
function answers(resource: Resource): Copy[] {
  const setting = factOf(resource.type, "answeredIn");
  const value = setting && resource.value(setting.path);
  if (setting === undefined || value === undefined) return [];
  if (value === UNKNOWN) return [copy(setting.path, undefined, "It may send what it is asked")];
  return Object.entries(setting.begins)
    .filter(([start]) => String(value).startsWith(start))
    .map(([, where]) => copy(setting.path, where, "It sends what it is asked"));
}

/** What Azure takes instead of a region where there is to be no copy of the content. */
const NOWHERE = /^(?:none|default)$/i;

/** The regions that an argument names, wherever its block stands. */
function* replicas(part: Part, path: string, whole = path): Generator<Copy> {
  const dot = path.indexOf(".");
  if (dot > 0) {
    for (const block of part.blocks(path.slice(0, dot))) yield* replicas(block, path.slice(dot + 1), whole);
    return;
  }
  const value = part.value(path);
  if (value === UNKNOWN && part.wasWritten(path)) yield copy(whole, undefined, "It is replicated");
  for (const text of typeof value === "string" ? [value] : part.texts(path)) {
    const geography = geographyOf(text);
    if (geography !== undefined && !region(normalLocation(text)))
      yield { path: whole, to: text, says: `It is kept in ${text}.`, allows: inside(geography) };
    else if (!NOWHERE.test(text)) yield copy(whole, normalLocation(text), "It is replicated");
  }
}

/** The copies of a resource's data outside its own region, those that Azure makes on its own included. */
export function copiesOf(resource: Resource): Copy[] {
  const vaultCopy = resource.type === "azurerm_key_vault" ? vaultCopyOf(homeOf(resource) ?? "") : undefined;
  const regions = factOf(resource.type, "regions") ?? [];
  return [
    ...(vaultCopy ? [platformCopy("location", vaultCopy)] : []),
    ...(factOf(resource.type, "pairedCopy") ?? []).flatMap((one) => [...pairedCopies(resource, one)]),
    ...answers(resource),
    ...regions.filter((path) => path !== "location").flatMap((path) => [...replicas(resource, path)]),
  ];
}
