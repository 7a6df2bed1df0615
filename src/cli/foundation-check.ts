import { tmpdir } from "node:os";
import { join } from "node:path";
import { foundationRules, judgeFoundation } from "../foundation/judge";
import type { LoadedFoundation } from "../foundation/load";
import type { Day } from "../policy/day";
import { type EnvironmentReport, environmentReport } from "../report/model";
import { GatewrightApp } from "../synth/app";
import { terraformOf } from "../synth/in-memory";

/** "Company ready", for each foundation; nothing is written. */
export async function judgeFoundations(all: readonly LoadedFoundation[], today: Day): Promise<EnvironmentReport[]> {
  const { createFoundation } = await import("../../stacks/0-foundation");
  const app = new GatewrightApp({ outdir: join(tmpdir(), "gatewright-check") });
  return all.map((loaded) => {
    const { resolved, stack } = createFoundation(app, loaded);
    stack.prepareStack();
    const verdict = judgeFoundation(loaded, [terraformOf(stack)], today);
    return environmentReport({ verdict, rules: foundationRules(resolved) });
  });
}
