import { added } from "../../support/built-pre-production";
import { add, container, drop, ingress, inPlatform, inStack, set, tag, type Weakening } from "../../support/weakenings";

const VAULTS = "${azurerm_private_dns_zone.private_zone-vaultcore-azure-net.name}";

/** What should be reached from inside, and is reached from elsewhere, or no longer at all. */
export const PRIVATE: readonly Weakening[] = [
  {
    what: "plain HTTP at an app",
    change: (stacks) => Object.assign(ingress(stacks, "app-reports"), { allow_insecure_connections: true }),
    caught: ["NET-01"],
  },
  {
    what: "TLS of long ago at the storage",
    change: set("platform", "azurerm_storage_account.storage", { min_tls_version: "TLS1_1" }),
    caught: ["NET-01"],
  },
  {
    what: "a container that anyone may read",
    change: set("platform", "azurerm_storage_container.storage_container-files", { container_access_type: "blob" }),
    caught: ["NET-02"],
  },
  {
    what: "a database open to Azure, should its public side come back",
    change: (stacks) => {
      set("platform", "azurerm_postgresql_flexible_server.database-database", { public_network_access_enabled: true })(
        stacks,
      );
      add("platform", "azurerm_postgresql_flexible_server_firewall_rule.azure", {
        name: "azure",
        server_id: "${azurerm_postgresql_flexible_server.database-database.id}",
        start_ip_address: "0.0.0.0",
        end_ip_address: "0.0.0.0",
      })(stacks);
    },
    caught: ["NET-02", "NET-04", "REC-09"],
  },
  {
    what: "apps outside the network",
    change: inPlatform("azurerm_container_app_environment.apps", (one) => delete one.infrastructure_subnet_id),
    caught: ["NET-03"],
  },
  {
    what: "a private name that leads to the Internet",
    change: add("platform", "azurerm_private_dns_a_record.vault", {
      name: "vault",
      zone_name: VAULTS,
      resource_group_name: "${azurerm_resource_group.group.name}",
      ttl: 300,
      records: ["203.0.113.7"],
      tags: added("vault")["tags"],
    }),
    caught: ["NET-04"],
  },
  {
    what: "private names for somebody else's network",
    change: add("platform", "azurerm_private_dns_zone_virtual_network_link.other", {
      name: "other",
      tags: added("other")["tags"],
      resource_group_name: "${azurerm_resource_group.group.name}",
      private_dns_zone_name: VAULTS,
      virtual_network_id: "/subscriptions/x/resourceGroups/other/providers/Microsoft.Network/virtualNetworks/other",
    }),
    caught: ["NET-04", "REC-01", "REC-09"],
  },
  {
    what: "a vault with a public side",
    change: set("platform", "azurerm_key_vault.vault", { public_network_access_enabled: true }),
    caught: ["NET-04"],
  },
  {
    what: "storage with a public side",
    change: set("platform", "azurerm_storage_account.storage", { public_network_access_enabled: true }),
    caught: ["NET-04"],
  },
  {
    what: "a database with a public side",
    change: set("platform", "azurerm_postgresql_flexible_server.database-database", {
      public_network_access_enabled: true,
    }),
    caught: ["NET-04"],
  },
  {
    what: "a public registry",
    change: set("platform", "azurerm_container_registry.registry", { public_network_access_enabled: true }),
    caught: ["NET-04", "SUP-03"],
  },
  {
    what: "a registry whose public side is left to the provider",
    change: inPlatform("azurerm_container_registry.registry", (one) => delete one.public_network_access_enabled),
    caught: ["NET-04", "SUP-03"],
  },
  ...["vault", "registry", "database", "storage-blob", "storage-queue"].map((part) => ({
    what: `no private endpoint: ${part}`,
    change: drop("platform", `azurerm_private_endpoint.private_endpoint-${part}`),
    caught: ["NET-04"],
  })),
  {
    what: "a private endpoint without a zone",
    change: inPlatform(
      "azurerm_private_endpoint.private_endpoint-registry",
      (one) => delete one.private_dns_zone_group,
    ),
    caught: ["NET-04"],
  },
  {
    what: "a zone that the network does not ask",
    change: drop("platform", "azurerm_private_dns_zone_virtual_network_link.private_link-azurecr-io"),
    caught: ["NET-04"],
  },
  {
    what: "a queue for messages that anyone may send to, added beside the stores",
    change: (stacks) => {
      const { lifecycle: _, ...storage } = stacks.platform.resource.azurerm_storage_account.storage;
      add("platform", "azurerm_servicebus_namespace.queue", {
        ...storage,
        name: storage.name.replace(/^st/, "sb"),
        sku: "Premium",
        minimum_tls_version: "1.2",
        local_auth_enabled: false,
        public_network_access_enabled: false,
      })(stacks);
    },
    caught: ["NET-04", "OBS-02", "REC-09"],
  },
];

/** Keys and passwords beside Entra, and connections in the clear. */
export const KEYS: readonly Weakening[] = [
  {
    what: "storage keys",
    change: set("platform", "azurerm_storage_account.storage", { shared_access_key_enabled: true }),
    caught: ["DAT-08"],
  },
  {
    what: "storage keys left to the provider",
    change: inPlatform("azurerm_storage_account.storage", (one) => delete one.shared_access_key_enabled),
    caught: ["DAT-08"],
  },
  {
    what: "local users at the storage",
    change: inPlatform("azurerm_storage_account.storage", (one) => delete one.local_user_enabled),
    caught: ["DAT-08"],
  },
  {
    what: "a password to the registry",
    change: add("platform", "azurerm_container_registry_token_password.build", {
      container_registry_token_id: "${azurerm_container_registry.registry.id}/tokens/build",
      password1: [{ expiry: "2028-01-01T00:00:00Z" }],
    }),
    caught: ["DAT-08"],
  },
  {
    what: "the storage's key in an app's environment",
    change: (stacks) =>
      container(stacks, "app-api").env.push({
        name: "CONNECTION",
        value: "${azurerm_storage_account.storage.primary_connection_string}",
      }),
    caught: ["REC-09", "SEC-01"],
  },
  {
    what: "a plain word for a password in an app's environment",
    change: (stacks) => container(stacks, "app-api").env.push({ name: "PGPASSWORD", value: "correcthorse" }),
    caught: ["REC-09", "SEC-01"],
  },
  {
    what: "a vault's secret that the state keeps",
    change: (stacks) =>
      add("platform", "azurerm_key_vault_secret.payment", {
        name: "payment-key",
        key_vault_id: "${azurerm_key_vault.vault.id}",
        value: "${var.payment_key}",
        tags: tag(stacks, "azurerm_key_vault.vault"),
      })(stacks),
    caught: ["REC-09", "SEC-01"],
  },
  {
    what: "the registry's admin user",
    change: set("platform", "azurerm_container_registry.registry", { admin_enabled: true }),
    caught: ["DAT-08", "SEC-02"],
  },
  {
    what: "database passwords",
    change: inPlatform("azurerm_postgresql_flexible_server.database-database", (one) =>
      Object.assign(one.authentication, { password_auth_enabled: true }),
    ),
    caught: ["DAT-08", "SEC-02"],
  },
  {
    what: "connections to the database in the clear",
    change: set("platform", "azurerm_postgresql_flexible_server_configuration.database-database_secure-transport", {
      value: "OFF",
    }),
    caught: ["DAT-07"],
  },
  {
    what: "a workspace that takes logs by key",
    change: set("platform", "azurerm_log_analytics_workspace.logs", { local_authentication_enabled: true }),
    caught: ["OBS-03"],
  },
  {
    what: "Application Insights that takes traces by key",
    change: inStack("services", "azurerm_application_insights.insights", (one) => {
      one.local_authentication_disabled = false;
    }),
    caught: ["OBS-03"],
  },
  {
    what: "apps whose logs need the workspace's key, which is off",
    change: set("platform", "azurerm_container_app_environment.apps", {
      logs_destination: "log-analytics",
      log_analytics_workspace_id: "${azurerm_log_analytics_workspace.logs.id}",
    }),
    caught: ["OBS-03"],
  },
];
