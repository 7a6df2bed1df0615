import { show } from "../config/issues";
import { environmentName } from "../config/names";
import type { PositionOf } from "../config/path";
import { valueAt } from "../config/path";
import type { EnvironmentConfig } from "../config/schema";
import type { Problem } from "../errors";
import type { PromotionGate } from "./gate";
import { questionAt } from "./questions";

/** A VPN pool that is carried was right beside the old network, so where it is wrong now, the answer is what must change. */
export function withInheritedPool(
  problems: readonly Problem[],
  draft: Readonly<Record<string, unknown>>,
  from: EnvironmentConfig,
  gate: PromotionGate,
  locate: PositionOf,
): Problem[] {
  if (questionAt(gate.questions, ["vpn"])) return [...problems];
  const pool = String(valueAt(draft, ["vpn", "pool"]));
  return problems.map((problem) =>
    problem.path !== "vpn.pool"
      ? problem
      : {
          path: "network",
          says: `network must not overlap ${pool}, the VPN pool that is carried from ${environmentName(from)}, got ${show(draft["network"])}`,
          fix: "Take a range of its own: clients of the VPN have addresses outside of every network.",
          control: problem.control,
          at: locate(["network"]),
        },
  );
}
