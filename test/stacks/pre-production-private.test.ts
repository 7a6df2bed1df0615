import { block } from "../../src/plan/json";
import type { Attributes } from "../../src/plan/terraform-json";
import { GatewrightApp } from "../../src/synth/app";
import { synthesizeInMemory } from "../../src/synth/in-memory";
import { PreProductionEnvironment } from "../../stacks";
import { preProductionConfig } from "../support/pre-production";
import { allResources, only } from "../support/synthesize";

const environment = new PreProductionEnvironment(new GatewrightApp(), preProductionConfig());
const stacks = synthesizeInMemory(environment);
const of = (type: string) => allResources(stacks).filter((one) => one.type === type);
const inside = (attributes: Attributes, name: string): Attributes => block(attributes, name) ?? {};
const PART = "{azurerm_subnet.network_subnet-";

describe("whatever holds something in a Pre-Production", () => {
  test("has no public side", () => {
    expect(only(stacks, "azurerm_key_vault")).toMatchObject({
      public_network_access_enabled: false,
      network_acls: { default_action: "Deny", ip_rules: [] },
    });
    expect(only(stacks, "azurerm_storage_account")).toMatchObject({
      public_network_access_enabled: false,
      network_rules: { default_action: "Deny", ip_rules: [] },
      allow_nested_items_to_be_public: false,
    });
    expect(only(stacks, "azurerm_postgresql_flexible_server")["public_network_access_enabled"]).toBe(false);
    expect(of("azurerm_postgresql_flexible_server_firewall_rule")).toEqual([]);
    expect(only(stacks, "azurerm_container_registry")).toMatchObject({
      sku: "Premium",
      public_network_access_enabled: false,
      export_policy_enabled: false,
      anonymous_pull_enabled: false,
      retention_policy_in_days: 30,
    });
  });

  test("opens to Entra identities alone", () => {
    expect(only(stacks, "azurerm_storage_account")).toMatchObject({
      shared_access_key_enabled: false,
      default_to_oauth_authentication: true,
    });
    expect(inside(only(stacks, "azurerm_postgresql_flexible_server"), "authentication")).toEqual({
      active_directory_auth_enabled: true,
      password_auth_enabled: false,
      tenant_id: "${var.tenant_id}",
    });
    expect(only(stacks, "azurerm_container_registry")["admin_enabled"]).toBe(false);
    expect(only(stacks, "azurerm_key_vault")["rbac_authorization_enabled"]).toBe(true);
    expect(only(stacks, "azurerm_log_analytics_workspace")["local_authentication_enabled"]).toBe(false);
    expect(only(stacks, "azurerm_application_insights")["local_authentication_disabled"]).toBe(true);
  });

  test("logs without the workspace's key, which no longer opens anything", () => {
    const apps = only(stacks, "azurerm_container_app_environment");
    expect([apps["logs_destination"], apps["log_analytics_workspace_id"]]).toEqual(["azure-monitor", undefined]);
    const granted = of("azurerm_role_assignment")
      .filter(({ attributes }) => attributes["role_definition_name"] === "Monitoring Metrics Publisher")
      .map(({ address }) => address.replace(/.*telemetry-/, ""));
    expect(granted).toEqual(["admin", "api", "cleanup", "mailer", "rates", "reports", "web"]);
  });

  test("has a private endpoint per part, in the zone of its kind, which the network asks", () => {
    const endpoints = of("azurerm_private_endpoint").map(({ address, attributes }) => {
      const { subresource_names: parts } = inside(attributes, "private_service_connection");
      const { private_dns_zone_ids: zones } = inside(attributes, "private_dns_zone_group");
      const subnet = String(attributes["subnet_id"]);
      return [
        address.replace(/.*endpoint-/, ""),
        String(parts),
        String(zones).replace(/.*private_zone-|\.id}/g, ""),
        subnet.slice(subnet.indexOf(PART) + PART.length, -".id}".length),
      ];
    });
    expect(endpoints).toEqual([
      ["database", "postgresqlServer", "postgres-database-azure-com", "data"],
      ["registry", "registry", "azurecr-io", "endpoints"],
      ["storage-blob", "blob", "blob-core-windows-net", "endpoints"],
      ["storage-queue", "queue", "queue-core-windows-net", "endpoints"],
      ["vault", "vault", "vaultcore-azure-net", "endpoints"],
    ]);
  });

  test("gives each endpoint's network card a name, which could not be given later", () => {
    for (const { attributes } of of("azurerm_private_endpoint"))
      expect(attributes["custom_network_interface_name"]).toMatch(/^nic-[\w-]+-orders-preprod-weu-g1\w{4}$/);
  });

  test("has one zone a name, linked once", () => {
    const zones = of("azurerm_private_dns_zone").map(({ attributes }) => attributes["name"]);
    expect(zones).toEqual([
      "${azurerm_container_app_environment.apps.default_domain}",
      "privatelink.azurecr.io",
      "privatelink.blob.core.windows.net",
      "privatelink.postgres.database.azure.com",
      "privatelink.queue.core.windows.net",
      "privatelink.vaultcore.azure.net",
    ]);
    const links = of("azurerm_private_dns_zone_virtual_network_link");
    const named = (address: string) => address.replace(/.*\.|(?:private_|apps-domain_)(?:zone|link)-?/g, "");
    expect(links.map(({ address }) => named(address))).toEqual(
      of("azurerm_private_dns_zone").map(({ address }) => named(address)),
    );
    for (const { attributes } of links)
      expect(attributes["virtual_network_id"]).toBe("${azurerm_virtual_network.network.id}");
  });

  test("has its apps found by name inside the network, all of them at the environment's one address", () => {
    const records = of("azurerm_private_dns_a_record").map(({ attributes }) => [
      attributes["name"],
      attributes["zone_name"],
      attributes["records"],
    ]);
    const zone = "${azurerm_private_dns_zone.apps-domain_zone.name}";
    const address = ["${azurerm_container_app_environment.apps.static_ip_address}"];
    expect(records).toEqual([
      ["*", zone, address],
      ["@", zone, address],
    ]);
  });
});

describe("private access for what a user adds", () => {
  const extended = new PreProductionEnvironment(new GatewrightApp(), preProductionConfig());
  const { platform } = extended;

  test("is an endpoint and its zone", () => {
    platform.privateAccess("cache", {
      type: "azurerm_managed_redis",
      resource: { id: "${azurerm_managed_redis.cache.id}" },
    });
    platform.privateAccess("second", { type: "azurerm_key_vault", resource: { id: "${azurerm_key_vault.second.id}" } });
    const json = synthesizeInMemory(extended)[0]?.json;
    expect(Object.keys(json?.resource?.["azurerm_private_endpoint"] ?? {})).toEqual(
      expect.arrayContaining(["private_endpoint-cache", "private_endpoint-second"]),
    );
    const zones = Object.values(json?.resource?.["azurerm_private_dns_zone"] ?? {}).map((zone) => zone["name"]);
    expect(zones.filter((name) => name === "privatelink.redis.azure.net")).toHaveLength(1);
    expect(zones.filter((name) => name === "privatelink.vaultcore.azure.net")).toHaveLength(1);
  });

  test("is refused for a type that the product does not know, and says what to do", () => {
    expect(() => platform.privateAccess("x", { type: "azurerm_route_table", resource: { id: "x" } })).toThrow(
      /^private access is not known for azurerm_route_table\n {4}Known: azurerm_ai_foundry, .*\. For another type make the private endpoint and its zone yourself, in the environment's stack\. {3}\(NET-04\)$/,
    );
  });
});

describe("deletion protection", () => {
  test("is on what holds data, and on no group, network or container environment", () => {
    const locks = of("azurerm_management_lock").map(({ attributes }) => [
      attributes["scope"],
      attributes["lock_level"],
    ]);
    expect(locks).toEqual([
      ["${azurerm_postgresql_flexible_server.database-database.id}", "CanNotDelete"],
      ["${azurerm_storage_account.storage.id}", "CanNotDelete"],
      ["${azurerm_key_vault.vault.id}", "CanNotDelete"],
    ]);
    expect(only(stacks, "azurerm_key_vault")).toMatchObject({
      purge_protection_enabled: true,
      soft_delete_retention_days: 90,
    });
  });
});

describe("roles", () => {
  test("are given to services and the entry alone; people's come from the foundation", () => {
    const grants = of("azurerm_role_assignment");
    expect(grants.filter(({ attributes }) => attributes["principal_type"] !== "ServicePrincipal")).toEqual([]);
    expect(of("azurerm_pim_eligible_role_assignment")).toEqual([]);
    for (const { attributes } of grants)
      expect(attributes["principal_id"]).toMatch(
        /^\$\{azurerm_user_assigned_identity\.identity-[\w-]+\.principal_id}$/,
      );
  });

  test("let each identity read the secrets that it names, and the entry its certificate", () => {
    const reads = of("azurerm_role_assignment").filter(
      ({ attributes }) => attributes["role_definition_name"] === "Key Vault Secrets User",
    );
    expect(reads.map(({ attributes }) => [attributes["principal_id"], attributes["scope"]])).toEqual([
      [
        "${azurerm_user_assigned_identity.identity-entry.principal_id}",
        "${azurerm_key_vault.vault.id}/secrets/entry-certificate",
      ],
      [
        "${azurerm_user_assigned_identity.identity-api.principal_id}",
        "${azurerm_key_vault.vault.id}/secrets/payment-key",
      ],
    ]);
  });
});

const CONTACTS = "azurerm_monitor_action_group.contacts";

describe("somebody is told", () => {
  test("support, coordinator and responder, by name", () => {
    const receivers = only(stacks, CONTACTS)["email_receiver"] as Attributes[];
    expect(receivers.map(({ name, email_address }) => [name, email_address])).toEqual([
      ["support", "help@orders.example"],
      ["coordinator", "ada@orders.example"],
      ["responder", "grace@orders.example"],
    ]);
  });

  test("of trouble with the entry, apps, databases and the vault, and with Azure itself", () => {
    const alerts = of("azurerm_monitor_metric_alert").map(({ address, attributes }) => {
      const { metric_name, operator, threshold } = inside(attributes, "criteria");
      return [address.replace(/.*alert-/, ""), `${metric_name} ${operator} ${threshold}`];
    });
    expect(Object.fromEntries(alerts)).toMatchObject({
      "database-cpu": "cpu_percent GreaterThan 80",
      "database-storage": "storage_percent GreaterThan 80",
      vault: "Availability LessThan 99",
      "web-restarts": "RestartCount GreaterThan 3",
      "mailer-restarts": "RestartCount GreaterThan 3",
      "web-errors": "Requests GreaterThan 10",
      "entry-health": "UnhealthyHostCount GreaterThan 0",
      "entry-errors": "ResponseStatus GreaterThan 10",
    });
    expect(
      of("azurerm_monitor_activity_log_alert").map(({ attributes }) => [
        inside(attributes, "criteria")["category"],
        attributes["scopes"],
        attributes["location"],
      ]),
    ).toEqual([
      ["Administrative", ["${azurerm_resource_group.group.id}"], "global"],
      ["Administrative", ["${azurerm_resource_group.group.id}"], "global"],
      ["ResourceHealth", ["${azurerm_resource_group.group.id}"], "global"],
      ["Administrative", ["/subscriptions/${var.subscription_id}"], "global"],
      ["ServiceHealth", ["/subscriptions/${var.subscription_id}"], "global"],
    ]);
  });

  test("through one action group, also from the stacks that do not make it", () => {
    const groups = new Set(
      [...of("azurerm_monitor_metric_alert"), ...of("azurerm_monitor_activity_log_alert")].map(({ attributes }) =>
        String(inside(attributes, "action")["action_group_id"]),
      ),
    );
    const { name } = only(stacks, CONTACTS);
    const group = environment.platform.stack.environment.nameOf("resource_group");
    expect([...groups].sort()).toEqual([
      "${azurerm_monitor_action_group.contacts.id}",
      `/subscriptions/\${var.subscription_id}/resourceGroups/${group}/providers/Microsoft.Insights/actionGroups/${name}`,
    ]);
  });
});
