import { STANCES, type Stance } from "../stages/stances";
import { environmentName, type NameScope, resourceName } from "./names";
import type { NameOf, Resolved } from "./resolved/environment";
import { deepFreeze } from "./resolved/freeze";
import { ofStage } from "./resolved/of-stage";
import { withSecondRegion } from "./resolved/second-region";
import { resolveService } from "./resolved/service";
import { refuseSharedNames } from "./resolved/shared-names";
import { resolveStore } from "./resolved/store";
import { tagsOf } from "./resolved/tags";
import type { EnvironmentConfig } from "./schema";

export { databaseJobs, migratorOf } from "./resolved/database-parts";
export type * from "./resolved/environment";
export { audienceVariable } from "./resolved/of-stage";
export type { ResolvedService, ServiceKind } from "./resolved/service";
export type { ResolvedDatabase, ResolvedStore } from "./resolved/store";

/** The azurerm version that the bindings were generated from; used when a config names none. */
export const DEFAULT_AZURERM = "4.55.0";

const RESOLVED = new WeakSet<object>();

/** True for what {@link resolve} made, and not for a config that looks like it. */
export function isResolved(value: object): value is Resolved {
  return RESOLVED.has(value);
}

/**
 * Decides everything that a config leaves open. Pure: the same config gives the same environment.
 *
 * @throws BadInput when two parts of the config would get the same Azure name
 */
export function resolve(config: EnvironmentConfig): Resolved {
  const own = inRegion(config);
  const resolved = deepFreeze(config.stage === "scale" ? withSecondRegion(config, own, inRegion) : own);
  RESOLVED.add(resolved);
  return resolved;
}

/** The environment as it is in the region of the config. */
function inRegion(config: EnvironmentConfig): Resolved {
  const { workload, stage, location, owner, created, monthlyBudget } = config;
  const scope: NameScope = { workload, stage, location, generation: config.generation ?? 1 };
  const own = ofStage(config);
  const stance = stanceOf(config, own.geoBackup);
  const services = Object.entries(config.services).map(([name, service]) => resolveService(name, service, stance));
  const stores = Object.entries(config.stores ?? {}).map(([name, store]) => resolveStore(name, store, stance));
  const nameOf: NameOf = (type, part) => resourceName(scope, type, part);
  refuseSharedNames(services, stores, nameOf, "entry" in config);
  return {
    ...scope,
    ...own,
    name: environmentName(config),
    config,
    stance,
    owner,
    created,
    monthlyBudget,
    tags: tagsOf(config, scope.generation),
    services,
    stores,
    azurerm: config.azurerm ?? DEFAULT_AZURERM,
    nameOf,
    registry: nameOf("container_registry"),
    registryCopies: [],
    elsewhere: [],
  } as Resolved;
}

/** What the stage demands, with what the config may say otherwise. */
function stanceOf(config: EnvironmentConfig, geoBackup: Resolved["geoBackup"]): Stance {
  const demanded: Stance = STANCES[config.stage];
  const retentionDays = config.logging.retentionDays ?? demanded.logs.retentionDays;
  const replication = geoBackup === "paired-region" ? "GZRS" : demanded.storage.replication;
  return {
    ...demanded,
    logs: { ...demanded.logs, retentionDays },
    storage: { ...demanded.storage, replication },
  };
}
