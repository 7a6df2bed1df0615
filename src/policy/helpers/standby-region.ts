import { normalLocation } from "../../azure/regions";
import type { ScaleMode } from "../../config/scale-mode";
import type { Resource } from "../../plan/resource";
import { homeOf } from "../../reach/locations";
import { target } from "../../reach/network";

/** The second region of an environment, and what it is to be. */
export interface Standby {
  readonly mode: ScaleMode;
  /** As Azure writes it: `northeurope`. */
  readonly region: string;
}

export const ENVIRONMENT = "azurerm_container_app_environment";

/** True for what stands in the second region; an app stands where its environment does. */
export function isThere(one: Resource, { region }: Standby): boolean {
  const environment = target(one.refs("container_app_environment_id")[0], ENVIRONMENT);
  return homeOf(environment ?? one) === normalLocation(region);
}
