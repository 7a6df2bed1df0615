import { type Entry, unread } from "../entry";

export const costManagement: Readonly<Record<string, Entry>> = {
  ...unread(
    "azurerm_billing_account_cost_management_export",
    "azurerm_consumption_budget_management_group",
    "azurerm_consumption_budget_resource_group",
    "azurerm_consumption_budget_subscription",
    "azurerm_cost_anomaly_alert",
    "azurerm_cost_management_scheduled_action",
    "azurerm_resource_group_cost_management_export",
    "azurerm_resource_group_cost_management_view",
    "azurerm_subscription_cost_management_export",
    "azurerm_subscription_cost_management_view",
  ),
};
