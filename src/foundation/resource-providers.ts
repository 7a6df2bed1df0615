/**
 * Resource providers that the stacks of any stage need, with what for. The foundation's provider blocks register those
 * that a subscription lacks. The spelling is Azure's, which is compared letter by letter.
 *
 * `azurerm_resource_provider_registration` is not used: it refuses a provider that is registered already, as most
 * subscriptions have some, and unregisters on destroy.
 *
 * @see https://learn.microsoft.com/azure/azure-resource-manager/management/resource-providers-and-types
 */
export const FOUNDATION_RESOURCE_PROVIDERS: Readonly<Record<string, string>> = {
  "Microsoft.AlertsManagement": "alert rules of Application Insights",
  "Microsoft.App": "Container Apps",
  "Microsoft.Authorization": "roles, policies, locks",
  "Microsoft.Cdn": "Front Door, from Scale",
  "Microsoft.Consumption": "budgets",
  "Microsoft.ContainerRegistry": "registry",
  "Microsoft.DBforPostgreSQL": "databases",
  "Microsoft.DataProtection": "backup vaults, from Production",
  "Microsoft.KeyVault": "vaults",
  "Microsoft.ManagedIdentity": "identities",
  "Microsoft.Network": "networks, private endpoints, gateways, from Pilot",
  "Microsoft.OperationalInsights": "log workspaces",
  "Microsoft.PolicyInsights": "policy compliance",
  "Microsoft.ResourceHealth": "health alerts, from Pre-Production",
  "Microsoft.Security": "Defender plans and security contact",
  "Microsoft.Storage": "blobs, queues, Terraform state",
  "microsoft.insights": "diagnostic settings, alerts, Application Insights",
};
