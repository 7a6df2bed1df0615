import { exposed } from "./support";

/** `side (from); private …; sign-in` of the first platform service. */
function told(resources: object): string {
  const [one] = exposed(resources).platformServices;
  if (!one) return "no platform service";
  return `${one.publicSide} (${one.from.join(", ")}); ${one.privately.join(", ") || "no private side"}; ${one.signIn}`;
}

/** What the public side of the first one is, and who reaches it. */
function side(resources: object): string {
  const [one] = exposed(resources).platformServices;
  return `${one?.publicSide} (${one?.from.join(", ")})`;
}

describe("who reaches a data store or a platform service", () => {
  const deny = { default_action: "Deny" };

  test.each([
    ["a vault that nothing restricts", { "azurerm_key_vault.k": { name: "k" } }, "everybody (everybody)"],
    [
      "a vault for operators",
      {
        "azurerm_key_vault.k": {
          name: "k",
          network_acls: { ...deny, bypass: "AzureServices", ip_rules: ["203.0.113.7/32"] },
        },
      },
      "some callers (203.0.113.7/32, services that Azure trusts)",
    ],
    [
      "a vault for a subnet",
      {
        "azurerm_subnet.apps": { name: "apps" },
        "azurerm_key_vault.k": {
          network_acls: { ...deny, bypass: "None", virtual_network_subnet_ids: ["${azurerm_subnet.apps.id}"] },
        },
      },
      "some callers (azurerm_subnet.apps)",
    ],
    [
      "a database server that admits no address yet",
      { "azurerm_postgresql_flexible_server.d": { name: "d", public_network_access_enabled: true } },
      "on, for nobody yet ()",
    ],
    [
      "a database server that is closed",
      { "azurerm_postgresql_flexible_server.d": { name: "d", public_network_access_enabled: false } },
      "off ()",
    ],
    [
      "a search service for an office",
      { "azurerm_search_service.s": { name: "s", allowed_ips: ["203.0.113.7"] } },
      "some callers (203.0.113.7)",
    ],
    ["a search service for everybody", { "azurerm_search_service.s": { name: "s" } }, "everybody (everybody)"],
    ["a vault for nobody", { "azurerm_key_vault.k": { network_acls: { ...deny, bypass: "None" } } }, "off ()"],
    [
      "a vault that allows by default",
      { "azurerm_key_vault.k": { network_acls: { default_action: "Allow", ip_rules: ["203.0.113.7"] } } },
      "everybody (everybody)",
    ],
    [
      "a vault whose default a variable sets",
      { "azurerm_key_vault.k": { network_acls: { default_action: "${var.d}" } } },
      "not known (not known before apply)",
    ],
    [
      "a vault whose switch a variable sets",
      { "azurerm_key_vault.k": { public_network_access_enabled: "${var.open}" } },
      "not known (not known before apply)",
    ],
    [
      "a vault for addresses that a variable says",
      { "azurerm_key_vault.k": { network_acls: { ...deny, bypass: "None", ip_rules: "${var.office}" } } },
      "some callers (${var.office})",
    ],
    [
      "a vault with rules made in a loop",
      { "azurerm_key_vault.k": { dynamic: { network_acls: {} } } },
      "not known (not known before apply)",
    ],
    [
      "an account, by what Azure trusts when nobody says",
      { "azurerm_storage_account.s": { network_rules: deny } },
      "some callers (services that Azure trusts)",
    ],
    [
      "an account, by rules of their own",
      {
        "azurerm_storage_account.s": { name: "s" },
        "azurerm_storage_account_network_rules.r": {
          storage_account_id: "${azurerm_storage_account.s.id}",
          ...deny,
          bypass: ["None"],
          ip_rules: ["192.0.2.1"],
        },
      },
      "some callers (192.0.2.1)",
    ],
    ["a registry", { "azurerm_container_registry.r": { name: "r" } }, "everybody (everybody)"],
    [
      "a registry with addresses",
      {
        "azurerm_container_registry.r": {
          network_rule_set: [{ ...deny, ip_rule: [{ action: "Allow", ip_range: "192.0.2.0/24" }] }],
        },
      },
      "some callers (192.0.2.0/24)",
    ],
    ["a Cosmos DB account", { "azurerm_cosmosdb_account.c": { name: "c" } }, "everybody (everybody)"],
    [
      "a Cosmos DB account with addresses",
      { "azurerm_cosmosdb_account.c": { ip_range_filter: ["0.0.0.0", "192.0.2.1"] } },
      "some callers (192.0.2.1, every Azure customer)",
    ],
    ["a cache", { "azurerm_redis_cache.r": { name: "r" } }, "everybody (everybody)"],
    ["a type without endpoints that are known", { "azurerm_batch_account.b": { name: "b" } }, "everybody (everybody)"],
    ["one that is closed until it is opened", { "azurerm_mssql_managed_instance.m": { name: "m" } }, "off ()"],
    ["telemetry", { "azurerm_application_insights.i": { name: "i" } }, "everybody (everybody)"],
    [
      "logs that are closed",
      { "azurerm_log_analytics_workspace.l": { internet_ingestion_enabled: false, internet_query_enabled: false } },
      "off ()",
    ],
    [
      "logs of which a variable decides",
      {
        "azurerm_log_analytics_workspace.l": { internet_ingestion_enabled: false, internet_query_enabled: "${var.q}" },
      },
      "not known (not known before apply)",
    ],
  ])("%s", (_, resources, expected) => {
    expect(side(resources)).toBe(expected);
  });

  const rule = (start: string, end = start, more: object = {}) => ({
    server_id: "${azurerm_postgresql_flexible_server.p.id}",
    start_ip_address: start,
    end_ip_address: end,
    ...more,
  });
  const server = (...rules: object[]) => ({
    "azurerm_postgresql_flexible_server.p": { name: "psql", resource_group_name: "rg" },
    "azurerm_postgresql_flexible_server.z": { name: "another", resource_group_name: "rg" },
    ...Object.fromEntries(rules.map((one, i) => [`azurerm_postgresql_flexible_server_firewall_rule.r${i}`, one])),
  });

  test.each([
    ["no rule", server(), "on, for nobody yet ()"],
    ["one address", server(rule("203.0.113.7")), "some callers (203.0.113.7)"],
    ["a range that is a network", server(rule("203.0.113.0", "203.0.113.255")), "some callers (203.0.113.0/24)"],
    ["a range that is none", server(rule("203.0.113.1", "203.0.113.9")), "some callers (203.0.113.1 to 203.0.113.9)"],
    ["all of Azure", server(rule("0.0.0.0")), "some callers (every Azure customer)"],
    ["the whole Internet", server(rule("0.0.0.0", "255.255.255.255")), "everybody (everybody)"],
    ["an address that a variable says", server(rule("${var.office}")), "some callers (${var.office})"],
    [
      "a rule of another server",
      server(rule("203.0.113.7", "203.0.113.7", { server_id: "${azurerm_postgresql_flexible_server.z.id}" })),
      "on, for nobody yet ()",
    ],
    [
      "a rule of a server that is not known",
      server(rule("203.0.113.7", "203.0.113.7", { server_id: '${var.a ? "x" : "y"}' })),
      "some callers (perhaps 203.0.113.7)",
    ],
  ])("a database server with %s", (_, resources, expected) => {
    expect(side(resources)).toBe(expected);
  });

  test("MySQL names its server, SQL may let in a subnet, a delegated server has no public side", () => {
    expect(
      side({
        "azurerm_mysql_flexible_server.m": { name: "mysql", resource_group_name: "rg" },
        "azurerm_mysql_flexible_server_firewall_rule.r": {
          server_name: "mysql",
          resource_group_name: "rg",
          start_ip_address: "192.0.2.1",
          end_ip_address: "192.0.2.1",
        },
      }),
    ).toBe("some callers (192.0.2.1)");
    expect(
      side({
        "azurerm_subnet.s": { name: "s" },
        "azurerm_mssql_server.m": { name: "m" },
        "azurerm_mssql_virtual_network_rule.r": {
          server_id: "${azurerm_mssql_server.m.id}",
          subnet_id: "${azurerm_subnet.s.id}",
        },
      }),
    ).toBe("some callers (azurerm_subnet.s)");
    expect(
      told({
        "azurerm_subnet.s": { name: "s" },
        "azurerm_postgresql_flexible_server.p": { delegated_subnet_id: "${azurerm_subnet.s.id}" },
      }),
    ).toBe("off (); in azurerm_subnet.s; passwords");
  });

  test("private endpoints are its private side", () => {
    expect(
      told({
        "azurerm_key_vault.k": { public_network_access_enabled: false },
        "azurerm_private_endpoint.k": {
          private_service_connection: { private_connection_resource_id: "${azurerm_key_vault.k.id}" },
        },
      }),
    ).toBe("off (); azurerm_private_endpoint.k; Entra identity");
  });
});

describe("how callers prove who they are", () => {
  const entra = { active_directory_auth_enabled: true, password_auth_enabled: false };
  const signIn = (resources: object) => exposed(resources).platformServices[0]?.signIn;

  const KEYS = "Entra identity or shared keys";
  const USERS = "passwords and keys of local users";

  test.each([
    ["an account as the provider makes it", { "azurerm_storage_account.s": { name: "s" } }, `${KEYS} or ${USERS}`],
    ["an account with keys", { "azurerm_storage_account.s": { local_user_enabled: false } }, KEYS],
    [
      "an account with local users",
      { "azurerm_storage_account.s": { shared_access_key_enabled: false } },
      `Entra identity or ${USERS}`,
    ],
    [
      "an account without both",
      { "azurerm_storage_account.s": { shared_access_key_enabled: false, local_user_enabled: false } },
      "Entra identity",
    ],
    [
      "a switch that a variable sets",
      { "azurerm_storage_account.s": { shared_access_key_enabled: "${var.k}", local_user_enabled: false } },
      "Entra identity or perhaps shared keys, which is not known before apply",
    ],
    [
      "a container that is open",
      {
        "azurerm_storage_account.s": { name: "s", shared_access_key_enabled: false, local_user_enabled: false },
        "azurerm_storage_container.open": {
          storage_account_id: "${azurerm_storage_account.s.id}",
          container_access_type: "blob",
        },
        "azurerm_storage_container.shut": { storage_account_id: "${azurerm_storage_account.s.id}" },
      },
      "Entra identity; nobody signs in to azurerm_storage_container.open",
    ],
    [
      "a container that the account keeps shut",
      {
        "azurerm_storage_account.s": {
          name: "s",
          shared_access_key_enabled: false,
          local_user_enabled: false,
          allow_nested_items_to_be_public: false,
        },
        "azurerm_storage_container.open": {
          storage_account_id: "${azurerm_storage_account.s.id}",
          container_access_type: "blob",
        },
      },
      "Entra identity",
    ],
    [
      "a registry that anybody pulls from",
      { "azurerm_container_registry.r": { anonymous_pull_enabled: true } },
      "Entra identity; nobody signs in to pull",
    ],
    [
      "a registry with an admin",
      { "azurerm_container_registry.r": { admin_enabled: true } },
      "Entra identity or the admin user's password",
    ],
    ["a database as the provider makes it", { "azurerm_postgresql_flexible_server.p": { name: "p" } }, "passwords"],
    [
      "a database for identities alone",
      { "azurerm_postgresql_flexible_server.p": { authentication: entra } },
      "Entra identity",
    ],
    ["SQL without an administrator of Entra", { "azurerm_mssql_server.m": { name: "m" } }, "passwords"],
    [
      "MySQL with its parameter",
      {
        "azurerm_mysql_flexible_server.m": { name: "m", resource_group_name: "rg" },
        "azurerm_mysql_flexible_server_configuration.c": {
          server_name: "m",
          resource_group_name: "rg",
          name: "aad_auth_only",
          value: "ON",
        },
      },
      "Entra identity",
    ],
    ["MySQL without", { "azurerm_mysql_flexible_server.m": { name: "m" } }, "Entra identity or passwords"],
    [
      "logs with their key",
      { "azurerm_log_analytics_workspace.l": { name: "l" } },
      "Entra identity or the workspace's key",
    ],
    [
      "logs without, by the older switch",
      { "azurerm_log_analytics_workspace.l": { local_authentication_disabled: true } },
      "Entra identity",
    ],
    ["a cache without keys", { "azurerm_managed_redis.r": { name: "r" } }, "Entra identity"],
    [
      "a list of methods that nobody wrote",
      { "azurerm_batch_account.b": { name: "b" } },
      "Entra identity or keys or passwords",
    ],
    [
      "a list of Entra's methods alone",
      { "azurerm_mongo_cluster.m": { authentication_methods: ["MicrosoftEntraID"] } },
      "Entra identity",
    ],
    [
      "a list with one of its own",
      { "azurerm_mongo_cluster.m": { authentication_methods: ["MicrosoftEntraID", "NativeAuth"] } },
      "Entra identity or keys or passwords",
    ],
  ])("%s", (_, resources, expected) => {
    expect(signIn(resources)).toBe(expected);
  });
});
