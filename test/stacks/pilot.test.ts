import { block } from "../../src/plan/json";
import { type Attributes, resourcesOf, type SynthesizedStack } from "../../src/plan/terraform-json";
import { GatewrightApp } from "../../src/synth/app";
import { synthesizeInMemory } from "../../src/synth/in-memory";
import { PilotEnvironment } from "../../stacks";
import { pilotConfig } from "../support/pilot";

const environment = new PilotEnvironment(new GatewrightApp(), pilotConfig());
const stacks = synthesizeInMemory(environment);
const [platform, services, domains] = stacks as [SynthesizedStack, SynthesizedStack, SynthesizedStack];

const addresses = (stack: SynthesizedStack) => resourcesOf(stack.json).map(({ address }) => address);
const of = (stack: SynthesizedStack, type: string): [string, Attributes][] =>
  Object.entries(stack.json.resource?.[type] ?? {});

function first(attributes: Attributes, name: string, key: string): string | undefined {
  const inside: Attributes = block(attributes, name) ?? {};
  return (inside[key] as readonly string[])[0];
}

describe("a Pilot's stacks", () => {
  test("are deployed in this order", () => {
    expect(stacks.map(({ name }) => name)).toEqual([
      "orders-pilot-platform",
      "orders-pilot-services",
      "orders-pilot-domains",
    ]);
  });

  test("the services stack holds exactly these addresses: a changed one replaces real infrastructure", () => {
    expect(addresses(services)).toEqual([
      "azurerm_application_insights.insights",
      "azurerm_container_app.app-api",
      "azurerm_container_app.app-mailer",
      "azurerm_container_app.app-web",
      "azurerm_container_app_job.database-database-bootstrap",
      "azurerm_container_app_job.database-database-migrate",
      "azurerm_container_app_job.job-cleanup",
      "azurerm_monitor_metric_alert.alert-api-errors",
      "azurerm_monitor_metric_alert.alert-api-restarts",
      "azurerm_monitor_metric_alert.alert-mailer-restarts",
      "azurerm_monitor_metric_alert.alert-web-errors",
      "azurerm_monitor_metric_alert.alert-web-restarts",
    ]);
    expect(addresses(domains)).toEqual(["azurerm_container_app_custom_domain.domain-web"]);
  });

  test("the platform stack holds exactly these addresses", () => {
    expect(addresses(platform)).toMatchInlineSnapshot(`
[
  "azurerm_consumption_budget_resource_group.budget",
  "azurerm_container_app_environment.apps",
  "azurerm_container_registry.registry",
  "azurerm_key_vault.vault",
  "azurerm_log_analytics_workspace.logs",
  "azurerm_management_lock.lock-database-database",
  "azurerm_management_lock.lock-storage",
  "azurerm_management_lock.lock-vault",
  "azurerm_monitor_action_group.contacts",
  "azurerm_monitor_action_group.smart-detection",
  "azurerm_monitor_activity_log_alert.alert-database-admins",
  "azurerm_monitor_activity_log_alert.alert-database-jobs",
  "azurerm_monitor_activity_log_alert.alert-roles",
  "azurerm_monitor_diagnostic_setting.apps_diagnostics",
  "azurerm_monitor_diagnostic_setting.diagnostics-database-database",
  "azurerm_monitor_diagnostic_setting.diagnostics-logs",
  "azurerm_monitor_diagnostic_setting.diagnostics-network",
  "azurerm_monitor_diagnostic_setting.diagnostics-registry",
  "azurerm_monitor_diagnostic_setting.diagnostics-security-apps",
  "azurerm_monitor_diagnostic_setting.diagnostics-security-endpoints",
  "azurerm_monitor_diagnostic_setting.diagnostics-storage-blob",
  "azurerm_monitor_diagnostic_setting.diagnostics-storage-queue",
  "azurerm_monitor_diagnostic_setting.diagnostics-vault",
  "azurerm_monitor_metric_alert.alert-database-cpu",
  "azurerm_monitor_metric_alert.alert-database-storage",
  "azurerm_monitor_metric_alert.alert-vault",
  "azurerm_network_security_group.network_security-apps",
  "azurerm_network_security_group.network_security-endpoints",
  "azurerm_postgresql_flexible_server.database-database",
  "azurerm_postgresql_flexible_server_active_directory_administrator.database-database_administrator",
  "azurerm_postgresql_flexible_server_configuration.database-database_secure-transport",
  "azurerm_postgresql_flexible_server_configuration.database-database_tls-version",
  "azurerm_postgresql_flexible_server_database.database-database_database",
  "azurerm_postgresql_flexible_server_firewall_rule.database-database_operators-1",
  "azurerm_postgresql_flexible_server_firewall_rule.database-database_operators-2",
  "azurerm_private_dns_zone.private_zone-blob-core-windows-net",
  "azurerm_private_dns_zone.private_zone-postgres-database-azure-com",
  "azurerm_private_dns_zone.private_zone-queue-core-windows-net",
  "azurerm_private_dns_zone.private_zone-vaultcore-azure-net",
  "azurerm_private_dns_zone_virtual_network_link.private_link-blob-core-windows-net",
  "azurerm_private_dns_zone_virtual_network_link.private_link-postgres-database-azure-com",
  "azurerm_private_dns_zone_virtual_network_link.private_link-queue-core-windows-net",
  "azurerm_private_dns_zone_virtual_network_link.private_link-vaultcore-azure-net",
  "azurerm_private_endpoint.private_endpoint-database",
  "azurerm_private_endpoint.private_endpoint-storage-blob",
  "azurerm_private_endpoint.private_endpoint-storage-queue",
  "azurerm_private_endpoint.private_endpoint-vault",
  "azurerm_resource_group.group",
  "azurerm_role_assignment.registry_pull-api",
  "azurerm_role_assignment.registry_pull-cleanup",
  "azurerm_role_assignment.registry_pull-database-migrator",
  "azurerm_role_assignment.registry_pull-mailer",
  "azurerm_role_assignment.registry_pull-web",
  "azurerm_role_assignment.storage_grants-files_contributor-api",
  "azurerm_role_assignment.storage_grants-mail_processor-api",
  "azurerm_role_assignment.storage_grants-mail_processor-mailer",
  "azurerm_role_assignment.storage_grants-mail_sender-api",
  "azurerm_role_assignment.storage_grants-mail_sender-mailer",
  "azurerm_role_assignment.vault_read-payment-key_api",
  "azurerm_storage_account.storage",
  "azurerm_storage_container.storage_container-files",
  "azurerm_storage_queue.storage_queue-mail",
  "azurerm_subnet.network_subnet-apps",
  "azurerm_subnet.network_subnet-endpoints",
  "azurerm_subnet_network_security_group_association.network_association-apps",
  "azurerm_subnet_network_security_group_association.network_association-endpoints",
  "azurerm_user_assigned_identity.identity-api",
  "azurerm_user_assigned_identity.identity-cleanup",
  "azurerm_user_assigned_identity.identity-database-migrator",
  "azurerm_user_assigned_identity.identity-mailer",
  "azurerm_user_assigned_identity.identity-web",
  "azurerm_virtual_network.network",
]
`);
  });

  test("every state key holds environment, generation and stack, in the foundation's storage by Entra sign-in", () => {
    expect(stacks.map(({ json }) => json.terraform?.["backend"])).toEqual(
      ["platform", "services", "domains"].map((role) => ({
        azurerm: { key: `orders-pilot/g1/${role}.tfstate`, use_azuread_auth: true, use_oidc: true },
      })),
    );
  });
});

describe("a Pilot's network", () => {
  test("has a security group on every subnet, and endpoints that obey it", () => {
    const guarded = of(platform, "azurerm_subnet_network_security_group_association").map(
      ([, one]) => one["subnet_id"],
    );
    expect(guarded.sort()).toEqual(
      of(platform, "azurerm_subnet")
        .map(([name]) => `\${azurerm_subnet.${name}.id}`)
        .sort(),
    );
    expect(of(platform, "azurerm_subnet").map(([, one]) => one["private_endpoint_network_policies"])).toEqual([
      "Enabled",
      "Enabled",
    ]);
  });

  test("hands the apps' subnet to Container Apps and puts the environment into it", () => {
    const [, environment] = of(platform, "azurerm_container_app_environment")[0]!;
    expect(environment).toMatchObject({
      infrastructure_subnet_id: "${azurerm_subnet.network_subnet-apps.id}",
      infrastructure_resource_group_name: expect.stringMatching(/^rg-apps-orders-pilot-weu-g1/),
      internal_load_balancer_enabled: false,
      logs_destination: "azure-monitor",
    });
  });

  test("reaches vault, database and each used service of the storage account by a private endpoint in its zone", () => {
    const endpoints = of(platform, "azurerm_private_endpoint").map(([name, one]) => [
      name,
      first(one, "private_service_connection", "subresource_names"),
      first(one, "private_dns_zone_group", "private_dns_zone_ids"),
    ]);
    expect(endpoints.sort()).toEqual([
      [
        "private_endpoint-database",
        "postgresqlServer",
        "${azurerm_private_dns_zone.private_zone-postgres-database-azure-com.id}",
      ],
      ["private_endpoint-storage-blob", "blob", "${azurerm_private_dns_zone.private_zone-blob-core-windows-net.id}"],
      ["private_endpoint-storage-queue", "queue", "${azurerm_private_dns_zone.private_zone-queue-core-windows-net.id}"],
      ["private_endpoint-vault", "vault", "${azurerm_private_dns_zone.private_zone-vaultcore-azure-net.id}"],
    ]);
  });

  test("opens the public side of vault, database and storage to the operators' addresses and to nobody else", () => {
    const [, vault] = of(platform, "azurerm_key_vault")[0]!;
    const [, storage] = of(platform, "azurerm_storage_account")[0]!;
    expect(block(vault, "network_acls")).toEqual({
      bypass: "AzureServices",
      default_action: "Deny",
      ip_rules: ["203.0.113.7/32", "198.51.100.0/24"],
    });
    expect(block(storage, "network_rules")).toEqual({
      bypass: ["AzureServices"],
      default_action: "Deny",
      ip_rules: ["203.0.113.7", "198.51.100.0/24"],
    });
    expect(
      of(platform, "azurerm_postgresql_flexible_server_firewall_rule").map(([, one]) => [
        one["start_ip_address"],
        one["end_ip_address"],
      ]),
    ).toEqual([
      ["203.0.113.7", "203.0.113.7"],
      ["198.51.100.0", "198.51.100.255"],
    ]);
  });
});

describe("a Pilot's locks", () => {
  const locks = Object.fromEntries(of(platform, "azurerm_management_lock"));

  test("are on what holds data, and on no group and no network", () => {
    expect(
      Object.values(locks)
        .map((lock) => lock["scope"])
        .sort(),
    ).toEqual([
      "${azurerm_key_vault.vault.id}",
      "${azurerm_postgresql_flexible_server.database-database.id}",
      "${azurerm_storage_account.storage.id}",
    ]);
  });

  test("come after all that lies below their scope, so that a destroy removes them first", () => {
    expect(locks["lock-vault"]?.["depends_on"]).toEqual([
      "azurerm_key_vault.vault",
      "azurerm_monitor_diagnostic_setting.diagnostics-vault",
      "azurerm_monitor_metric_alert.alert-vault",
      "azurerm_private_endpoint.private_endpoint-vault",
      "azurerm_role_assignment.vault_read-payment-key_api",
    ]);
  });

  test("wait for what an extension adds below them, too", () => {
    const extended = new PilotEnvironment(new GatewrightApp(), pilotConfig());
    extended.platform.privateAccess("vault-second", { type: "azurerm_key_vault", resource: extended.platform.vault });
    const json = synthesizeInMemory(extended)[0]!.json;
    expect(json.resource?.["azurerm_management_lock"]?.["lock-vault"]?.["depends_on"]).toContain(
      "azurerm_private_endpoint.private_endpoint-vault-second",
    );
  });
});

describe("private access for resources that a user adds", () => {
  const { platform: blocks } = new PilotEnvironment(new GatewrightApp(), pilotConfig());

  test("refuses a type that it does not know and says what to do", () => {
    expect(() => blocks.privateAccess("x", { type: "azurerm_route_table", resource: { id: "x" } })).toThrow(
      /^private access is not known for azurerm_route_table\n {4}Known: azurerm_ai_foundry, .*\. For another type make the private endpoint and its zone yourself, in the environment's stack\. {3}\(NET-04\)$/,
    );
  });

  test("asks for the sub-resource where a type has several", () => {
    expect(() => blocks.privateAccess("x", { type: "azurerm_storage_account", resource: { id: "x" } })).toThrow(
      "private access to azurerm_storage_account needs a sub-resource, got none\n    Name one of blob, dfs, file, queue, table, web.   (NET-04)",
    );
  });
});
