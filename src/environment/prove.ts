import { extname, join } from "node:path";
import type { LoadedEnvironment } from "../config/loaded";
import type { SynthesizedStack } from "../plan/terraform-json";
import {
  type Proved,
  type ProveOptions,
  proveEnvironments as proveAll,
  proveStatically as proveOne,
} from "../recreation/prove";
import { environmentOf } from "./environment";

/**
 * Proves that environments can be recreated, as far as that can be proved without Azure. Each is synthesized here, one
 * generation on, and again in a process of its own, side by side.
 *
 * @throws BadInput when an environment cannot be synthesized
 * @example const [{ proof }] = await proveEnvironments(loadEnvironments(["pilot"]));
 */
export async function proveEnvironments(
  all: readonly LoadedEnvironment[],
  options: ProveOptions = {},
): Promise<Proved[]> {
  return proveAll(all.map(environmentOf), join(__dirname, `synthesizer${extname(__filename)}`), options);
}

/**
 * The claims that need no other process: a few milliseconds over two syntheses.
 *
 * @param judged  the stacks that the proof is about @default those that the config gives
 */
export async function proveStatically(
  loaded: LoadedEnvironment,
  judged?: readonly SynthesizedStack[],
): Promise<Proved> {
  return proveOne(environmentOf(loaded), judged && { stacks: judged });
}
