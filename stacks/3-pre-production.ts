import { Construct } from "constructs";
import { resolve } from "../src/config/resolve";
import type { PreProductionConfig } from "../src/config/schema";
import { validateConfig } from "../src/config/validate";
import { type IEnvironment, markEnvironment } from "../src/synth/environment";
import { withoutStackTraces } from "../src/synth/without-stack-traces";
import { Entry } from "./entry";
import { EnvironmentStack, type StateStorage } from "./environment-stack";
import { HardenedPlatform } from "./hardened-platform";
import type { RetainedOptions } from "./retained-options";
import { Services } from "./services";

/**
 * A Pre-Production: private, one way in, governed ways out, and made to be recreated. Three stacks: `platform`, `services`
 * and `entry`, whose gateway needs the certificate and the domain that exist after the first.
 *
 * @example
 * const environment = new PreProductionEnvironment(app, config);
 * environment.platform.privateAccess("cache", { type: "azurerm_managed_redis", id: cache.id });
 * @throws BadInput with every problem of the config
 */
export class PreProductionEnvironment extends Construct implements IEnvironment {
  readonly resolved;
  readonly platform: HardenedPlatform;
  readonly services: Services;
  readonly entry: Entry;
  readonly stacks: readonly EnvironmentStack[];
  readonly state?: StateStorage;

  constructor(scope: Construct, config: PreProductionConfig, { state }: RetainedOptions = {}) {
    const resolved = resolve(validateConfig(config));
    super(scope, resolved.name);
    this.resolved = resolved;
    this.state = state;
    const platform = new EnvironmentStack(this, resolved, "platform", state);
    const services = new EnvironmentStack(this, resolved, "services", state);
    const entry = new EnvironmentStack(this, resolved, "entry", state);
    services.addDependency(platform);
    entry.addDependency(services);
    this.stacks = [platform, services, entry];
    this.platform = withoutStackTraces(() => new HardenedPlatform(platform, config));
    this.services = withoutStackTraces(() => new Services(services));
    this.entry = withoutStackTraces(() => new Entry(entry, config));
    markEnvironment(this);
  }
}
