import { tmpdir } from "node:os";
import { join } from "node:path";
import type { LoadedEnvironment } from "../config/loaded";
import type { EnvironmentConfig } from "../config/schema";
import type { Generation } from "./subject";

/** The generation that a config is at. */
export function generationOf(config: EnvironmentConfig): number {
  return config.generation ?? 1;
}

/**
 * Synthesizes one generation of an environment in memory; nothing is written. The stacks are loaded here, when they are
 * needed.
 *
 * @param generation  @default the config's own
 */
export async function synthesizeGeneration(
  loaded: LoadedEnvironment,
  generation: number = generationOf(loaded.config),
): Promise<Generation> {
  const [{ createEnvironment }, { GatewrightApp }, { synthesizeInMemory }] = await Promise.all([
    import("../../stacks/create"),
    import("../synth/app"),
    import("../synth/in-memory"),
  ]);
  const app = new GatewrightApp({ outdir: join(tmpdir(), "gatewright-prove") });
  const environment = createEnvironment(app, { ...loaded, config: { ...loaded.config, generation } });
  return { resolved: environment.resolved, stacks: synthesizeInMemory(environment) };
}
