import type { MockTable } from "./entry";

/** Key Vault, managed HSM, App Configuration. Types without their `azurerm_` prefix. */
export const vaults: MockTable = {
  app_configuration: [
    "{rg}/Microsoft.AppConfiguration/configurationStores/{name}",
    { endpoint: "https://{name}.azconfig.io" },
  ],
  app_configuration_feature:
    "https://{configuration_store_id:app_configuration.name}.azconfig.io/kv/.appconfig.featureflag%2F{name}?label={label}",
  app_configuration_key: "https://{configuration_store_id:app_configuration.name}.azconfig.io/kv/{key}?label={label}",
  key_vault: ["{rg}/Microsoft.KeyVault/vaults/{name}", { vault_uri: "https://{name}.vault.azure.net/" }],
  key_vault_access_policy: "{key_vault_id:key_vault}/objectId/{object_id}",
  key_vault_certificate: [
    "https://{key_vault_id:key_vault.name}.vault.azure.net/certificates/{name}/{hex}",
    {
      version: "{hex}",
      versionless_id: "https://{key_vault_id:key_vault.name}.vault.azure.net/certificates/{name}",
      secret_id: "https://{key_vault_id:key_vault.name}.vault.azure.net/secrets/{name}/{hex}",
      versionless_secret_id: "https://{key_vault_id:key_vault.name}.vault.azure.net/secrets/{name}",
      resource_manager_id: "{key_vault_id:key_vault}/certificates/{name}/versions/{hex}",
      resource_manager_versionless_id: "{key_vault_id:key_vault}/certificates/{name}",
      thumbprint: "{hex}; certificate_data_base64={base64}",
    },
  ],
  key_vault_certificate_contacts: "https://{key_vault_id:key_vault.name}.vault.azure.net/certificates/contacts",
  key_vault_certificate_issuer: "https://{key_vault_id:key_vault.name}.vault.azure.net/certificates/issuers/{name}",
  key_vault_key: [
    "https://{key_vault_id:key_vault.name}.vault.azure.net/keys/{name}/{hex}",
    {
      version: "{hex}",
      versionless_id: "https://{key_vault_id:key_vault.name}.vault.azure.net/keys/{name}",
      resource_id: "{key_vault_id:key_vault}/keys/{name}/versions/{hex}",
      resource_versionless_id: "{key_vault_id:key_vault}/keys/{name}",
    },
  ],
  key_vault_managed_hardware_security_module: [
    "{rg}/Microsoft.KeyVault/managedHSMs/{name}",
    { hsm_uri: "https://{name}.managedhsm.azure.net/" },
  ],
  key_vault_managed_hardware_security_module_key: [
    "https://{managed_hsm_id:key_vault_managed_hardware_security_module.name}.managedhsm.azure.net/keys/{name}",
    { versioned_id: "{id}/{hex}" },
  ],
  key_vault_managed_hardware_security_module_key_rotation_policy:
    "{managed_hsm_key_id:key_vault_managed_hardware_security_module_key}",
  key_vault_managed_storage_account: "https://{key_vault_id:key_vault.name}.vault.azure.net/storage/{name}",
  key_vault_secret: [
    "https://{key_vault_id:key_vault.name}.vault.azure.net/secrets/{name}/{hex}",
    {
      version: "{hex}",
      versionless_id: "https://{key_vault_id:key_vault.name}.vault.azure.net/secrets/{name}",
      resource_id: "{key_vault_id:key_vault}/secrets/{name}/versions/{hex}",
      resource_versionless_id: "{key_vault_id:key_vault}/secrets/{name}",
    },
  ],
};
