import { region } from "../../config/regions";
import { UNKNOWN } from "../graph/reference";
import type { Resource } from "../graph/resource";
import { normalLocation } from "./locations";

/** Where one type says that it spans availability zones. */
interface ZoneSetting {
  readonly path: string;
  readonly good: (value: unknown) => boolean;
  /** What to write. */
  readonly want: string;
}

const isTrue = (value: unknown) => value === true;
const oneOf =
  (...values: readonly string[]) =>
  (value: unknown) =>
    values.includes(String(value));
const twoZones = (value: unknown) => Array.isArray(value) && new Set(value.map(String)).size >= 2;

const ZONES: ZoneSetting = { path: "zones", good: twoZones, want: 'zones = ["1", "2", "3"]' };
const ENABLED: ZoneSetting = { path: "zone_redundancy_enabled", good: isTrue, want: "zone_redundancy_enabled = true" };
const STANDBY: ZoneSetting = {
  path: "high_availability.mode",
  good: oneOf("ZoneRedundant"),
  want: 'high_availability { mode = "ZoneRedundant" }',
};
const ANY_ZONE_COPY = oneOf("ZRS", "GZRS", "RAGZRS");

/**
 * Types that can span the zones of a region, and how they say so in azurerm 4.55. Types that Azure spreads over zones by
 * itself (Key Vault, Log Analytics, private endpoints, DNS) have no setting and are not in the table.
 *
 * @see https://learn.microsoft.com/azure/reliability/availability-zones-service-support
 */
export const ZONE_SETTINGS: Readonly<Record<string, ZoneSetting>> = {
  azurerm_application_gateway: ZONES,
  azurerm_bastion_host: ZONES,
  azurerm_container_app_environment: ENABLED,
  azurerm_container_registry: ENABLED,
  azurerm_data_protection_backup_vault: {
    path: "redundancy",
    good: oneOf("ZoneRedundant", "GeoRedundant"),
    want: 'redundancy = "ZoneRedundant"',
  },
  azurerm_firewall: ZONES,
  azurerm_linux_virtual_machine_scale_set: ZONES,
  azurerm_mssql_database: { path: "zone_redundant", good: isTrue, want: "zone_redundant = true" },
  azurerm_mysql_flexible_server: STANDBY,
  azurerm_postgresql_flexible_server: STANDBY,
  azurerm_public_ip: ZONES,
  azurerm_redis_cache: ZONES,
  azurerm_service_plan: { path: "zone_balancing_enabled", good: isTrue, want: "zone_balancing_enabled = true" },
  azurerm_storage_account: {
    path: "account_replication_type",
    good: ANY_ZONE_COPY,
    want: "account_replication_type ZRS or GZRS",
  },
  azurerm_virtual_network_gateway: {
    path: "sku",
    good: (value) => String(value).endsWith("AZ"),
    want: "a size that ends in AZ, for example VpnGw1AZ",
  },
  azurerm_windows_virtual_machine_scale_set: ZONES,
};

/** How one resource stands to the zones of its region. */
export interface ZoneFact {
  readonly path: string;
  readonly state: "spans" | "one-zone" | "unknown";
  /** What is written there. */
  readonly value: unknown;
  readonly want: string;
}

/** `undefined` for a type that has no such setting. Does not look at the region. */
export function zoneFact(resource: Resource): ZoneFact | undefined {
  const setting = ZONE_SETTINGS[resource.type];
  if (!setting) return undefined;
  const value = resource.value(setting.path);
  const state = value === UNKNOWN ? "unknown" : setting.good(value) ? "spans" : "one-zone";
  return { path: setting.path, state, value, want: setting.want };
}

/** True where the region is known to have no availability zones. */
export function lacksZones(location: string | undefined): boolean {
  return location !== undefined && region(normalLocation(location))?.zones === false;
}

/** True when the resource spans zones that its region has. */
export function spansZones(resource: Resource): boolean | typeof UNKNOWN {
  if (lacksZones(resource.text("location"))) return false;
  const state = zoneFact(resource)?.state;
  return state === "unknown" ? UNKNOWN : state === "spans";
}
