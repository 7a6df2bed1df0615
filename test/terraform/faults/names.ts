import { type Fault, OTHERS, others, ours, resource, theirs } from "./fault";

const account = (label: string) =>
  resource(
    "storage_account",
    label,
    `  name = "stordersproduction"
  account_tier = "Standard"
  account_replication_type = "LRS"`,
  );
const NO_DATA_PLANE = "    storage {\n      data_plane_available = false\n    }";

/** The provider asks for ten minutes whether a group has become empty before it says what is in it. */
const WHILE_THE_PROVIDER_ASKS = 90;

/** Names that somebody has, or that Azure holds. */
export const NAME_FAULTS: readonly Fault[] = [
  {
    name: "a storage account's name that somebody in the world has",
    source: "https://learn.microsoft.com/en-us/azure/azure-resource-manager/troubleshooting/error-storage-account-name",
    phase: "apply",
    resource: "azurerm_storage_account.data",
    says: "already taken",
    code: "StorageAccountAlreadyTaken",
    hcl: account("data"),
    features: NO_DATA_PLANE,
    meanwhile: others("apply", { [theirs("Microsoft.Storage/storageAccounts/stordersproduction")]: {} }),
  },
  {
    name: "a name of the next generation that this one has",
    source: "https://learn.microsoft.com/en-us/azure/azure-resource-manager/troubleshooting/error-storage-account-name",
    phase: "successor beside it",
    resource: "azurerm_storage_account.data",
    says: "already taken",
    code: "StorageAccountAlreadyTaken",
    hcl: account("data"),
    successor: account("data"),
    features: NO_DATA_PLANE,
  },
  {
    name: "a registry's name that somebody in the world has",
    source: "https://learn.microsoft.com/en-us/azure/container-registry/container-registry-get-started-azure-cli",
    phase: "apply",
    resource: "azurerm_container_registry.images",
    says: "is already in use",
    hcl: resource("container_registry", "images", `  name = "acrorders"\n  sku = "Basic"`),
    meanwhile: others("apply", {
      [theirs("Microsoft.ContainerRegistry/registries/acrorders")]: { sku: { name: "Basic" } },
    }),
  },
  {
    name: "a server's name that somebody in the world has",
    source: "https://github.com/MicrosoftDocs/azure-docs/issues/63537",
    phase: "apply",
    resource: "azurerm_postgresql_flexible_server.data",
    says: "is already used",
    code: "ServerNameAlreadyExists",
    hcl: resource(
      "postgresql_flexible_server",
      "data",
      `  name = "psql-orders"
  sku_name = "B_Standard_B1ms"
  version = "17"
  authentication {
    active_directory_auth_enabled = true
    password_auth_enabled = false
  }`,
    ),
    meanwhile: others("apply", { [theirs("Microsoft.DBforPostgreSQL/flexibleServers/psql-orders")]: {} }),
  },
  {
    name: "a deleted vault that still holds its name",
    source: "https://github.com/Azure/azure-cli/issues/29115",
    phase: "apply",
    resource: "azurerm_key_vault.secrets",
    says: "deleted",
    hcl: `data "azurerm_client_config" "me" {}
${resource("key_vault", "secrets", `  name = "kv-orders"\n  sku_name = "standard"\n  tenant_id = data.azurerm_client_config.me.tenant_id`)}`,
    features: "    key_vault {\n      recover_soft_deleted_key_vaults = false\n    }",
    meanwhile: (phase, azure) => {
      if (phase !== "apply") return;
      azure.write(OTHERS, { location: "westeurope" });
      azure.write(theirs("Microsoft.KeyVault/vaults/kv-orders"), { location: "westeurope" });
      azure.remove(theirs("Microsoft.KeyVault/vaults/kv-orders"));
    },
  },
  {
    name: "a resource that is there and not in the state",
    source: "https://developer.hashicorp.com/terraform/cli/import",
    phase: "apply",
    resource: "azurerm_public_ip.entry",
    says: "already exists",
    hcl: `resource "azurerm_resource_group" "names" {
  name     = "rg-names"
  location = "westeurope"
}
resource "azurerm_public_ip" "entry" {
  name                = "pip-entry"
  resource_group_name = "rg-others"
  location            = azurerm_resource_group.main.location
  allocation_method   = "Static"
}
`,
    meanwhile: others("apply", { [theirs("Microsoft.Network/publicIPAddresses/pip-entry")]: {} }),
  },
  {
    name: "a group that still holds what Application Insights made",
    source: "https://github.com/hashicorp/terraform-provider-azurerm/issues/18026",
    phase: "destroy",
    resource: "azurerm_resource_group.main",
    says: "took too long and was stopped",
    seconds: WHILE_THE_PROVIDER_ASKS,
    hcl: resource("application_insights", "main", `  name = "appi-orders"\n  application_type = "web"`),
  },
  {
    name: "a group that still holds what somebody made",
    source: "https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/guides/features-block",
    phase: "destroy",
    resource: "azurerm_resource_group.main",
    says: "took too long and was stopped",
    seconds: WHILE_THE_PROVIDER_ASKS,
    hcl: "",
    meanwhile: others("destroy", { [ours("Microsoft.Network/routeTables/theirs")]: {} }),
  },
];
