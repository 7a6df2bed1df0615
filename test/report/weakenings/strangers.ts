import { add, type Json, type Weakening } from "../../support/weakenings";

const STRANGER = "99999999-0000-0000-0000-000000000009";

/** What is given to, trusted to or taken from somebody whom the config does not name. */
export const STRANGERS: readonly Weakening[] = [
  {
    what: "copies of blobs for an account of which only a variable is known",
    change: (stacks) => {
      stacks.platform.variable.partner_account = { type: "string" };
      add("platform", "azurerm_storage_object_replication.partner", {
        source_storage_account_id: "${azurerm_storage_account.storage.id}",
        destination_storage_account_id: "${var.partner_account}",
        rules: { source_container_name: "files", destination_container_name: "files" },
      })(stacks);
    },
    caught: ["NET-08", "REC-01", "REC-09"],
  },
  {
    what: "secrets for somebody else's application",
    change: add("platform", "azurerm_role_assignment.stranger", {
      principal_id: STRANGER,
      principal_type: "ServicePrincipal",
      scope: "${azurerm_key_vault.vault.id}",
      role_definition_name: "Key Vault Secrets User",
    }),
    caught: ["IAM-03", "REC-09"],
  },
  {
    what: "a managed service provider by Lighthouse",
    change: (stacks) => {
      add("platform", "azurerm_lighthouse_definition.partner", {
        name: "partner",
        managing_tenant_id: STRANGER,
        scope: "/subscriptions/${var.subscription_id}",
        authorization: { principal_id: STRANGER, role_definition_id: "b24988ac-6180-42a0-ab88-20f7382dd24c" },
      })(stacks);
      add("platform", "azurerm_lighthouse_assignment.partner", {
        scope: "/subscriptions/${var.subscription_id}",
        lighthouse_definition_id: "${azurerm_lighthouse_definition.partner.id}",
      })(stacks);
    },
    caught: ["IAM-03", "REC-09"],
  },
  {
    what: "roles that anybody eligible takes for a day, without a word",
    change: add("platform", "azurerm_role_management_policy.contributor", {
      scope: "${azurerm_resource_group.group.id}",
      role_definition_id: "/providers/Microsoft.Authorization/roleDefinitions/b24988ac-6180-42a0-ab88-20f7382dd24c",
      activation_rules: {
        maximum_duration: "P1D",
        require_approval: false,
        require_justification: false,
        require_multifactor_authentication: false,
      },
      active_assignment_rules: { expiration_required: false },
      eligible_assignment_rules: { expiration_required: false },
    }),
    caught: ["IAM-04"],
  },
  {
    what: "a provider of the same name from somebody else",
    change: ({ platform }) => {
      platform.terraform.required_providers.azurerm.source = "evil/azurerm";
    },
    caught: ["SUP-04"],
  },
  {
    what: "people of every tenant in the VPN",
    change: (stacks) => {
      const [gateway] = Object.values<Json>(stacks.platform.resource.azurerm_virtual_network_gateway);
      [gateway.vpn_client_configuration].flat()[0].aad_tenant = "https://login.microsoftonline.com/common/";
    },
    caught: ["NET-09"],
  },
  {
    what: "people whom somebody else's host signs in to the VPN",
    change: (stacks) => {
      const [gateway] = Object.values<Json>(stacks.platform.resource.azurerm_virtual_network_gateway);
      [gateway.vpn_client_configuration].flat()[0].aad_tenant = "https://evil.example/${var.tenant_id}/";
    },
    caught: ["NET-09"],
  },
  {
    what: "a provider that asks somebody else where to sign in",
    change: ({ platform }) => {
      [platform.provider.azurerm].flat()[0].metadata_host = "evil.example";
    },
    caught: ["REC-01"],
  },
  // Beside the strangers: no rule about whose it is says anything. The proof of recreation misses an app that waits for it.
  {
    what: "a look at the registry for an application of the environment",
    change: add("platform", "azurerm_role_assignment.own", {
      principal_id: "${azurerm_user_assigned_identity.identity-api.principal_id}",
      principal_type: "ServicePrincipal",
      scope: "${azurerm_container_registry.registry.id}",
      role_definition_name: "Reader",
    }),
    caught: ["REC-09"],
  },
];
