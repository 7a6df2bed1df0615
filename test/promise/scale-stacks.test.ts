import { SCALE_MODES, type ScaleMode } from "../../src/config/scale-mode";
import { environmentOf } from "../../src/environment/environment";
import { judgePromise } from "../../src/promise/judge";
import { modeChoices } from "../../src/promise/modes";
import type { Topology } from "../../src/promise/promise";
import { modeRows } from "../../src/promise/render-modes";
import { scaleAt } from "../support/scale";

/** The Scale of the tests as its own stacks have it. */
function built(mode: ScaleMode) {
  const config = scaleAt(mode);
  const loaded = {
    file: "orders.scale.yaml",
    config,
    positionOf: () => ({ file: "orders.scale.yaml", line: 1, column: 1 }),
  };
  const topology: Topology = { graph: environmentOf(loaded).graph, config };
  return { promise: { ...config.promise, disasters: ["region"] as const }, topology };
}

describe("the stacks of a Scale", () => {
  test.each(SCALE_MODES)("say what every mode would cost and keep, as they are written at %s", (mode) => {
    const { promise, topology } = built(mode);
    // Written for active-active, the second region has an endpoint to the first one's blobs too.
    const [warm, hot] = mode === "active-active" ? ["2251", "2635"] : ["2243", "2628"];
    expect(modeRows(modeChoices(promise, topology))).toEqual([
      ["cold-standby", "1780", "2 hours 20 minutes", "no bound", "cannot keep rto 1 hour"],
      ["warm-standby", warm, "55 minutes, estimated", "no bound", "keeps it, not proven: rpo, rto"],
      ["hot-failover", hot, "30 minutes, estimated", "no bound", "keeps it, not proven: rpo, rto"],
      ["active-active", hot, "30 minutes, estimated", "no bound", "keeps it, not proven: rpo, rto"],
    ]);
  });

  test.each([
    ["cold-standby", "not kept", "2 hours 20 minutes"],
    ["warm-standby", "unproven", "55 minutes"],
    ["hot-failover", "unproven", "30 minutes"],
    ["active-active", "unproven", "30 minutes"],
  ] as const)("are back after the loss of the region as their mode allows: %s", (mode, verdict, can) => {
    const { promise, topology } = built(mode);
    const { lines } = judgePromise(promise, topology);
    const time = lines.find(({ line }) => line === "rto");
    expect([time?.verdict, time?.can, time?.limitedBy]).toEqual([verdict, can, "northeurope"]);
  });
});
