import { emulate } from "../../src/emulator/run/emulate";
import { groupsIn } from "../../src/emulator/run/folder";
import { renderEmulation } from "../../src/emulator/run/render-emulation";
import { outlives } from "../../src/plan/outlives";

/** The stacks of an environment in a synth's output; what outlives it stays when it is destroyed. */
function stacksOf(dir: string, env: string) {
  const group = groupsIn(dir).find(({ name }) => name === env);
  if (!group) throw new Error(`${dir} has no ${env}`);
  return group.stacks.map((one) => ({ ...one, outlives: outlives({ stack: one.name?.slice(env.length + 1) }) }));
}

/**
 * A Scale over its living Production, each as `gatewright synth` wrote it: nothing is destroyed but the gateway, nothing
 * replaced, and a second plan changes nothing. Takes about half an hour; answers with how many runs went wrong.
 */
export async function runScaleOverProduction(production: string, scale: string, env: string): Promise<number> {
  const result = await emulate({
    over: stacksOf(production, env),
    stacks: stacksOf(scale, env),
    onStep: (says) => console.log(says),
  });
  console.log(renderEmulation(env, result));
  return result.outcome === "emulated" ? 0 : 1;
}
