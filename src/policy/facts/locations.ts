import { factOf } from "../../azure";
import { region } from "../../config/regions";
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

/** Key Vault copies itself to the paired region without asking; the copy counts as home while it stays in the geography. */
function platformCopy(path: string, from: string, to: string): Copy {
  const home = region(from)?.geography;
  const there = region(to)?.geography;
  const plain = copy(path, to, "The platform copies it");
  const inside = (residency: readonly string[]) =>
    home !== undefined && home === there && residency.some((one) => region(one)?.geography === there);
  return { ...plain, allows: (residency) => plain.allows(residency) || inside(residency) };
}

/** The copies of a resource's data outside its own region, those that Azure makes on its own included. */
export function copiesOf(resource: Resource): Copy[] {
  const location = normalLocation(resource.text("location") ?? "");
  const pair = region(location)?.pair;
  const found: Copy[] = [];
  if (resource.type === "azurerm_key_vault" && pair) found.push(platformCopy("location", location, pair));
  const paired = factOf(resource.type, "pairedCopy");
  if (paired) {
    const value = resource.value(paired.path);
    if (value === UNKNOWN) found.push(copy(paired.path, undefined, "It may be copied"));
    else if (paired.values.includes(value)) found.push(copy(paired.path, pair ?? "no paired region", "It is copied"));
  }
  for (const name of ["georeplications", "geo_location"])
    for (const block of resource.blocks(name)) {
      const to = block.text("location");
      found.push(copy(`${name}.location`, to && normalLocation(to), "It is replicated"));
    }
  return found;
}
