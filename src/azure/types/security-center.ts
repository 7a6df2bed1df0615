import { type Entry, unread } from "../entry";

export const securityCenter: Readonly<Record<string, Entry>> = {
  ...unread(
    "azurerm_advanced_threat_protection",
    "azurerm_iot_security_device_group",
    "azurerm_iot_security_solution",
    "azurerm_security_center_assessment",
    "azurerm_security_center_assessment_policy",
    "azurerm_security_center_auto_provisioning",
    "azurerm_security_center_automation",
    "azurerm_security_center_contact",
    "azurerm_security_center_server_vulnerability_assessment_virtual_machine",
    "azurerm_security_center_server_vulnerability_assessments_setting",
    "azurerm_security_center_setting",
    "azurerm_security_center_storage_defender",
    "azurerm_security_center_subscription_pricing",
    "azurerm_security_center_workspace",
  ),
};
