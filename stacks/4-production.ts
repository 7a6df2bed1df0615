import type { Construct } from "constructs";
import type { ResolvedInOneRegion } from "../src/config/resolve";
import type { ProductionConfig } from "../src/config/schema";
import { withoutStackTraces } from "../src/synth/without-stack-traces";
import { GatewayEnvironment } from "./gateway-environment";
import { Recovery } from "./recovery";
import type { RetainedOptions } from "./retained-options";

/**
 * A Production: the same network, over several zones and with standbys, and a fourth stack, `recovery`, that outlives the
 * other three.
 *
 * @example
 * const environment = new ProductionEnvironment(app, config);
 * environment.platform.privateAccess("cache", { type: "azurerm_managed_redis", resource: cache });
 * @throws BadInput with every problem of the config
 */
export class ProductionEnvironment extends GatewayEnvironment {
  readonly recovery: Recovery;

  constructor(scope: Construct, config: ProductionConfig | ResolvedInOneRegion, options?: RetainedOptions) {
    super(scope, config, options, [{ role: "recovery", after: "platform" }]);
    this.recovery = withoutStackTraces(() => new Recovery(this.stackOf("recovery")));
  }
}
