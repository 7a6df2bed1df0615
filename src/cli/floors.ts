import type { LoadedEnvironment } from "../config/loaded";
import { isApplied } from "../cost/applied";
import { monthlyFloor } from "../cost/floor";
import { environmentOf } from "../environment/environment";

/** What an environment costs a month when nobody uses it, in whole US dollars of list price. */
export function floorOf(loaded: LoadedEnvironment): number {
  const { config } = loaded;
  const mode = config.stage === "scale" ? config.scale.mode : undefined;
  const applied = environmentOf(loaded).stacks.filter(({ name }) => isApplied(name, mode));
  return Math.round(monthlyFloor(applied).monthly);
}

/** The same of the second region of a Scale, with the stacks that its mode has written and not applied. */
export function secondFloorOf(loaded: LoadedEnvironment): number | undefined {
  const { resolved, stacks } = environmentOf(loaded);
  if (resolved.stage !== "scale") return undefined;
  const { code } = resolved.scale;
  return Math.round(monthlyFloor(stacks.filter(({ name }) => name.endsWith(`-${code}`))).monthly);
}
