import type { Construct } from "constructs";
import type { ResolvedHardened, ResolvedScale } from "../src/config/resolve";
import type { ScaleConfig } from "../src/config/schema";
import { withoutStackTraces } from "../src/synth/without-stack-traces";
import { Edge } from "./edge";
import { FIRST_STACKS, HardenedEnvironment, type PlannedStack } from "./hardened-environment";
import { Recovery } from "./recovery";
import { RegionAccess } from "./region-access";
import { RegionData } from "./region-data";
import { RegionPlatform } from "./region-platform";
import { RegionRecovery } from "./region-recovery";
import type { RetainedOptions } from "./retained-options";
import { Services } from "./services";

/** The second region of a Scale. */
export interface SecondRegion {
  /** What has to be there before the first region is lost. */
  readonly data: RegionData;
  /** Where its apps run. */
  readonly platform: RegionPlatform;
  /** How people reach it. */
  readonly access: RegionAccess;
  /** Its apps and jobs. */
  readonly services: Services;
  /** What outlives it. */
  readonly recovery: RegionRecovery;
}

/**
 * A Scale: the living Production, a second region beside it, and one edge in front of both. Production's stacks keep their
 * names and their state; its gateway goes last, by a stack that has nothing in it any more.
 *
 * @example
 * const environment = new ScaleEnvironment(app, config);
 * environment.second.platform.network.privateAccess.addEndpoint("cache", { type: "azurerm_managed_redis", resource: cache });
 * @throws BadInput with every problem of the config
 */
export class ScaleEnvironment extends HardenedEnvironment<ResolvedScale> {
  readonly recovery: Recovery;
  readonly second: SecondRegion;
  readonly edge: Edge;

  constructor(scope: Construct, config: ScaleConfig | ResolvedScale, options: RetainedOptions = {}) {
    super(scope, config, options, stacksOf);
    const { resolved } = this;
    const { code } = resolved.scale;
    const of = <S extends ResolvedHardened>(role: PlannedStack["role"]) => this.stackOf<S>(role);
    this.recovery = withoutStackTraces(() => new Recovery(of("recovery")));
    this.second = withoutStackTraces(() => ({
      data: new RegionData(of(`data-${code}`), resolved),
      platform: new RegionPlatform(of(`platform-${code}`), resolved),
      access: new RegionAccess(of(`access-${code}`)),
      services: new Services(of(`services-${code}`)),
      recovery: new RegionRecovery(of(`recovery-${code}`)),
    }));
    this.edge = withoutStackTraces(() => new Edge(of("edge")));
  }
}

/** The edge comes before the gateway goes, and both regions before the edge. */
function stacksOf({ scale: { code, second } }: ResolvedScale): PlannedStack[] {
  return [
    ...FIRST_STACKS,
    { role: "recovery", after: "platform" },
    { role: `data-${code}`, after: "platform", of: second },
    { role: `platform-${code}`, after: `data-${code}`, of: second },
    { role: `access-${code}`, after: `platform-${code}`, of: second },
    { role: `services-${code}`, after: `platform-${code}`, of: second },
    { role: `recovery-${code}`, after: `platform-${code}`, of: second },
    { role: "edge", after: `services-${code}` },
    { role: "entry", after: "edge" },
  ];
}
