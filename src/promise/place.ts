import { normalLocation } from "../azure/regions";
import { UNKNOWN } from "../plan/reference";
import type { Resource } from "../plan/resource";

/** What stands in the region of something else, by the attribute that leads there. */
const INSIDE = [
  "container_app_environment_id",
  "service_plan_id",
  "storage_account_id",
  "server_id",
  "namespace_id",
] as const;

/** The region that a resource is in, by itself or by what it is in; `undefined` where it has none, or none is known. */
export function placeOf(resource: Resource): string | undefined {
  const location = resource.value("location");
  if (location === UNKNOWN) return undefined;
  if (typeof location === "string" && location !== "global") return normalLocation(location);
  for (const name of INSIDE) {
    const [home] = resource.refs(name);
    if (home?.kind === "resource") return placeOf(home.resource);
  }
  return undefined;
}

/** True where both are known to be in regions that differ. */
export function isElsewhere(one: Resource, other: Resource): boolean {
  const [here, there] = [placeOf(one), placeOf(other)];
  return here !== undefined && there !== undefined && here !== there;
}
