import { Construct } from "constructs";
import type { ResolvedPoc } from "../src/config/resolve";
import { resolvedFrom } from "../src/config/resolved-from";
import type { PocConfig } from "../src/config/schema";
import type { Listing } from "../src/foundation/listing";
import type { IEnvironment } from "../src/synth/environment";
import { markEnvironment } from "../src/synth/environment";
import { withoutStackTraces } from "../src/synth/without-stack-traces";
import { EnvironmentStack } from "./environment-stack";
import { PocPlatform } from "./poc-platform";
import type { EnvironmentOptions } from "./retained-options";
import { Services } from "./services";

/**
 * A POC: cheap, fast, and disposable by construction. Two stacks: `platform` holds what lasts as long as the POC,
 * `services` the apps and jobs that a release changes. Every block is public, to be built upon.
 *
 * @example
 * const poc = new PocEnvironment(app, config);
 * new RedisCache(poc.platform.stack, "cache", { resourceGroupName: poc.platform.group.name, ... });
 * @throws BadInput with every problem of the config
 */
export class PocEnvironment extends Construct implements IEnvironment {
  readonly resolved;
  readonly platform: PocPlatform;
  readonly services: Services;
  readonly stacks: readonly EnvironmentStack[];
  readonly listing?: Listing;

  constructor(scope: Construct, config: PocConfig | ResolvedPoc, { listing }: EnvironmentOptions = {}) {
    const resolved = resolvedFrom<ResolvedPoc>(config);
    super(scope, resolved.name);
    this.resolved = resolved;
    this.listing = listing;
    const platform = new EnvironmentStack(this, resolved, "platform");
    const services = new EnvironmentStack(this, resolved, "services");
    services.addDependency(platform);
    this.stacks = [platform, services];
    this.platform = withoutStackTraces(() => new PocPlatform(platform));
    this.services = withoutStackTraces(() => new Services(services));
    markEnvironment(this);
  }
}
