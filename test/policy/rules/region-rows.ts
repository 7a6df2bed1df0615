import type { Resources } from "../near-miss";
import {
  ACCOUNT,
  ACCOUNT_TWO,
  CONTAINER,
  JOINED,
  ORIGIN,
  ORIGIN_TWO,
  POLICY,
  REGISTRY,
  REPLICA,
  scaleConfig,
  VAULT,
  WEB_TWO,
} from "./region-plans";
import type { SaidCase } from "./said";

/** What RES-04 passes of the data, and beside it at cold and at warm standby. */
export const ofData = [REPLICA, JOINED, ACCOUNT, ACCOUNT_TWO, CONTAINER, POLICY, REGISTRY, VAULT];
export const ofCold = [...ofData, ORIGIN];
export const ofWarm = [...ofCold, WEB_TWO, ORIGIN_TWO];

/** A row about what stands in the second region; the drill is another table's. */
export function row(mode: string, resources: Resources, expected: Omit<SaidCase, "gate">): SaidCase {
  return { gate: "scale", config: scaleConfig(mode), resources, ...expected };
}

export const without = (list: readonly string[], ...but: readonly string[]) => list.filter((one) => !but.includes(one));

/** Rows about the data, which every mode has. */
export const failing = (rows: Readonly<Record<string, readonly [Resources, string, string, (readonly string[])?]>>) =>
  Object.fromEntries(
    Object.entries(rows).map(([title, [resources, where, says, gone = []]]) => [
      title,
      row("cold-standby", resources, { pass: without(ofData, where, ...gone), fail: { [where]: says } }),
    ]),
  );
