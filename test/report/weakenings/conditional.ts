import type { Attributes } from "../../../src/plan/terraform-json";
import { type Role, set, type Weakening } from "../../support/weakenings";

const COUNT = { count: "${var.on ? 1 : 0}" };
const EACH = { for_each: "${toset(var.names)}" };

const perhaps = (
  what: string,
  stack: Role,
  address: string,
  caught: readonly string[],
  meta: Attributes = COUNT,
): Weakening => ({ what: `${what} that may not exist`, change: set(stack, address, meta), caught });

/** What protects only if an expression says so. */
export const CONDITIONAL: readonly Weakening[] = [
  perhaps("a lock", "platform", "azurerm_management_lock.lock-database-database", ["REC-04"]),
  perhaps(
    "a diagnostic setting",
    "platform",
    "azurerm_monitor_diagnostic_setting.apps_diagnostics",
    ["OBS-01", "OBS-02"],
    EACH,
  ),
  perhaps(
    "a security group's association",
    "platform",
    "azurerm_subnet_network_security_group_association.network_association-apps",
    ["NET-10"],
  ),
  perhaps("a route table's association", "platform", "azurerm_subnet_route_table_association.network_routes-apps", [
    "NET-08",
  ]),
  perhaps("a private endpoint", "platform", "azurerm_private_endpoint.private_endpoint-database", ["NET-04"], EACH),
  perhaps("a budget", "platform", "azurerm_consumption_budget_resource_group.budget", ["CST-01"]),
  perhaps("an alert", "platform", "azurerm_monitor_metric_alert.alert-database-cpu", ["INC-03"]),
  perhaps("the health alert", "platform", "azurerm_monitor_activity_log_alert.alert-resource-health", ["INC-03"]),
  perhaps("the traces", "services", "azurerm_application_insights.insights", ["OBS-03"]),
  perhaps("the web filter", "entry", "azurerm_web_application_firewall_policy.gateway_firewall", ["NET-07"]),
  {
    what: "a lock that OpenTofu may leave out",
    change: set("platform", "azurerm_management_lock.lock-database-database", { lifecycle: { enabled: "${var.on}" } }),
    caught: ["REC-04"],
  },
  {
    what: "a lock as many times as it is written",
    change: set("platform", "azurerm_management_lock.lock-database-database", { for_each: '${toset(["a"])}' }),
    caught: [],
  },
];
