import { join } from "node:path";
import { App } from "cdktf";
import type { PocConfig } from "../../src/config/schema";
import {
  readStacks,
  resourcesOf,
  type SynthesizedResource,
  type SynthesizedStack,
} from "../../src/plan/terraform-json";
import { GatewrightApp } from "../../src/synth/app";
import { synthesizeInMemory } from "../../src/synth/in-memory";
import { PocEnvironment } from "../../stacks/1-poc";
import { folderWith } from "./folder";

/** The stacks of a POC, written and read back. */
export function synthesizePoc(
  config: PocConfig,
  extend: (environment: PocEnvironment) => void = () => {},
): SynthesizedStack[] {
  const app = new GatewrightApp({ outdir: join(folderWith(), "cdktf.out") });
  const environment = new PocEnvironment(app, config);
  extend(environment);
  app.synth();
  return readStacks(
    app.output,
    environment.stacks.map(({ node }) => node.id),
  );
}

/** cdktf makes folders for every app, in memory or not. */
let folder: string | undefined;
function scratch(): string {
  folder ??= folderWith();
  return folder;
}

/** The same without a gate and without a file, for many configs. */
export function synthesizePocInMemory(config: PocConfig): SynthesizedStack[] {
  return synthesizeInMemory(new PocEnvironment(new App({ outdir: scratch() }), config));
}

/** The resources of all stacks. */
export function allResources(stacks: readonly SynthesizedStack[]): SynthesizedResource[] {
  return stacks.flatMap(({ json }) => resourcesOf(json));
}

/** The one resource of a type, or the one at an address. */
export function only(stacks: readonly SynthesizedStack[], what: string): SynthesizedResource["attributes"] {
  const found = allResources(stacks).filter(({ type, address }) => type === what || address === what);
  if (found.length !== 1) throw new Error(`${found.length} resources are ${what}`);
  return found[0]!.attributes;
}
