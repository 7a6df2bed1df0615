import { rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { LoadedEnvironment } from "../config/loaded";
import { monthlyFloor } from "../cost/floor";
import type { SynthesizedStack } from "../synth/terraform-json";

/** The stacks of an environment, synthesized in memory. What builds them is loaded here, when it is needed. */
export async function stacksOf(loaded: LoadedEnvironment): Promise<SynthesizedStack[]> {
  const [{ createEnvironment }, { GatewrightApp }, { synthesizeInMemory }] = await Promise.all([
    import("../../stacks/create"),
    import("../synth/app"),
    import("../synth/in-memory"),
  ]);
  const app = new GatewrightApp({ outdir: join(tmpdir(), "gatewright-memory") });
  try {
    return synthesizeInMemory(createEnvironment(app, loaded));
  } finally {
    rmSync(app.outdir, { recursive: true, force: true });
  }
}

/** What an environment costs a month when nobody uses it, in whole US dollars of list price. */
export async function floorOf(loaded: LoadedEnvironment): Promise<number> {
  return Math.round(monthlyFloor(await stacksOf(loaded)).monthly);
}
