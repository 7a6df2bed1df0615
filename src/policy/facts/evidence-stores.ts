import type { PlanGraph } from "../graph/graph";
import { target } from "../graph/network";
import type { Resource } from "../graph/resource";

/**
 * Storage accounts that Azure Monitor exports logs to and that let nobody else in: it comes as a trusted service, which
 * needs the public endpoint, with a default of Deny and no address allowed.
 *
 * @see https://learn.microsoft.com/azure/azure-monitor/logs/logs-data-export
 */
export function evidenceStores(graph: PlanGraph): ReadonlySet<Resource> {
  return graph.once("evidence stores", () => {
    const stores = graph
      .of("azurerm_log_analytics_data_export_rule")
      .flatMap((one) => target(one.refs("destination_resource_id")[0], "azurerm_storage_account") ?? []);
    return new Set(stores.filter(letsNobodyIn));
  });
}

function letsNobodyIn(store: Resource): boolean {
  const [rules] = store.blocks("network_rules");
  return (
    rules !== undefined &&
    rules.text("default_action") === "Deny" &&
    ["ip_rules", "virtual_network_subnet_ids", "private_link_access"].every((path) => rules.refs(path).length === 0) &&
    rules.texts("ip_rules").length === 0 &&
    rules.blocks("private_link_access").length === 0
  );
}
