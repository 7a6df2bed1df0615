import { type Entry, entry, plain } from "../entry";

const TEMPLATE = entry({ hides: "what it makes is not in the plan" });
const SCRIPT = entry({ hides: "what it does is not in the plan" });

/** Templates and scripts, which make what no plan shows: no question about that can be answered. */
export const templates: Readonly<Record<string, Entry>> = {
  azurerm_custom_provider: entry({
    noun: "custom provider",
    holds: { none: "its endpoints hold what it is asked for" },
    publicSide: { none: "Azure Resource Manager answers for it" },
    waysIn: { none: "Azure Resource Manager answers for it" },
    waysOut: [
      {
        what: "requests",
        to: ["action.endpoint", "resource_type.endpoint", "validation.specification"],
        says: "sends requests to",
      },
    ],
    localAuth: { none: "people sign in by Entra ID" },
    gives: { none: "it gives nobody a right" },
  }),
  azurerm_managed_application_definition: plain("it is a template; applications of it make something", {
    waysOut: [{ what: "its template", to: ["package_file_uri"], says: "reads its template from" }],
    gives: {
      what: "a role in what it makes",
      to: "authorization.service_principal_id",
      right: "authorization.role_definition_id",
    },
  }),
  azurerm_managed_application: TEMPLATE,
  azurerm_management_group_template_deployment: TEMPLATE,
  azurerm_resource_deployment_script_azure_cli: SCRIPT,
  azurerm_resource_deployment_script_azure_power_shell: SCRIPT,
  azurerm_resource_group_template_deployment: TEMPLATE,
  azurerm_subscription_template_deployment: TEMPLATE,
  azurerm_tenant_template_deployment: TEMPLATE,
};
