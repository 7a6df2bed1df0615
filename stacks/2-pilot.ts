import { Construct } from "constructs";
import type { ResolvedPilot } from "../src/config/resolve";
import { resolvedFrom } from "../src/config/resolved-from";
import type { PilotConfig } from "../src/config/schema";
import type { Listing } from "../src/foundation/listing";
import type { FoundationView } from "../src/policy/foundation-view";
import { type IEnvironment, markEnvironment } from "../src/synth/environment";

import { withoutStackTraces } from "../src/synth/without-stack-traces";
import { Domains } from "./domains";
import { EnvironmentStack, type StateStorage } from "./environment-stack";
import { PilotPlatform } from "./pilot-platform";
import type { RetainedOptions } from "./retained-options";
import { Services } from "./services";

/**
 * A Pilot: external users, so perhaps personal data. A network of its own, private endpoints to what holds data, locks,
 * logs of every access, and somebody who is told.
 *
 * @example
 * const pilot = new PilotEnvironment(app, config);
 * pilot.platform.privateAccess("cache", { type: "azurerm_managed_redis", resource: cache });
 * @throws BadInput with every problem of the config
 */
export class PilotEnvironment extends Construct implements IEnvironment {
  readonly resolved;
  readonly platform: PilotPlatform;
  readonly services: Services;
  readonly stacks: readonly EnvironmentStack[];
  readonly state?: StateStorage;
  readonly foundation?: FoundationView;
  readonly listing?: Listing;

  constructor(scope: Construct, config: PilotConfig | ResolvedPilot, options: RetainedOptions = {}) {
    const resolved = resolvedFrom<ResolvedPilot>(config);
    super(scope, resolved.name);
    this.resolved = resolved;
    this.state = options.state;
    this.foundation = options.foundation;
    this.listing = options.listing;
    const platform = new EnvironmentStack(this, resolved, "platform", options.state);
    const services = new EnvironmentStack(this, resolved, "services", options.state);
    services.addDependency(platform);
    this.platform = withoutStackTraces(() => new PilotPlatform(platform));
    this.services = withoutStackTraces(() => new Services(services));
    this.stacks = [platform, services, ...this.domains(services, options)];
    markEnvironment(this);
  }

  /** Custom domains are a stack of their own: Azure checks the DNS record when one is added. */
  private domains(services: EnvironmentStack, { state }: RetainedOptions): readonly EnvironmentStack[] {
    if (this.resolved.services.every(({ domain }) => domain === undefined)) return [];
    const stack = new EnvironmentStack(this, this.resolved, "domains", state);
    stack.addDependency(services);
    withoutStackTraces(() => new Domains(stack));
    return [stack];
  }
}
