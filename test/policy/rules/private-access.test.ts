import { nearMisses, type Resources, saidBy } from "../near-miss";

const group = { name: "rg", location: "westeurope" };
const rg = "${azurerm_resource_group.rg.name}";

function network(name: string): Resources {
  return {
    [`azurerm_virtual_network.${name}`]: {
      name: `vnet-${name}`,
      resource_group_name: rg,
      address_space: ["10.0.0.0/16"],
    },
    [`azurerm_subnet.${name}_apps`]: {
      name: "apps",
      resource_group_name: rg,
      virtual_network_name: `\${azurerm_virtual_network.${name}.name}`,
    },
    [`azurerm_subnet.${name}_endpoints`]: {
      name: "endpoints",
      resource_group_name: rg,
      virtual_network_name: `\${azurerm_virtual_network.${name}.name}`,
    },
  };
}

interface Wiring {
  readonly target?: string;
  readonly zone?: string;
  readonly zoneName?: string;
  readonly linkedTo?: string;
  readonly sub?: string;
}

function wired({ target = "${azurerm_key_vault.v.id}", zone = "${azurerm_private_dns_zone.z.id}", ...rest }: Wiring) {
  const {
    zoneName = "privatelink.vaultcore.azure.net",
    linkedTo = "${azurerm_virtual_network.a.id}",
    sub = "vault",
  } = rest;
  return {
    "azurerm_resource_group.rg": group,
    ...network("a"),
    ...network("b"),
    "azurerm_container_app_environment.e": {
      name: "cae",
      resource_group_name: rg,
      infrastructure_subnet_id: "${azurerm_subnet.a_apps.id}",
    },
    "azurerm_key_vault.v": { name: "kv-one", resource_group_name: rg, public_network_access_enabled: false },
    "azurerm_private_dns_zone.z": { name: zoneName, resource_group_name: rg },
    "azurerm_private_dns_zone_virtual_network_link.l": {
      name: "l",
      resource_group_name: rg,
      private_dns_zone_name: "${azurerm_private_dns_zone.z.name}",
      virtual_network_id: linkedTo,
    },
    "azurerm_private_endpoint.p": {
      name: "p",
      resource_group_name: rg,
      subnet_id: "${azurerm_subnet.a_endpoints.id}",
      private_service_connection: { name: "c", private_connection_resource_id: target, subresource_names: [sub] },
      private_dns_zone_group: { name: "g", private_dns_zone_ids: [zone] },
    },
  } satisfies Resources;
}

/** The same, with a container environment in the other network too. */
function twoRegions(wiring: Wiring) {
  return {
    ...wired(wiring),
    "azurerm_container_app_environment.second": {
      name: "cae-two",
      resource_group_name: rg,
      infrastructure_subnet_id: "${azurerm_subnet.b_apps.id}",
    },
  } satisfies Resources;
}

const vault = "azurerm_key_vault.v";
const gate = "pre-production" as const;

nearMisses("NET-04", {
  "a vault behind an endpoint, its zone linked to the apps' network, holds": {
    gate,
    resources: wired({}),
    pass: [vault],
  },
  "apps in a second network have endpoints, zones and links of their own": {
    gate,
    resources: twoRegions({}),
    pass: [vault],
  },
  "what one network reaches is its own business, by a zone that is linked to it": {
    gate,
    resources: twoRegions({ linkedTo: "${azurerm_virtual_network.b.id}" }),
    fail: [vault],
  },
  "an endpoint that stands in neither network is for the apps of both": {
    gate,
    resources: {
      ...twoRegions({}),
      ...network("hub"),
      "azurerm_private_endpoint.p": {
        ...twoRegions({})["azurerm_private_endpoint.p"],
        subnet_id: "${azurerm_subnet.hub_endpoints.id}",
      },
    },
    fail: [vault],
  },
  "an id computed from names leads to the same vault": {
    gate,
    resources: wired({
      target: "/subscriptions/${var.subscription_id}/resourceGroups/RG/providers/Microsoft.KeyVault/vaults/KV-one",
    }),
    pass: [vault],
  },
  "the same id in a group of another name leads elsewhere": {
    gate,
    resources: wired({
      target: "/subscriptions/${var.subscription_id}/resourceGroups/other/providers/Microsoft.KeyVault/vaults/kv-one",
    }),
    fail: [vault],
  },
  "an endpoint of another vault does nothing for this one": {
    gate,
    resources: {
      ...wired({ target: "${azurerm_key_vault.other.id}" }),
      "azurerm_key_vault.other": { name: "kv-two", resource_group_name: rg, public_network_access_enabled: false },
    },
    pass: ["azurerm_key_vault.other"],
    fail: [vault],
  },
  "a zone linked to another network does not resolve for the apps": {
    gate,
    resources: wired({ linkedTo: "${azurerm_virtual_network.b.id}" }),
    fail: [vault],
  },
  "a zone of another service does not hold the vault's name": {
    gate,
    resources: wired({ zoneName: "privatelink.blob.core.windows.net" }),
    fail: [vault],
  },
  "an endpoint for another part of a resource is not the needed one": {
    gate,
    resources: wired({ sub: "managedhsm" }),
    fail: [vault],
  },
  "an endpoint whose target is computed by an expression is unknown": {
    gate,
    resources: wired({ target: "${var.private ? azurerm_key_vault.v.id : null}" }),
    unknown: [vault],
  },
  "an endpoint of a declared external is no endpoint of the vault": {
    gate,
    resources: wired({ target: "${var.vault_id}" }),
    fail: [vault],
  },
  "a public side left at the provider's default is open": {
    gate,
    resources: { ...wired({}), [vault]: { name: "kv-one", resource_group_name: rg } },
    fail: [vault],
  },
  "at the Pilot the public side may stay, the endpoint may not be missing": {
    gate: "pilot",
    resources: { ...wired({}), [vault]: { name: "kv-one", resource_group_name: rg } },
    pass: [vault],
  },
  "a registry needs none at the Pilot, and one at Pre-Production": {
    gate,
    resources: { "azurerm_container_registry.r": { name: "acr", resource_group_name: "rg" } },
    fail: ["azurerm_container_registry.r"],
  },
  "an account with containers and queues needs an endpoint for each": {
    gate,
    resources: {
      "azurerm_resource_group.rg": group,
      "azurerm_storage_account.s": { name: "st", resource_group_name: rg, public_network_access_enabled: false },
      "azurerm_storage_container.c": { name: "c", storage_account_id: "${azurerm_storage_account.s.id}" },
      "azurerm_storage_queue.q": { name: "q", storage_account_id: "${azurerm_storage_account.s.id}" },
    },
    fail: ["azurerm_storage_account.s"],
  },
  "a server that stands in the network itself takes no endpoint": {
    gate,
    resources: {
      "azurerm_postgresql_flexible_server.d": {
        name: "psql",
        resource_group_name: "rg",
        delegated_subnet_id: "${azurerm_subnet.x.id}",
      },
    },
    pass: ["azurerm_postgresql_flexible_server.d"],
  },
  "a service whose endpoints are not known here closes its public side all the same, monitoring does not": {
    gate,
    resources: {
      "azurerm_signalr_service.open": { name: "a" },
      "azurerm_video_indexer_account.closed": { name: "b", public_network_access: "Disabled" },
      "azurerm_iothub.open": { name: "c", public_network_access_enabled: true },
      "azurerm_web_pubsub_socketio.closed": { name: "d", public_network_access: "Disabled" },
      "azurerm_mssql_managed_instance.closed": { name: "e" },
      "azurerm_mssql_managed_instance.open": { name: "f", public_data_endpoint_enabled: true },
      "azurerm_recovery_services_vault.later": { name: "g", public_network_access_enabled: "${var.open}" },
      "azurerm_monitor_workspace.w": { name: "h" },
    },
    pass: [
      "azurerm_web_pubsub_socketio.closed",
      "azurerm_mssql_managed_instance.closed",
      "azurerm_video_indexer_account.closed",
    ],
    fail: ["azurerm_iothub.open", "azurerm_mssql_managed_instance.open", "azurerm_signalr_service.open"],
    unknown: ["azurerm_recovery_services_vault.later"],
  },
  "at the Pilot it may stay open": {
    gate: "pilot",
    resources: { "azurerm_signalr_service.open": { name: "a" } },
  },
  "a workspace and Application Insights are exempt by name": {
    gate,
    resources: {
      "azurerm_log_analytics_workspace.w": { name: "log" },
      "azurerm_application_insights.i": { name: "appi" },
    },
  },
});

nearMisses("NET-03", {
  "an environment in its own network's subnet holds": {
    gate: "pilot",
    resources: wired({}),
    pass: ["azurerm_container_app_environment.e"],
  },
  "an environment without a subnet, or in a subnet of someone else, does not": {
    gate: "pilot",
    resources: {
      "azurerm_container_app_environment.none": { name: "a" },
      "azurerm_container_app_environment.foreign": { name: "b", infrastructure_subnet_id: "${var.subnet_id}" },
    },
    fail: ["azurerm_container_app_environment.foreign", "azurerm_container_app_environment.none"],
  },
});

describe("NET-04", () => {
  test.each([
    ["azurerm_storage_sync", "incoming_traffic_policy", "AllowAllTraffic", "AllowVirtualNetworksOnly"],
    ["azurerm_managed_disk", "public_network_access_enabled", true, false],
    ["azurerm_snapshot", "public_network_access_enabled", true, false],
  ])("the public side of %s is judged by itself", (type, path, open: unknown, closed: unknown) => {
    const about = (value: unknown) =>
      saidBy("NET-04", { gate, resources: { [`${type}.one`]: { name: "one", [path]: value } as never } })
        .filter(({ says }) => !says.includes("private endpoint"))
        .map(({ verdict }) => verdict);
    expect([about(open), about(closed), about("${var.open}")]).toEqual([["fail"], ["pass"], ["unknown"]]);
  });

  test("an export that nobody turned off is on", () => {
    const said = saidBy("NET-04", { gate, resources: { "azurerm_managed_disk.one": { name: "one" } } });
    expect(said.map(({ verdict }) => verdict)).toEqual(["fail"]);
  });
});

const SERVERS = ["cosmosdb_postgresql", "mariadb", "mongo_cluster", "mssql", "mysql", "postgresql", "sql", "synapse"];

nearMisses("NET-02", {
  "a store that is closed, or denies by default, holds": {
    gate: "pilot",
    resources: {
      "azurerm_key_vault.closed": { name: "a", public_network_access_enabled: false },
      "azurerm_key_vault.narrow": { name: "b", network_acls: { default_action: "Deny", ip_rules: ["203.0.113.7/32"] } },
      "azurerm_storage_account.narrow": {
        name: "c",
        allow_nested_items_to_be_public: false,
        network_rules: [{ default_action: "Deny" }],
      },
      "azurerm_servicebus_namespace.s": { name: "d", network_rule_set: { default_action: "Deny" } },
    },
    pass: [
      "azurerm_key_vault.closed",
      "azurerm_key_vault.narrow",
      "azurerm_servicebus_namespace.s",
      "azurerm_storage_account.narrow",
    ],
  },
  "a deny on another account leaves this one open; rules of its own resource close it": {
    gate: "pilot",
    resources: {
      "azurerm_storage_account.open": { name: "a", allow_nested_items_to_be_public: false },
      "azurerm_storage_account.ruled": { name: "b", allow_nested_items_to_be_public: false },
      "azurerm_storage_account_network_rules.r": {
        storage_account_id: "${azurerm_storage_account.ruled.id}",
        default_action: "Deny",
      },
    },
    pass: ["azurerm_storage_account.ruled", "azurerm_storage_account_network_rules.r"],
    fail: ["azurerm_storage_account.open"],
  },
  "an address in a list of the store itself closes it to everybody else": {
    gate: "pilot",
    resources: {
      "azurerm_search_service.narrow": { name: "a", allowed_ips: ["203.0.113.7"] },
      "azurerm_search_service.open": { name: "b" },
      "azurerm_search_service.wide": { name: "c", allowed_ips: ["203.0.113.7", "0.0.0.0/0"] },
      "azurerm_search_service.later": { name: "d", allowed_ips: "${var.office}" },
      "azurerm_search_service.partly": { name: "e", allowed_ips: ["203.0.113.7", "${var.office}"] },
    },
    pass: ["azurerm_search_service.narrow"],
    fail: ["azurerm_search_service.open", "azurerm_search_service.wide"],
    unknown: ["azurerm_search_service.later", "azurerm_search_service.partly"],
  },
  "firewall rules of every kind of server are judged, whether the server is here or not": {
    gate: "pilot",
    resources: Object.fromEntries(
      SERVERS.flatMap((kind) => [
        [`azurerm_${kind}_firewall_rule.all`, rule("0.0.0.0", "255.255.255.255")],
        [`azurerm_${kind}_firewall_rule.office`, rule("203.0.113.7", "203.0.113.7")],
      ]),
    ),
    pass: SERVERS.map((kind) => `azurerm_${kind}_firewall_rule.office`),
    fail: SERVERS.map((kind) => `azurerm_${kind}_firewall_rule.all`),
  },
  "a range as wide as the Internet is no operator": {
    gate: "pilot",
    resources: {
      "azurerm_key_vault.wide": { name: "a", network_acls: { default_action: "Deny", ip_rules: ["0.0.0.0/1"] } },
      "azurerm_key_vault.allow": { name: "b", network_acls: { default_action: "Allow" } },
    },
    fail: ["azurerm_key_vault.allow", "azurerm_key_vault.wide"],
  },
  "no firewall rule may start at 0.0.0.0, the one that means Azure services included": {
    gate: "pilot",
    resources: {
      "azurerm_postgresql_flexible_server.d": { name: "d" },
      "azurerm_postgresql_flexible_server_firewall_rule.office": rule("203.0.113.7", "203.0.113.9"),
      "azurerm_postgresql_flexible_server_firewall_rule.azure": rule("0.0.0.0", "0.0.0.0"),
      "azurerm_postgresql_flexible_server_firewall_rule.all": rule("0.0.0.0", "255.255.255.255"),
      "azurerm_postgresql_flexible_server_firewall_rule.almost": rule("1.0.0.0", "255.255.255.255"),
      "azurerm_postgresql_flexible_server_firewall_rule.later": rule("${var.from}", "${var.to}"),
    },
    pass: ["azurerm_postgresql_flexible_server.d", "azurerm_postgresql_flexible_server_firewall_rule.office"],
    fail: ["all", "almost", "azure"].map((one) => `azurerm_postgresql_flexible_server_firewall_rule.${one}`),
    unknown: ["azurerm_postgresql_flexible_server_firewall_rule.later"],
  },
  "a container that anyone can read fails beside a private one": {
    gate: "pilot",
    resources: {
      "azurerm_storage_container.a": { name: "a", container_access_type: "blob" },
      "azurerm_storage_container.b": { name: "b" },
    },
    pass: ["azurerm_storage_container.b"],
    fail: ["azurerm_storage_container.a"],
  },
});

function rule(start: string, end: string) {
  return {
    name: "r",
    server_id: "${azurerm_postgresql_flexible_server.d.id}",
    start_ip_address: start,
    end_ip_address: end,
  };
}
