import { resolve } from "node:path";
import { emulate } from "../../src/emulator/run/emulate";
import { renderEmulation } from "../../src/emulator/run/render-emulation";
import { runClaims } from "./claims";
import { runFaults } from "./faults";
import { runScaleOverProduction } from "./scale-over-production";
import { runSecondRegion } from "./second-region";

/**
 * Faults that a run must find, all or those with some words in their names:
 * `node -r ts-node/register test/terraform/emulate.ts [--faults <words>]`; without arguments, a second region too
 *
 * Two regions whose databases change their roles:
 * `node -r ts-node/register test/terraform/emulate.ts --second-region`
 *
 * A Scale over its living Production, each in the output of a synth:
 * `node -r ts-node/register test/terraform/emulate.ts --in-place <production> <scale> <environment>`
 *
 * What static claims say, held against runs, see `claims.ts`:
 * `node -r ts-node/register test/terraform/emulate.ts --claims …`
 *
 * Stacks against the emulated Azure, in the order given; after `--successor` those of the next generation:
 * `node -r ts-node/register test/terraform/emulate.ts <stack>… [--successor <stack>…]`
 */
async function main(): Promise<number> {
  const given = process.argv.slice(2);
  if (given[0] === "--faults") return (await runFaults(given[1])) > 0 ? 1 : 0;
  if (given[0] === "--second-region") return (await runSecondRegion()) > 0 ? 1 : 0;
  if (given.length === 0) return (await runFaults()) + (await runSecondRegion()) > 0 ? 1 : 0;
  if (given[0] === "--in-place") {
    const [production = "", scale = "", env = ""] = given.slice(1);
    return runScaleOverProduction(resolve(production), resolve(scale), env);
  }
  if (given[0] === "--claims") return (await runClaims(given.slice(1))) > 0 ? 1 : 0;
  const split = given.includes("--successor") ? given.indexOf("--successor") : given.length;
  const sources = (dirs: readonly string[]) => dirs.map((dir) => ({ dir: resolve(dir) }));
  const result = await emulate({
    stacks: sources(given.slice(0, split)),
    ...(split < given.length ? { successor: sources(given.slice(split + 1)) } : {}),
    onStep: (says) => console.log(says),
  });
  console.log(renderEmulation("stacks", result));
  return result.outcome === "emulated" ? 0 : 1;
}

main().then((code) => process.exit(code));
