import { Testing } from "cdktf";
import { ScaleEnvironment } from "../../stacks/5-scale";
import { preProductionConfig } from "./pre-production";
import { scaleAt, scaleEvidence, TODAY } from "./scale";
import { type Built, failing, type Json, stacksOf } from "./weakenings";

/** The Scale of the tests as built, at hot failover, with all that its gate asks for. */
export function builtScale(): Built {
  return stacksOf(new ScaleEnvironment(Testing.app(), scaleAt("hot-failover")), {
    today: TODAY,
    evidence: scaleEvidence(),
    recreation: { mismatches: [], rehearsed: true },
    neighbours: [preProductionConfig()],
  });
}

/** The stacks of a Scale by what they are for, for example `data-neu`. */
export type ScaleStacks = Readonly<Record<string, Json>>;

/** One way to weaken a Scale, and the controls that must catch it: exactly these. */
export interface ScaleWeakening {
  readonly what: string;
  readonly change: (stacks: ScaleStacks, given: Json) => void;
  readonly caught: readonly string[];
}

/** A change of one resource. */
export const inScale = (role: string, address: string, change: (resource: Json) => void) => (stacks: ScaleStacks) => {
  const [type = "", name = ""] = address.split(".");
  change(stacks[role].resource[type][name]);
};

export const setInScale = (role: string, address: string, values: object) =>
  inScale(role, address, (resource) => Object.assign(resource, values));

export const dropFromScale = (role: string, address: string) => (stacks: ScaleStacks) => {
  const [type = "", name = ""] = address.split(".");
  delete stacks[role].resource[type][name];
};

/** One test a weakening: it fails the controls that it names, and no other. */
export function testScaleWeakenings(base: Built, weakenings: readonly ScaleWeakening[]): void {
  test.each(weakenings.map((one) => [one.what, one] as const))("%s", (_, { change, caught }) => {
    expect(failing(base, change)).toEqual(caught);
  });
}
