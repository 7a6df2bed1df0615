import type { Construct } from "constructs";
import type { ResolvedInOneRegion } from "../src/config/resolve";
import type { HardenedConfig } from "../src/config/schema";
import { withoutStackTraces } from "../src/synth/without-stack-traces";
import { Entry } from "./entry";
import { FIRST_STACKS, HardenedEnvironment, type PlannedStack } from "./hardened-environment";
import type { RetainedOptions } from "./retained-options";

/** What Pre-Production and Production have in common: callers enter one region by one application gateway. */
export abstract class GatewayEnvironment extends HardenedEnvironment {
  readonly entry: Entry;

  /**
   * @param beside  further stacks, which need the platform only and are filled by the stage
   * @throws BadInput with every problem of the config
   */
  constructor(
    scope: Construct,
    config: HardenedConfig | ResolvedInOneRegion,
    options: RetainedOptions = {},
    beside: readonly PlannedStack[] = [],
  ) {
    super(scope, config, options, () => [...FIRST_STACKS, { role: "entry", after: "services" }, ...beside]);
    this.entry = withoutStackTraces(() => new Entry(this.stackOf("entry")));
  }
}
