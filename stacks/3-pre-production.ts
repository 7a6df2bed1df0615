import type { Construct } from "constructs";
import type { ResolvedInOneRegion } from "../src/config/resolve";
import type { PreProductionConfig } from "../src/config/schema";
import { GatewayEnvironment } from "./gateway-environment";
import type { RetainedOptions } from "./retained-options";

/**
 * A Pre-Production: private, one way in, governed ways out, and made to be recreated. Three stacks: `platform`, `services`
 * and `entry`, whose gateway needs the certificate and the domain that exist after the first.
 *
 * @example
 * const environment = new PreProductionEnvironment(app, config);
 * environment.platform.privateAccess("cache", { type: "azurerm_managed_redis", resource: cache });
 * @throws BadInput with every problem of the config
 */
export class PreProductionEnvironment extends GatewayEnvironment {
  constructor(scope: Construct, config: PreProductionConfig | ResolvedInOneRegion, options?: RetainedOptions) {
    super(scope, config, options);
  }
}
