import { Construct } from "constructs";
import { resolve } from "../src/config/resolve";
import type { ProductionConfig } from "../src/config/schema";
import { validateConfig } from "../src/config/validate";
import { type IEnvironment, markEnvironment } from "../src/synth/environment";
import { withoutStackTraces } from "../src/synth/without-stack-traces";
import { Entry } from "./entry";
import { EnvironmentStack, type StateStorage } from "./environment-stack";
import { HardenedPlatform } from "./hardened-platform";
import { Recovery } from "./recovery";
import type { RetainedOptions } from "./retained-options";
import { Services } from "./services";

/**
 * A Production: the same network, over several zones and with standbys, and a fourth stack, `recovery`, that outlives the
 * other three.
 *
 * @example
 * const environment = new ProductionEnvironment(app, config);
 * environment.platform.privateAccess("cache", { type: "azurerm_managed_redis", id: cache.id });
 * @throws BadInput with every problem of the config
 */
export class ProductionEnvironment extends Construct implements IEnvironment {
  readonly resolved;
  readonly platform: HardenedPlatform;
  readonly services: Services;
  readonly entry: Entry;
  readonly recovery: Recovery;
  readonly stacks: readonly EnvironmentStack[];
  readonly state?: StateStorage;

  constructor(scope: Construct, config: ProductionConfig, { state }: RetainedOptions = {}) {
    const resolved = resolve(validateConfig(config));
    super(scope, resolved.name);
    this.resolved = resolved;
    this.state = state;
    const platform = new EnvironmentStack(this, resolved, "platform", state);
    const services = new EnvironmentStack(this, resolved, "services", state);
    const entry = new EnvironmentStack(this, resolved, "entry", state);
    services.addDependency(platform);
    const recovery = new EnvironmentStack(this, resolved, "recovery", state);
    entry.addDependency(services);
    recovery.addDependency(platform);
    this.stacks = [platform, services, entry, recovery];
    this.platform = withoutStackTraces(() => new HardenedPlatform(platform, config));
    this.services = withoutStackTraces(() => new Services(services));
    this.entry = withoutStackTraces(() => new Entry(entry, config));
    this.recovery = withoutStackTraces(() => new Recovery(recovery));
    markEnvironment(this);
  }
}
