import { factOf } from "../../azure";
import { region, vaultCopyOf } from "../../config/regions";
import { UNKNOWN } from "../graph/reference";
import type { Resource } from "../graph/resource";

/** One copy of data that leaves its region. */
export interface Copy {
  readonly path: string;
  /** Region of the copy; `undefined` when it is not known. */
  readonly to: string | undefined;
  readonly says: string;
  /** Whether the residency decision lets the copy be. */
  allows(residency: readonly string[]): boolean;
}

/** A location as `location` takes it: `West Europe` is `westeurope`. */
export function normalLocation(location: string): string {
  return location.toLowerCase().replace(/\s+/g, "");
}

function copy(path: string, to: string | undefined, what: string): Copy {
  return {
    path,
    to,
    says: `${what} to ${to ?? "a region that is not known"}.`,
    allows: (residency) => to !== undefined && residency.includes(to),
  };
}

/** Key Vault copies itself without asking, and never out of the geography: the copy counts as home where that is allowed. */
function platformCopy(path: string, to: string): Copy {
  const there = region(to)?.geography;
  const inside = (residency: readonly string[]) => residency.some((one) => region(one)?.geography === there);
  return { ...copy(path, to, "The platform copies it"), allows: inside };
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

/** The copies of a resource's data outside its own region, those that Azure makes on its own included. */
export function copiesOf(resource: Resource): Copy[] {
  const location = normalLocation(resource.text("location") ?? "");
  const pair = region(location)?.pair;
  const found: Copy[] = [];
  const vaultCopy = resource.type === "azurerm_key_vault" ? vaultCopyOf(location) : undefined;
  if (vaultCopy) found.push(platformCopy("location", vaultCopy));
  const paired = factOf(resource.type, "pairedCopy");
  if (paired) {
    const value = resource.value(paired.path);
    if (value === UNKNOWN) found.push(copy(paired.path, undefined, "It may be copied"));
    else if (paired.values.includes(value)) found.push(copy(paired.path, pair ?? "no paired region", "It is copied"));
  }
  found.push(...answers(resource));
  for (const name of ["georeplications", "geo_location"])
    for (const block of resource.blocks(name)) {
      const to = block.text("location");
      found.push(copy(`${name}.location`, to && normalLocation(to), "It is replicated"));
    }
  return found;
}
