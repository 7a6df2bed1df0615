import { type Entry, entry, unread } from "../entry";

export const keyVault: Readonly<Record<string, Entry>> = {
  azurerm_key_vault: entry({
    noun: "vault",
    arm: { segment: "Microsoft.KeyVault/vaults" },
    holds: "secrets",
    publicSide: {
      path: "public_network_access_enabled",
      off: false,
      filter: { kind: "default-action", block: "network_acls", ips: "ip_rules" },
    },
    privateLink: [{ name: "vault", zone: "privatelink.vaultcore.azure.net" }],
    localAuth: { none: "a vault knows Entra identities only" },
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
  azurerm_key_vault_certificate: entry({ arm: { segment: "certificates", parentId: "key_vault_id" } }),
  azurerm_key_vault_key: entry({ arm: { segment: "keys", parentId: "key_vault_id" } }),
  azurerm_key_vault_managed_hardware_security_module: entry({
    publicSide: { path: "public_network_access_enabled", off: false },
    softDelete: { trap: "T1", block: "key_vault", purge: "purge_soft_deleted_hardware_security_modules_on_destroy" },
  }),
  azurerm_key_vault_secret: entry({ arm: { segment: "secrets", parentId: "key_vault_id" } }),
  ...unread(
    "azurerm_attestation_provider",
    "azurerm_confidential_ledger",
    "azurerm_dedicated_hardware_security_module",
    "azurerm_key_vault_access_policy",
    "azurerm_key_vault_certificate_contacts",
    "azurerm_key_vault_certificate_issuer",
    "azurerm_key_vault_managed_hardware_security_module_key",
    "azurerm_key_vault_managed_hardware_security_module_key_rotation_policy",
    "azurerm_key_vault_managed_hardware_security_module_role_assignment",
    "azurerm_key_vault_managed_hardware_security_module_role_definition",
    "azurerm_key_vault_managed_storage_account",
    "azurerm_key_vault_managed_storage_account_sas_token_definition",
    "azurerm_trusted_signing_account",
  ),
};
