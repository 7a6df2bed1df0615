import { normalLocation } from "../../azure/regions";
import { isScaleMode, type ScaleMode } from "../../config/scale-mode";
import type { ConfigView } from "../../config/view";
import type { Resource } from "../../plan/resource";
import { homeOf } from "../../reach/locations";
import { target } from "../../reach/network";

/** The second region of an environment, and what it is to be. */
export interface Standby {
  readonly mode: ScaleMode;
  /** In small letters and without spaces: `northeurope`. */
  readonly region: string;
}

export const ENVIRONMENT = "azurerm_container_app_environment";

/** True for what stands in the second region; an app stands where its environment does. */
export function isThere(one: Resource, { region }: Standby): boolean {
  const environment = target(one.refs("container_app_environment_id")[0], ENVIRONMENT);
  return homeOf(environment ?? one) === region;
}

/** The second region of a config that says all of it: a mode, and a region that is not the first. */
export function standbyOf({ scale, location }: ConfigView): Standby | undefined {
  const { mode, region = "" } = scale ?? {};
  const second = normalLocation(region);
  return isScaleMode(mode) && second !== "" && second !== normalLocation(location ?? "")
    ? { mode, region: second }
    : undefined;
}
