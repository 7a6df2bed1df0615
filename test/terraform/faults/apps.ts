import { type Fault, NETWORK, others, ours, resource } from "./fault";

const environment = (more = "") => resource("container_app_environment", "apps", `  name = "cae-orders"\n${more}`);
const PROFILE = `  workload_profile {
    name                  = "Consumption"
    workload_profile_type = "Consumption"
  }`;
const app = (image: string, more = "") => `
resource "azurerm_container_app" "api" {
  name                         = "ca-api"
  resource_group_name          = azurerm_resource_group.main.name
  container_app_environment_id = azurerm_container_app_environment.apps.id
  revision_mode                = "Single"
  template {
    container {
      name   = "api"
      image  = "${image}"
      cpu    = 0.25
      memory = "0.5Gi"
    }
  }
${more}
}
`;
const GATEWAY = `${NETWORK}${resource("public_ip", "entry", `  name = "pip-entry"\n  allocation_method = "Static"`)}
${resource("user_assigned_identity", "entry", `  name = "id-entry"`)}
${resource(
  "application_gateway",
  "entry",
  `  name = "agw-entry"
  sku {
    name     = "WAF_v2"
    tier     = "WAF_v2"
    capacity = 1
  }
  identity {
    type         = "UserAssigned"
    identity_ids = [azurerm_user_assigned_identity.entry.id]
  }
  gateway_ip_configuration {
    name      = "subnet"
    subnet_id = azurerm_subnet.app.id
  }
  frontend_ip_configuration {
    name                 = "public"
    public_ip_address_id = azurerm_public_ip.entry.id
  }
  frontend_port {
    name = "https"
    port = 443
  }
  ssl_certificate {
    name                = "entry"
    key_vault_secret_id = "https://kv-orders.vault.azure.net/secrets/entry"
  }
  backend_address_pool {
    name = "api"
  }
  backend_http_settings {
    name                  = "api"
    cookie_based_affinity = "Disabled"
    port                  = 443
    protocol              = "Https"
  }
  http_listener {
    name                           = "https"
    frontend_ip_configuration_name = "public"
    frontend_port_name             = "https"
    protocol                       = "Https"
    ssl_certificate_name           = "entry"
  }
  request_routing_rule {
    name                       = "all"
    rule_type                  = "Basic"
    priority                   = 100
    http_listener_name         = "https"
    backend_address_pool_name  = "api"
    backend_http_settings_name = "api"
  }`,
)}`;
const BACKUP = `${resource(
  "storage_account",
  "data",
  `  name = "stordersproduction"
  account_tier = "Standard"
  account_replication_type = "LRS"`,
)}
${resource(
  "data_protection_backup_vault",
  "backup",
  `  name = "bv-orders"
  datastore_type = "VaultStore"
  redundancy = "LocallyRedundant"
  identity {
    type = "SystemAssigned"
  }`,
)}
resource "azurerm_data_protection_backup_policy_blob_storage" "daily" {
  name                                   = "daily"
  vault_id                               = azurerm_data_protection_backup_vault.backup.id
  operational_default_retention_duration = "P30D"
}
resource "azurerm_data_protection_backup_instance_blob_storage" "data" {
  name               = "data"
  vault_id           = azurerm_data_protection_backup_vault.backup.id
  location           = azurerm_resource_group.main.location
  storage_account_id = azurerm_storage_account.data.id
  backup_policy_id   = azurerm_data_protection_backup_policy_blob_storage.daily.id
}
`;
const ENVIRONMENT = ours("Microsoft.App/managedEnvironments/cae-orders");

/** Container Apps, and the databases, backups and gateways beside them. */
export const APP_FAULTS: readonly Fault[] = [
  {
    name: "a subnet that is not delegated to its environment",
    source: "https://github.com/MicrosoftDocs/azure-docs/pull/119379",
    phase: "apply",
    resource: "azurerm_container_app_environment.apps",
    says: "must be delegated",
    code: "ManagedEnvironmentSubnetDelegationError",
    hcl: NETWORK + environment(`  infrastructure_subnet_id = azurerm_subnet.app.id\n${PROFILE}`),
  },
  {
    name: "an environment that Azure gives a group, and that is replaced",
    source: "https://github.com/hashicorp/terraform-provider-azurerm/issues/28727",
    phase: "no changes",
    resource: "azurerm_container_app_environment.apps",
    says: "replace",
    hcl: `${NETWORK.replace(
      /\}\n$/,
      `  delegation {
    name = "apps"
    service_delegation {
      name    = "Microsoft.App/environments"
      actions = ["Microsoft.Network/virtualNetworks/subnets/join/action"]
    }
  }
}
`,
    )}${environment(`  infrastructure_subnet_id = azurerm_subnet.app.id\n${PROFILE}`)}`,
  },
  {
    name: "an image that nobody has brought",
    source: "https://github.com/microsoft/azure-container-apps/issues/1159",
    phase: "apply",
    resource: "azurerm_container_app.api",
    says: "MANIFEST_UNKNOWN",
    hcl:
      resource("container_registry", "images", `  name = "acrorders"\n  sku = "Basic"`) +
      environment() +
      app("${azurerm_container_registry.images.login_server}/api:1"),
  },
  {
    name: "a secret that is absent",
    source: "https://github.com/microsoft/azure-container-apps/issues/1159",
    phase: "apply",
    resource: "azurerm_container_app.api",
    says: "Unable to get value using Managed identity",
    code: "InvalidParameterValueInContainerTemplate",
    hcl:
      environment() +
      app(
        "mcr.microsoft.com/k8se/quickstart:latest",
        `  identity {
    type = "SystemAssigned"
  }
  secret {
    name                = "key"
    identity            = "System"
    key_vault_secret_id = "https://kv-orders.vault.azure.net/secrets/key"
  }`,
      ),
  },
  {
    name: "an environment that holds an app of somebody else",
    source: "https://github.com/microsoft/azure-container-apps/issues/1012",
    phase: "destroy",
    resource: "azurerm_container_app_environment.apps",
    says: "still contains 1 ContainerApps",
    code: "ManagedEnvironmentHasContainerApps",
    hcl: environment(),
    meanwhile: others("destroy", {
      [ours("Microsoft.App/containerApps/theirs")]: {
        properties: { managedEnvironmentId: ENVIRONMENT, template: {} },
      },
    }),
  },
  {
    name: "a zone that Azure chooses for a server",
    source:
      "https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/postgresql_flexible_server",
    phase: "no changes",
    resource: "azurerm_postgresql_flexible_server.data",
    says: "update",
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
  },
  {
    name: "a certificate that nobody has brought",
    source: "https://learn.microsoft.com/en-us/azure/application-gateway/application-gateway-key-vault-common-errors",
    phase: "apply",
    resource: "azurerm_application_gateway.entry",
    says: "Problem occurred while accessing and validating KeyVault Secrets",
    code: "ApplicationGatewayKeyVaultSecretException",
    hcl: GATEWAY,
  },
  {
    name: "a role that a backup vault has not been given",
    source: "https://github.com/hashicorp/terraform-provider-azurerm/issues/31107",
    phase: "apply",
    resource: "azurerm_data_protection_backup_instance_blob_storage.data",
    says: "Appropriate permissions to perform the operation is missing",
    code: "UserErrorMissingRequiredPermissions",
    hcl: BACKUP,
    features: "    storage {\n      data_plane_available = false\n    }",
  },
];
