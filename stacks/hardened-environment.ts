import { Construct } from "constructs";
import type { ResolvedHardened } from "../src/config/resolve";
import { resolvedFrom } from "../src/config/resolved-from";
import type { HardenedConfig } from "../src/config/schema";
import type { Listing } from "../src/foundation/listing";
import type { FoundationView } from "../src/policy/foundation-view";
import { type IEnvironment, markEnvironment } from "../src/synth/environment";

import { withoutStackTraces } from "../src/synth/without-stack-traces";
import { Entry } from "./entry";
import { EnvironmentStack, type StackRole, type StateStorage } from "./environment-stack";
import { HardenedPlatform } from "./hardened-platform";
import type { RetainedOptions } from "./retained-options";
import { Services } from "./services";

/** What Pre-Production and Production have in common: three stacks, each applied after the one before. */
export abstract class HardenedEnvironment extends Construct implements IEnvironment {
  readonly resolved;
  readonly platform: HardenedPlatform;
  readonly services: Services;
  readonly entry: Entry;
  readonly stacks: readonly EnvironmentStack[];
  readonly state?: StateStorage;
  readonly foundation?: FoundationView;
  readonly listing?: Listing;

  /**
   * @param beside  further stacks, which need the platform only and are filled by the stage
   * @throws BadInput with every problem of the config
   */
  constructor(
    scope: Construct,
    config: HardenedConfig | ResolvedHardened,
    { state, foundation, listing }: RetainedOptions = {},
    beside: readonly StackRole[] = [],
  ) {
    const resolved = resolvedFrom<ResolvedHardened>(config);
    super(scope, resolved.name);
    this.resolved = resolved;
    this.state = state;
    this.foundation = foundation;
    this.listing = listing;
    const stack = (role: StackRole) => new EnvironmentStack(this, resolved, role, state);
    const [platform, services, entry] = [stack("platform"), stack("services"), stack("entry")];
    const others = beside.map(stack);
    services.addDependency(platform);
    entry.addDependency(services);
    for (const one of others) one.addDependency(platform);
    this.stacks = [platform, services, entry, ...others];
    this.platform = withoutStackTraces(() => new HardenedPlatform(platform));
    this.services = withoutStackTraces(() => new Services(services));
    this.entry = withoutStackTraces(() => new Entry(entry));
    markEnvironment(this);
  }

  /** The stack of a role. */
  protected stackOf(role: StackRole): EnvironmentStack {
    const found = this.stacks.find((one) => one.role === role);
    if (!found) throw new Error(`no stack ${role}`);
    return found;
  }
}
