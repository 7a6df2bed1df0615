import { EMULATED_SUBSCRIPTION } from "../../../src/emulator/arm/azure";
import { type Fault, others, ours, resource } from "./fault";

const SUBSCRIPTION = `/subscriptions/${EMULATED_SUBSCRIPTION}`;
const ADDRESS = resource("public_ip", "entry", `  name = "pip-entry"\n  allocation_method = "Static"`);
const WORKSPACE = resource("log_analytics_workspace", "logs", `  name = "log-orders"`);
const diagnostics = (label: string, after = "") => `
resource "azurerm_monitor_diagnostic_setting" "${label}" {
  name                       = "${label}"
  target_resource_id         = azurerm_public_ip.entry.id
  log_analytics_workspace_id = azurerm_log_analytics_workspace.logs.id
  enabled_log {
    category_group = "allLogs"
  }
  ${after}
}
`;
const assignment = (label: string, role: string, after = "") => `
resource "azurerm_role_assignment" "${label}" {
  scope                = azurerm_resource_group.main.id
  principal_id         = "00000000-0000-4000-8000-000000000001"
  ${role}
  ${after}
}
`;
const budget = (start: string) => `
resource "azurerm_consumption_budget_resource_group" "monthly" {
  name              = "monthly"
  resource_group_id = azurerm_resource_group.main.id
  amount            = 100
  time_period {
    start_date = "${start}"
  }
  notification {
    threshold      = 90
    operator       = "GreaterThan"
    contact_emails = ["costs@example.com"]
  }
}
`;
const lastMonth = (): string => {
  const now = new Date();
  return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - 1, 1)).toISOString().replace(".000Z", "Z");
};
const LOCK = `${SUBSCRIPTION}/providers/Microsoft.Authorization/locks/keep`;

/** Roles, locks, policies, money, and what is observed. */
export const SETTING_FAULTS: readonly Fault[] = [
  {
    name: "a role that is given twice",
    source: "https://github.com/hashicorp/terraform-provider-azurerm/issues/17421",
    phase: "apply",
    resource: "azurerm_role_assignment.two",
    says: "The role assignment already exists",
    code: "RoleAssignmentExists",
    hcl:
      assignment("one", `role_definition_name = "Reader"`) +
      assignment("two", `role_definition_name = "Reader"`, "depends_on = [azurerm_role_assignment.one]"),
  },
  {
    name: "a role that does not exist",
    source: "https://learn.microsoft.com/en-us/azure/role-based-access-control/troubleshooting",
    phase: "apply",
    resource: "azurerm_role_assignment.one",
    says: "does not exist",
    code: "RoleDefinitionDoesNotExist",
    hcl: assignment(
      "one",
      `role_definition_id = "${SUBSCRIPTION}/providers/Microsoft.Authorization/roleDefinitions/00000000-0000-4000-8000-000000000002"`,
    ),
  },
  {
    name: "a lock of the subscription in the way",
    source: "https://learn.microsoft.com/en-us/azure/azure-resource-manager/management/lock-resources",
    phase: "destroy",
    resource: "azurerm_public_ip.entry",
    says: "are locked",
    code: "ScopeLocked",
    hcl: ADDRESS,
    meanwhile: others("destroy", { [LOCK]: { properties: { level: "CanNotDelete" } } }),
  },
  {
    name: "a subscription that may only be read when the next generation comes",
    source: "https://learn.microsoft.com/en-us/azure/azure-resource-manager/management/lock-resources",
    phase: "successor beside it",
    resource: "azurerm_resource_group.main",
    says: "are locked",
    code: "ScopeLocked",
    hcl: "",
    successor: "",
    meanwhile: others("successor beside it", { [LOCK]: { properties: { level: "ReadOnly" } } }),
  },
  {
    name: "a policy that allows other regions only",
    source:
      "https://learn.microsoft.com/en-us/azure/azure-resource-manager/troubleshooting/error-policy-requestdisallowedbypolicy",
    phase: "apply",
    resource: "azurerm_public_ip.entry",
    says: "was disallowed by policy",
    code: "RequestDisallowedByPolicy",
    hcl: ADDRESS,
    meanwhile: others("apply", {
      [`${SUBSCRIPTION}/providers/Microsoft.Authorization/policyAssignments/regions`]: {
        properties: {
          policyDefinitionId:
            "/providers/Microsoft.Authorization/policyDefinitions/e56962a6-4747-49cd-b67b-bf8b01975c4c",
          parameters: { listOfAllowedLocations: { value: ["northeurope"] } },
        },
      },
    }),
  },
  {
    name: "a budget of last month",
    source: "https://github.com/Azure/CanadaPubSecALZ/issues/317",
    phase: "apply",
    resource: "azurerm_consumption_budget_resource_group.monthly",
    says: "current month or later",
    code: "400",
    hcl: budget(lastMonth()),
  },
  {
    name: "two diagnostic settings to one place",
    source: "https://github.com/Azure/terraform-azurerm-avm-ptn-aiml-landing-zone/issues/19",
    phase: "apply",
    resource: "azurerm_monitor_diagnostic_setting.two",
    says: "is already used in diagnostic setting",
    code: "Conflict",
    hcl:
      ADDRESS +
      WORKSPACE +
      diagnostics("one") +
      diagnostics("two", "depends_on = [azurerm_monitor_diagnostic_setting.one]"),
  },
  {
    name: "a short name that is too long",
    source: "https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/monitor_action_group",
    phase: "apply",
    resource: "azurerm_monitor_action_group.team",
    says: "short_name",
    hcl: `resource "azurerm_monitor_action_group" "team" {
  name                = "ag-team"
  resource_group_name = azurerm_resource_group.main.name
  short_name          = "team of orders"
}
`,
  },
  {
    name: "tags that somebody, or a policy, has added",
    source: "https://learn.microsoft.com/en-us/azure/azure-resource-manager/management/tag-policies",
    phase: "no changes",
    resource: "azurerm_public_ip.entry",
    says: "update",
    hcl: ADDRESS,
    meanwhile: (phase, azure) => {
      const found = azure.store.get(ours("Microsoft.Network/publicIPAddresses/pip-entry"));
      if (phase === "no changes" && found) found.body["tags"] = { costCenter: "42" };
    },
  },
  {
    name: "something that somebody has deleted",
    source: "https://developer.hashicorp.com/terraform/tutorials/state/resource-drift",
    phase: "no changes",
    resource: "azurerm_public_ip.entry",
    says: "create",
    hcl: ADDRESS,
    meanwhile: (phase, azure) => {
      if (phase === "no changes") azure.remove(ours("Microsoft.Network/publicIPAddresses/pip-entry"));
    },
  },
];
