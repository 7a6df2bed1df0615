import type { Resource } from "../plan/resource";
import { homeOf } from "../reach/locations";

/** What serves stands where these do. */
const STANDS_ON = ["container_app_environment_id", "service_plan_id"] as const;

/** The region that a resource is in, by itself or by what it is in; `undefined` where it has none, or none is known. */
export function placeOf(resource: Resource): string | undefined {
  return resource.graph.once(`place of ${resource.address}`, () => placeIn(resource));
}

function placeIn(resource: Resource): string | undefined {
  const [ground] = STANDS_ON.flatMap((name) => resource.refs(name));
  const place = homeOf(ground?.kind === "resource" ? ground.resource : resource);
  return place === "global" ? undefined : place;
}

/** True where both are known to be in regions that differ. */
export function isElsewhere(one: Resource, other: Resource): boolean {
  const [here, there] = [placeOf(one), placeOf(other)];
  return here !== undefined && there !== undefined && here !== there;
}
