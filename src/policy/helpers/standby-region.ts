import { normalLocation } from "../../azure/regions";
import type { Resource } from "../../plan/resource";
import { homeOf } from "../../reach/locations";
import { target } from "../../reach/network";

/** How ready the second region stands, the cheapest first. */
export const MODES = ["cold-standby", "warm-standby", "hot-failover", "active-active"] as const;

/** One of {@link MODES}. */
export type Mode = (typeof MODES)[number];

/** The second region of an environment, and what it is to be. */
export interface Standby {
  readonly mode: Mode;
  /** As Azure writes it: `northeurope`. */
  readonly region: string;
}

export const ENVIRONMENT = "azurerm_container_app_environment";

/** True for one of the modes. */
export function isMode(text: string | undefined): text is Mode {
  return MODES.some((one) => one === text);
}

/** True for what stands in the second region; an app stands where its environment does. */
export function isThere(one: Resource, { region }: Standby): boolean {
  const environment = target(one.refs("container_app_environment_id")[0], ENVIRONMENT);
  return homeOf(environment ?? one) === normalLocation(region);
}
