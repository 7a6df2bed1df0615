import { type Entry, entry, part, parts, plain } from "../entry";

const VAULT = "azurerm_key_vault";
const MODULE = "azurerm_key_vault_managed_hardware_security_module";

/** Key Vault, hardware security modules, ledgers and signing. */
export const keyVault: Readonly<Record<string, Entry>> = {
  azurerm_key_vault: entry({
    hosts: ["vault.azure.net"],
    noun: "vault",
    arm: { segment: "Microsoft.KeyVault/vaults" },
    holds: "secrets",
    publicSide: {
      path: "public_network_access_enabled",
      off: false,
      filter: { kind: "default-action", block: "network_acls", ips: "ip_rules" },
    },
    privateLink: [{ name: "vault", zone: "privatelink.vaultcore.azure.net" }],
    waysIn: { none: "its endpoint has a switch" },
    waysOut: { none: "events about it are subscriptions, which are resources of their own" },
    localAuth: { none: "a vault knows Entra identities only" },
    gives: { none: "policies are judged with the switch to roles" },
    retention: ["soft_delete_retention_days"],
    diagnosed: true,
    softDelete: {
      trap: "T1",
      block: "key_vault",
      purge: "purge_soft_delete_on_destroy",
      recover: "recover_soft_deleted_key_vaults",
    },
    minutes: {
      usual: 2,
      what: "public vault",
      source:
        "https://github.com/hashicorp/terraform-provider-azurerm/blob/v4.55.0/internal/services/keyvault/key_vault_resource.go",
    },
  }),
  azurerm_key_vault_certificate: part(VAULT, {
    dataPart: true,
    arm: { segment: "certificates", parentId: "key_vault_id" },
  }),
  azurerm_key_vault_key: part(VAULT, { dataPart: true, arm: { segment: "keys", parentId: "key_vault_id" } }),
  azurerm_key_vault_managed_hardware_security_module: entry({
    hosts: ["managedhsm.azure.net"],
    noun: "hardware security module",
    holds: "secrets",
    publicSide: {
      path: "public_network_access_enabled",
      off: false,
      filter: { kind: "default-action", block: "network_acls", ips: "ip_rules" },
    },
    privateLink: [{ name: "managedhsm", zone: "privatelink.managedhsm.azure.net" }],
    waysIn: { none: "its endpoint has a switch" },
    waysOut: { none: "it sends nothing" },
    localAuth: { none: "it knows Entra identities only" },
    gives: { what: "the administration of the module", to: "admin_object_ids" },
    retention: ["soft_delete_retention_days"],
    paid: true,
    softDelete: { trap: "T1", block: "key_vault", purge: "purge_soft_deleted_hardware_security_modules_on_destroy" },
  }),
  azurerm_key_vault_secret: part(VAULT, { dataPart: true, arm: { segment: "secrets", parentId: "key_vault_id" } }),
  azurerm_attestation_provider: entry({
    holds: { none: "it keeps policies only" },
    publicSide: {},
    waysIn: [{ kind: "public-service", path: "", says: "answers the Internet, and has no switch against it" }],
    waysOut: { none: "it sends nothing" },
    localAuth: { none: "it knows Entra identities only" },
    gives: { none: "it gives nobody a right" },
  }),
  azurerm_confidential_ledger: entry({
    holds: "customer data",
    publicSide: {},
    waysIn: [{ kind: "public-service", path: "", says: "answers the Internet, and has no switch against it" }],
    waysOut: { none: "it sends nothing" },
    localAuth: [{ what: "certificates of its own" }],
    gives: {
      what: "a role in the ledger",
      to: "azuread_based_service_principal.principal_id",
      right: "azuread_based_service_principal.ledger_role_name",
    },
    paid: true,
  }),
  azurerm_dedicated_hardware_security_module: entry({
    holds: "secrets",
    publicSide: { none: "it stands in a subnet" },
    waysIn: { none: "it stands in a subnet" },
    waysOut: { none: "it sends nothing" },
    localAuth: [{ what: "sign-ins of its own" }],
    gives: { none: "rights are given inside it" },
    inSubnets: [{ path: "network_profile.subnet_id" }],
    paid: true,
  }),
  azurerm_key_vault_access_policy: part(VAULT, {
    gives: { what: "access to what is in the vault", to: "object_id", right: "secret_permissions" },
  }),
  azurerm_key_vault_certificate_contacts: part(VAULT),
  azurerm_key_vault_certificate_issuer: part(VAULT),
  azurerm_key_vault_managed_hardware_security_module_key: part(MODULE, { dataPart: true }),
  ...parts(MODULE, "azurerm_key_vault_managed_hardware_security_module_key_rotation_policy"),
  azurerm_key_vault_managed_hardware_security_module_role_assignment: part(MODULE, {
    gives: { what: "a role in the module", to: "principal_id", right: "role_definition_id" },
    unreported: "roles inside the module are not read",
  }),
  azurerm_key_vault_managed_hardware_security_module_role_definition: part(MODULE, {
    gives: { what: "a role of one's own", right: "permission.data_actions" },
  }),
  azurerm_key_vault_managed_storage_account: part(VAULT),
  azurerm_key_vault_managed_storage_account_sas_token_definition: part(VAULT, {
    gives: { what: "keys to a storage account", right: "sas_template_uri" },
  }),
  azurerm_trusted_signing_account: plain("it signs for identities that Azure knows"),
};
