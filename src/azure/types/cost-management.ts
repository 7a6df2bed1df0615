import { type Entry, plain } from "../entry";

const MONEY = "it is about money, and tells people";
const EXPORT = plain(MONEY, {
  waysOut: [{ what: "costs", to: ["export_data_storage_location.container_id"], says: "sends costs to" }],
});

/** Budgets, and what is told of costs. */
export const costManagement: Readonly<Record<string, Entry>> = {
  azurerm_billing_account_cost_management_export: EXPORT,
  azurerm_consumption_budget_management_group: plain(MONEY),
  azurerm_consumption_budget_resource_group: plain(MONEY),
  azurerm_consumption_budget_subscription: plain(MONEY),
  azurerm_cost_anomaly_alert: plain(MONEY),
  azurerm_cost_management_scheduled_action: plain(MONEY),
  azurerm_resource_group_cost_management_export: EXPORT,
  azurerm_resource_group_cost_management_view: plain(MONEY),
  azurerm_subscription_cost_management_export: EXPORT,
  azurerm_subscription_cost_management_view: plain(MONEY),
};
