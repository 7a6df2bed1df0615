import { Construct } from "constructs";
import type { ResolvedHardened, ResolvedInOneRegion, ResolvedScale } from "../src/config/resolve";
import { resolvedFrom } from "../src/config/resolved-from";
import type { HardenedConfig } from "../src/config/schema";
import type { Listing } from "../src/foundation/listing";
import type { FoundationView } from "../src/policy/foundation-view";
import { type IEnvironment, markEnvironment } from "../src/synth/environment";

import { withoutStackTraces } from "../src/synth/without-stack-traces";
import { EnvironmentStack, type StackRole, type StateStorage } from "./environment-stack";
import { HardenedPlatform } from "./hardened-platform";
import type { RetainedOptions } from "./retained-options";
import { Services } from "./services";

/** One stack of an environment before it is filled. */
export interface PlannedStack {
  /** What it is for, and the end of its name. */
  readonly role: StackRole;
  /** The stack that has to be applied before it. @default none */
  readonly after?: StackRole;
  /** The region that it is for. @default the environment's first */
  readonly of?: ResolvedHardened;
}

/** What every stage with a private network begins with. */
export const FIRST_STACKS = [
  { role: "platform" },
  { role: "services", after: "platform" },
] as const satisfies readonly PlannedStack[];

/** What the stages from Pre-Production on have in common: a platform and, after it, the services. */
export abstract class HardenedEnvironment<R extends ResolvedInOneRegion | ResolvedScale = ResolvedInOneRegion>
  extends Construct
  implements IEnvironment
{
  readonly resolved: R;
  readonly platform: HardenedPlatform;
  readonly services: Services;
  readonly stacks: readonly EnvironmentStack[];
  readonly state?: StateStorage;
  readonly foundation?: FoundationView;
  readonly listing?: Listing;

  /**
   * @param planned  its stacks in the order of deployment, which the stage fills, but for the first two
   * @throws BadInput with every problem of the config
   */
  constructor(
    scope: Construct,
    config: HardenedConfig | R,
    { state, foundation, listing }: RetainedOptions,
    planned: (resolved: R) => readonly PlannedStack[],
  ) {
    const resolved = resolvedFrom<R>(config as HardenedConfig);
    super(scope, resolved.name);
    this.resolved = resolved;
    this.state = state;
    this.foundation = foundation;
    this.listing = listing;
    this.stacks = this.addStacks(planned(resolved));
    this.platform = withoutStackTraces(() => new HardenedPlatform(this.stackOf("platform")));
    this.services = withoutStackTraces(() => new Services(this.stackOf("services")));
    markEnvironment(this);
  }

  private addStacks(planned: readonly PlannedStack[]): EnvironmentStack[] {
    const made = planned.map(({ role, of = this.resolved }) => new EnvironmentStack(this, of, role, this.state));
    for (const [index, { after }] of planned.entries()) {
      const before = made.find(({ role }) => role === after);
      if (before) made[index]?.addDependency(before);
    }
    return made;
  }

  /** The stack of a role. */
  protected stackOf<S extends ResolvedHardened = R>(role: StackRole): EnvironmentStack<S> {
    const found = this.stacks.find((one) => one.role === role);
    if (!found) throw new Error(`no stack ${role}`);
    return found as EnvironmentStack<S>;
  }
}
