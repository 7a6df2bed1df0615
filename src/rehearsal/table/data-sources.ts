import type { MockTable } from "./entry";

/**
 * Data sources that are no resource of the same name, or whose id differs from it. All others take their resource's
 * line. Types without their `azurerm_` prefix.
 */
export const dataSources: MockTable = {
  billing_enrollment_account_scope:
    "/providers/Microsoft.Billing/billingAccounts/{billing_account_name}/enrollmentAccounts/{enrollment_account_name}",
  client_config: [
    "{guid:client}",
    {
      client_id: "{guid:client}",
      object_id: "{guid:object}",
      subscription_id: "{subscription}",
      tenant_id: "{tenant}",
    },
  ],
  function_app: ["{rg}/Microsoft.Web/sites/{name}", { default_hostname: "{name}.azurewebsites.net" }],
  location: "{sub}/Microsoft.Resources/locations/{location}",
  monitor_diagnostic_categories: [
    "{resource_id:key_vault}",
    { log_category_types: ["AuditEvent"], metrics: ["AllMetrics"] },
  ],
  network_service_tags: [
    "{location}-{service}",
    { address_prefixes: ["203.0.113.0/24"], ipv4_cidrs: ["203.0.113.0/24"] },
  ],
  platform_image:
    "{sub}/Microsoft.Compute/locations/{location}/publishers/{publisher}/artifactTypes/vmImage/offers/{offer}/skus/{sku}/versions/latest",
  policy_definition_built_in: "/providers/Microsoft.Authorization/policyDefinitions/{guid}",
  private_endpoint_connection: [
    "{rg}/Microsoft.Network/privateEndpoints/{name}",
    {
      private_service_connection: [
        { name: "{name}", request_response: "Approved", status: "Approved", private_ip_address: "{private_ip}" },
      ],
    },
  ],
  public_ips: ["/subscriptions/{subscription}/resourceGroups/{resource_group_name}", { public_ips: [] }],
  resources: ["resource-rehearsed", { resources: [] }],
  role_definition: [
    "/subscriptions/{subscription}/providers/Microsoft.Authorization/roleDefinitions/{guid:role}",
    { role_definition_id: "{guid:role}" },
  ],
  storage_account_sas: ["{hex}", { sas: "?sv=2022-11-02&sig={hex}" }],
  subscription: [
    "/subscriptions/{subscription}",
    { subscription_id: "{subscription}", tenant_id: "{tenant}", display_name: "rehearsed", state: "Enabled" },
  ],
  subscriptions: ["subscriptions-{tenant}", { subscriptions: [] }],
  virtual_machine: [
    "{rg}/Microsoft.Compute/virtualMachines/{name}",
    { private_ip_address: "{private_ip}", public_ip_address: "{public_ip}" },
  ],
  virtual_machine_scale_set: "{rg}/Microsoft.Compute/virtualMachineScaleSets/{name}",
};
