import { factOf } from "../azure";
import { type PriceId, price } from "../azure/prices";
import { block } from "../plan/json";
import { resourcesOf, type SynthesizedResource, type SynthesizedStack } from "../plan/terraform-json";

/** One resource's part of the monthly floor. */
export interface FloorLine {
  readonly address: string;
  /** In US dollars, list price. */
  readonly monthly: number;
  readonly prices: readonly PriceId[];
}

/** What an environment costs a month when nobody uses it: an estimate from list prices, not a quote. */
export interface Floor {
  readonly monthly: number;
  /** Lines above zero, most expensive first. */
  readonly lines: readonly FloorLine[];
  /** Addresses of resources that are paid for and whose price is not known here: the floor is higher by them. */
  readonly unpriced: readonly string[];
}

/** A price and how often it is paid; no id where there is a price and it is not known. */
type Part = readonly [id: PriceId | undefined, amount: number];

const POSTGRES_COMPUTE: Readonly<Record<string, PriceId>> = {
  B_Standard_B1ms: "postgres-b1ms",
  B_Standard_B2s: "postgres-b2s",
  B_Standard_B2ms: "postgres-b2ms",
  GP_Standard_D2s_v3: "postgres-d2s-v3",
  GP_Standard_D4s_v3: "postgres-d4s-v3",
  GP_Standard_D2ds_v5: "postgres-d2ds-v5",
  GP_Standard_D4ds_v5: "postgres-d4ds-v5",
  GP_Standard_D8ds_v5: "postgres-d8ds-v5",
};

const REGISTRIES: Readonly<Record<string, PriceId>> = {
  basic: "registry-basic",
  standard: "registry-standard",
  premium: "registry-premium",
};

const FIREWALLS: Readonly<Record<string, PriceId>> = {
  basic: "firewall-basic",
  standard: "firewall-standard",
  premium: "firewall-premium",
};

const FRONT_DOORS: Readonly<Record<string, PriceId>> = { Premium_AzureFrontDoor: "front-door-premium" };

/** By how often the query runs; everything rarer costs what a quarter of an hour does. */
const QUERY_ALERTS: Readonly<Record<string, PriceId>> = {
  PT1M: "alert-query-1-minute",
  PT5M: "alert-query-5-minutes",
  PT10M: "alert-query-10-minutes",
};

/** The price of a size; `undefined` for a size that no price is known for. */
function sized(prices: Readonly<Record<string, PriceId>>, size: unknown): PriceId | undefined {
  const name = String(size);
  return Object.hasOwn(prices, name) ? prices[name] : undefined;
}

/**
 * Capacity units that a reserved instance of a gateway is paid as.
 *
 * @see https://learn.microsoft.com/azure/application-gateway/understanding-pricing
 */
const UNITS_PER_INSTANCE = 10;

/** True the first time that something is named: it is paid once, however many resources of a plan need it. */
type IsFirst = (what: unknown) => boolean;

const APPS = "managedEnvironments";

/** What an environment of apps costs more once it has private endpoints, however many. */
function endpointOfApps(environment: unknown, isFirst: IsFirst): readonly Part[] {
  return isFirst(environment) ? [["container-apps-plan-management", 1]] : [];
}

/** What each resource type costs while idle; a type that is not here has no fixed price. */
const PARTS: Readonly<Record<string, (resource: SynthesizedResource, isFirst: IsFirst) => readonly Part[]>> = {
  azurerm_container_app: ({ attributes }) => {
    const template = block(attributes, "template") ?? {};
    const container = block(template, "container") ?? {};
    const replicas = Number(template["min_replicas"] ?? 0);
    const gibibytes = Number.parseFloat(String(container["memory"] ?? "0"));
    return [
      ["container-apps-vcpu-idle", replicas * Number(container["cpu"] ?? 0)],
      ["container-apps-memory-idle", replicas * gibibytes],
    ];
  },
  azurerm_container_registry: ({ attributes }) => [
    [sized(REGISTRIES, String(attributes["sku"]).toLowerCase()), 1],
    ["registry-replica", [attributes["georeplications"] ?? []].flat().length],
  ],
  azurerm_cdn_frontdoor_profile: ({ attributes }) => [[sized(FRONT_DOORS, attributes["sku_name"]), 1]],
  azurerm_cdn_frontdoor_origin: ({ attributes }, isFirst) => {
    const link = block(attributes, "private_link");
    return link?.["target_type"] === APPS ? endpointOfApps(link["private_link_target_id"], isFirst) : [];
  },
  azurerm_postgresql_flexible_server: ({ attributes }) => {
    const servers = block(attributes, "high_availability") ? 2 : 1;
    const gibibytes = Number(attributes["storage_mb"] ?? 32768) / 1024;
    return [
      [sized(POSTGRES_COMPUTE, attributes["sku_name"]), servers],
      ["postgres-storage", servers * gibibytes],
    ];
  },
  azurerm_private_endpoint: ({ attributes }, isFirst) => {
    const connection = block(attributes, "private_service_connection") ?? {};
    const ofApps = [connection["subresource_names"] ?? []].flat().includes(APPS);
    return [
      ["private-endpoint", 1],
      ...(ofApps ? endpointOfApps(connection["private_connection_resource_id"], isFirst) : []),
    ];
  },
  azurerm_private_dns_zone: () => [["private-dns-zone", 1]],
  azurerm_public_ip: () => [["public-ip", 1]],
  azurerm_nat_gateway: () => [["nat-gateway", 1]],
  azurerm_application_gateway: ({ attributes }) => {
    const instances = Number(block(attributes, "autoscale_configuration")?.["min_capacity"] ?? 0);
    return [
      ["application-gateway-waf", 1],
      ["application-gateway-capacity-unit", UNITS_PER_INSTANCE * instances],
    ];
  },
  azurerm_data_protection_backup_instance_postgresql_flexible_server: () => [["backup-postgres", 1]],
  azurerm_data_protection_backup_instance_blob_storage: () => [["backup-blobs", 1]],
  azurerm_firewall: ({ attributes }) => [[sized(FIREWALLS, String(attributes["sku_tier"]).toLowerCase()), 1]],
  azurerm_virtual_network_gateway: () => [["vpn-gateway-1-az", 1]],
  azurerm_private_dns_resolver_inbound_endpoint: () => [["dns-resolver-endpoint", 1]],
  azurerm_monitor_metric_alert: () => [["alert-metric", 1]],
  azurerm_monitor_scheduled_query_rules_alert_v2: ({ attributes }) => [
    [sized(QUERY_ALERTS, attributes["evaluation_frequency"]) ?? "alert-query-15-minutes", 1],
  ],
};

function partsOf(resource: SynthesizedResource, isFirst: IsFirst): readonly Part[] {
  if (Object.hasOwn(PARTS, resource.type)) return PARTS[resource.type]?.(resource, isFirst) ?? [];
  return factOf(resource.type, "paid") ? [[undefined, 1]] : [];
}

/** Sums the fixed prices of an environment's resources. */
export function monthlyFloor(stacks: readonly SynthesizedStack[]): Floor {
  const named = new Set<unknown>();
  const isFirst: IsFirst = (what) => named.size < named.add(what).size;
  const paid = stacks
    .flatMap(({ json }) => resourcesOf(json))
    .map((resource) => ({
      address: resource.address,
      parts: partsOf(resource, isFirst).filter(([, amount]) => amount > 0),
    }));
  const lines = paid
    .map(({ address, parts }): FloorLine => {
      const known = parts.flatMap(([id, amount]) => (id === undefined ? [] : [{ id, amount }]));
      const monthly = known.reduce((sum, { id, amount }) => sum + price(id).monthly * amount, 0);
      return { address, monthly, prices: known.map(({ id }) => id) };
    })
    .filter(({ monthly }) => monthly > 0)
    .sort((a, b) => b.monthly - a.monthly || (a.address < b.address ? -1 : 1));
  const unpriced = paid.filter(({ parts }) => parts.some(([id]) => id === undefined)).map(({ address }) => address);
  return { monthly: lines.reduce((sum, { monthly }) => sum + monthly, 0), lines, unpriced: unpriced.sort() };
}
