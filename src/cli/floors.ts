import type { LoadedEnvironment } from "../config/loaded";
import { monthlyFloor } from "../cost/floor";
import { environmentOf } from "../environment/environment";

/** What an environment costs a month when nobody uses it, in whole US dollars of list price. */
export function floorOf(loaded: LoadedEnvironment): number {
  return Math.round(monthlyFloor(environmentOf(loaded).stacks).monthly);
}
