import { tmpdir } from "node:os";
import { join } from "node:path";
import type { App } from "cdktf";
import type { LoadedEnvironment } from "../config/loaded";
import type { Resolved } from "../config/resolve";
import type { Ground } from "../foundation/ground";
import type { LoadedFoundation } from "../foundation/load";
import type { SynthesizedStack } from "../plan/terraform-json";
import type { IEnvironment } from "../synth/environment";

// The one place that reaches up to the stacks. They are loaded when something is built: cdktf alone takes a while, and a
// plan is judged without them.

/** An app for what is only kept in memory: nothing is written. */
function memoryApp(): App {
  const { GatewrightApp } = require("../synth/app") as typeof import("../synth/app");
  return new GatewrightApp({ outdir: join(tmpdir(), "gatewright-memory") });
}

/** Builds an environment with its extension. @default in an app of its own */
export function buildEnvironment(
  loaded: LoadedEnvironment,
  resolved: Resolved,
  ground: Ground,
  app: App = memoryApp(),
): IEnvironment {
  const stacks = require("../../stacks/create") as typeof import("../../stacks/create");
  return stacks.buildEnvironment(app, loaded, resolved, ground);
}

/** Builds a foundation. @default in an app of its own */
export function buildFoundation(loaded: LoadedFoundation, app: App = memoryApp()) {
  const { createFoundation } = require("../../stacks/0-foundation") as typeof import("../../stacks/0-foundation");
  return createFoundation(app, loaded);
}

/** Names of an environment's stacks, in the order of deployment. */
export function namesOf(construct: IEnvironment): readonly string[] {
  const { stacksBelow } = require("../synth/in-memory") as typeof import("../synth/in-memory");
  return stacksBelow(construct).map(({ node }) => node.id);
}

/** The Terraform JSON of an environment's stacks, in the order of deployment. */
export function synthesized(construct: IEnvironment): readonly SynthesizedStack[] {
  const { synthesizeInMemory } = require("../synth/in-memory") as typeof import("../synth/in-memory");
  return synthesizeInMemory(construct);
}

/** The Terraform JSON of a foundation's stack. */
export function synthesizedFoundation(loaded: LoadedFoundation) {
  const { terraformOf } = require("../synth/in-memory") as typeof import("../synth/in-memory");
  const { resolved, stack } = buildFoundation(loaded);
  stack.prepareStack();
  return { resolved, stack: terraformOf(stack) };
}
