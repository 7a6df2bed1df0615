import { type Entry, unread } from "../entry";

export const templates: Readonly<Record<string, Entry>> = {
  ...unread(
    "azurerm_custom_provider",
    "azurerm_managed_application",
    "azurerm_managed_application_definition",
    "azurerm_management_group_template_deployment",
    "azurerm_resource_deployment_script_azure_cli",
    "azurerm_resource_deployment_script_azure_power_shell",
    "azurerm_resource_group_template_deployment",
    "azurerm_subscription_template_deployment",
    "azurerm_tenant_template_deployment",
  ),
};
