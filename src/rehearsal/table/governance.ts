import type { MockTable } from "./entry";

/** Groups, identities, roles, policy, locks, budgets and Defender. Types without their `azurerm_` prefix. */
export const governance: MockTable = {
  advanced_threat_protection:
    "{target_resource_id:storage_account}/providers/Microsoft.Security/advancedThreatProtectionSettings/default",
  consumption_budget_management_group:
    "{management_group_id:management_group}/providers/Microsoft.Consumption/budgets/{name}",
  consumption_budget_resource_group:
    "{resource_group_id:resource_group}/providers/Microsoft.Consumption/budgets/{name}",
  consumption_budget_subscription: "{subscription_id:subscription}/providers/Microsoft.Consumption/budgets/{name}",
  cost_anomaly_alert: "{sub}/Microsoft.CostManagement/scheduledActions/{name}",
  federated_identity_credential: "{parent_id:user_assigned_identity}/federatedIdentityCredentials/{name}",
  maintenance_configuration: "{rg}/Microsoft.Maintenance/maintenanceConfigurations/{name}",
  management_group: [
    "/providers/Microsoft.Management/managementGroups/{name}",
    { tenant_scoped_id: "/providers/Microsoft.Management/managementGroups/{name}" },
  ],
  management_group_policy_assignment:
    "{management_group_id:management_group}/providers/Microsoft.Authorization/policyAssignments/{name}",
  management_group_policy_set_definition:
    "{management_group_id:management_group}/providers/Microsoft.Authorization/policySetDefinitions/{name}",
  management_group_subscription_association: "{management_group_id:management_group}/subscriptions/{subscription}",
  management_lock: "{scope:resource_group}/providers/Microsoft.Authorization/locks/{name}",
  pim_active_role_assignment: "{scope:resource_group}|{role_definition_id}|{principal_id}",
  pim_eligible_role_assignment: "{scope:resource_group}|{role_definition_id}|{principal_id}",
  policy_definition: "{sub}/Microsoft.Authorization/policyDefinitions/{name}",
  policy_set_definition: "{sub}/Microsoft.Authorization/policySetDefinitions/{name}",
  portal_dashboard: "{rg}/Microsoft.Portal/dashboards/{name}",
  resource_group: "/subscriptions/{subscription}/resourceGroups/{name}",
  resource_group_cost_management_export:
    "{resource_group_id:resource_group}/providers/Microsoft.CostManagement/exports/{name}",
  resource_group_policy_assignment:
    "{resource_group_id:resource_group}/providers/Microsoft.Authorization/policyAssignments/{name}",
  resource_group_policy_exemption:
    "{resource_group_id:resource_group}/providers/Microsoft.Authorization/policyExemptions/{name}",
  resource_group_template_deployment: "{rg}/Microsoft.Resources/deployments/{name}",
  resource_policy_assignment: "{resource_id:resource_group}/providers/Microsoft.Authorization/policyAssignments/{name}",
  resource_provider_registration: "{sub}/{name}",
  role_assignment: [
    "{scope:resource_group}/providers/Microsoft.Authorization/roleAssignments/{guid}",
    { name: "{guid}" },
  ],
  role_definition: [
    "/subscriptions/{subscription}/providers/Microsoft.Authorization/roleDefinitions/{guid}|{scope:subscription}",
    {
      role_definition_id: "{guid}",
      role_definition_resource_id:
        "/subscriptions/{subscription}/providers/Microsoft.Authorization/roleDefinitions/{guid:role_definition_id}",
    },
  ],
  security_center_assessment_policy: "{sub}/Microsoft.Security/assessmentMetadata/{guid}",
  security_center_auto_provisioning: "{sub}/Microsoft.Security/autoProvisioningSettings/default",
  security_center_contact: "{sub}/Microsoft.Security/securityContacts/{name}",
  security_center_setting: "{sub}/Microsoft.Security/settings/{setting_name}",
  security_center_storage_defender: "{storage_account_id:storage_account}",
  security_center_subscription_pricing: "{sub}/Microsoft.Security/pricings/{resource_type}",
  security_center_workspace: "{sub}/Microsoft.Security/workspaceSettings/default",
  subscription: [
    "/providers/Microsoft.Subscription/aliases/{alias}",
    { subscription_id: "{guid}", tenant_id: "{tenant}" },
  ],
  subscription_cost_management_export:
    "{subscription_id:subscription}/providers/Microsoft.CostManagement/exports/{name}",
  subscription_policy_assignment:
    "{subscription_id:subscription}/providers/Microsoft.Authorization/policyAssignments/{name}",
  subscription_policy_exemption:
    "{subscription_id:subscription}/providers/Microsoft.Authorization/policyExemptions/{name}",
  subscription_policy_remediation:
    "{subscription_id:subscription}/providers/Microsoft.PolicyInsights/remediations/{name}",
  subscription_template_deployment: "{sub}/Microsoft.Resources/deployments/{name}",
  user_assigned_identity: [
    "{rg}/Microsoft.ManagedIdentity/userAssignedIdentities/{name}",
    { client_id: "{guid}", principal_id: "{guid}", tenant_id: "{tenant}" },
  ],
};
