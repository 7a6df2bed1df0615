import type { PlanGraph } from "../policy/graph/graph";
import { durationText } from "./duration";
import type { Limit } from "./limits";
import type { Measured } from "./promise";
import type { Source } from "./source";

/**
 * Minutes that Azure takes to create what is slow. Estimates on the safe side: nobody commits to any of them, and only
 * the VPN gateway's is documented ("45 minutes or more, depending on the size").
 *
 * @see https://learn.microsoft.com/azure/vpn-gateway/tutorial-create-gateway-portal
 */
export const CREATION_MINUTES: Readonly<Record<string, number>> = {
  azurerm_api_management: 45,
  azurerm_application_gateway: 20,
  azurerm_bastion_host: 15,
  azurerm_cdn_frontdoor_profile: 30,
  azurerm_container_app: 5,
  azurerm_container_app_environment: 15,
  azurerm_cosmosdb_account: 15,
  azurerm_firewall: 20,
  azurerm_kubernetes_cluster: 15,
  azurerm_managed_redis: 20,
  azurerm_mssql_server: 10,
  azurerm_mysql_flexible_server: 15,
  azurerm_postgresql_flexible_server: 15,
  azurerm_private_dns_resolver: 10,
  azurerm_redis_cache: 25,
  azurerm_virtual_network_gateway: 45,
};

/** Minutes for everything quick in one stack. */
const STACK_MINUTES = 10;
/** Minutes that people take between the stacks: images, secrets, certificate, names. */
const HANDS_MINUTES = 60;

const SOURCE: Source = {
  url: "https://learn.microsoft.com/azure/vpn-gateway/tutorial-create-gateway-portal",
  asOf: "2026-11-21",
  confidence: "estimate",
};

/** Minutes of a new environment without its data: stack after stack, in each the slow types one after the other. */
function rebuildMinutes(graph: PlanGraph): number {
  return graph.stacks.reduce((sum, stack) => {
    const types = new Set(graph.managed().flatMap((one) => (one.stack === stack ? [one.type] : [])));
    const slow = [...types].reduce((minutes, type) => minutes + (CREATION_MINUTES[type] ?? 0), 0);
    return sum + STACK_MINUTES + slow;
  }, HANDS_MINUTES);
}

/** Making the environment again: as a recreation drill measured it, else estimated. */
export function rebuild(graph: PlanGraph, measured: Measured | undefined): Limit {
  const drilled = measured?.recreation;
  const minutes = drilled ?? rebuildMinutes(graph);
  return {
    what: "environment",
    minutes,
    basis: drilled === undefined ? "estimate" : "measured",
    says: `making the environment again takes ${durationText(minutes)}`,
    sources: drilled === undefined ? [SOURCE] : [],
  };
}
