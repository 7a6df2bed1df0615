import { type Entry, entry, unread } from "../entry";

export const authorization: Readonly<Record<string, Entry>> = {
  azurerm_user_assigned_identity: entry({ arm: { segment: "Microsoft.ManagedIdentity/userAssignedIdentities" } }),
  ...unread(
    "azurerm_aadb2c_directory",
    "azurerm_active_directory_domain_service",
    "azurerm_active_directory_domain_service_replica_set",
    "azurerm_active_directory_domain_service_trust",
    "azurerm_federated_identity_credential",
    "azurerm_graph_services_account",
    "azurerm_lighthouse_assignment",
    "azurerm_lighthouse_definition",
    "azurerm_marketplace_role_assignment",
    "azurerm_pim_active_role_assignment",
    "azurerm_pim_eligible_role_assignment",
    "azurerm_role_assignment",
    "azurerm_role_definition",
    "azurerm_role_management_policy",
  ),
};
