import { type Attributes, resourcesOf } from "../../src/plan/terraform-json";
import { GatewrightApp } from "../../src/synth/app";
import { synthesizeInMemory } from "../../src/synth/in-memory";
import { PreProductionEnvironment } from "../../stacks";
import { madeBefore } from "../constructs/scratch-stack";
import { preProductionConfig } from "../support/pre-production";

const environment = new PreProductionEnvironment(new GatewrightApp(), preProductionConfig());
const [platform, services, entry] = synthesizeInMemory(environment).map(
  ({ json }): Readonly<Record<string, Attributes>> =>
    Object.fromEntries(
      resourcesOf(json).map(({ address, attributes }) => [address, { ...attributes, "//": undefined }]),
    ),
) as [Readonly<Record<string, Attributes>>, Readonly<Record<string, Attributes>>, Readonly<Record<string, Attributes>>];

const everything = Object.keys(platform);
const ofType = (type: string) => everything.filter((address) => address.startsWith(`${type}.`));

/** Asserts that each of these is there, is made before a resource, and so is destroyed after it. */
function expectBefore(resource: string, ...earlier: readonly string[]): void {
  const before = madeBefore(platform, resource);
  expect(everything).toContain(resource);
  expect(earlier.filter((one) => !before.includes(one))).toEqual([]);
}

const subnet = (name: string) => `azurerm_subnet.network_subnet-${name}`;
const guard = (name: string) => `azurerm_subnet_network_security_group_association.network_association-${name}`;
const route = (name: string) => `azurerm_subnet_route_table_association.network_routes-${name}`;

const APPS = "azurerm_container_app_environment.apps";
const FIREWALL = "azurerm_firewall.firewall";
const RULES = "azurerm_firewall_policy_rule_collection_group.firewall_policy_rules";
const RESOLVER = "azurerm_private_dns_resolver_inbound_endpoint.resolver_endpoint";
const NETWORK = "azurerm_virtual_network.network";
const VPN = "azurerm_virtual_network_gateway.vpn";

describe("what is made first in a Pre-Production, and so is destroyed last", () => {
  test("nothing waits for itself", () => {
    for (const stack of [platform, services, entry])
      for (const address of Object.keys(stack)) {
        const direct = madeBefore(stack, address);
        expect(direct.filter((one) => madeBefore(stack, one).includes(address))).toEqual([]);
      }
  });

  test("locks come last: no resource waits for one, and each waits for all that lies below its scope (T13)", () => {
    const locks = ofType("azurerm_management_lock");
    expect(locks).toHaveLength(3);
    for (const address of everything)
      expect(madeBefore(platform, address).filter((one) => locks.includes(one))).toEqual([]);
    for (const lock of locks) {
      const locked = String(platform[lock]?.["scope"]).slice(2, -".id}".length);
      const below = everything.filter(
        (address) => !locks.includes(address) && JSON.stringify(platform[address]).includes(`\${${locked}.`),
      );
      expect(below.length).toBeGreaterThan(4);
      expectBefore(lock, locked, ...below);
    }
  });

  test("no lock covers what the container environment changes by itself (T14)", () => {
    const covered = ofType("azurerm_management_lock").map((lock) => String(platform[lock]?.["scope"]));
    for (const scope of covered)
      expect(scope).toMatch(/^\$\{azurerm_(?:key_vault|storage_account|postgresql_flexible_server)\./);
  });

  test("the apps' environment waits for its way out, its names and its subnet's rules, and lets go of them last (T18)", () => {
    expectBefore(APPS, FIREWALL, RULES, RESOLVER, guard("apps"), route("apps"), subnet("apps"), NETWORK);
  });

  test("no private-link service hangs on the apps' load balancer, which would keep their environment (T19)", () => {
    expect(everything.filter((address) => address.includes("private_link_service"))).toEqual([]);
  });

  test("no endpoint leads to the apps' environment, which would want its public side decided (T20)", () => {
    const text = ofType("azurerm_private_endpoint").map((address) => JSON.stringify(platform[address]));
    expect(text.filter((one) => one.includes("azurerm_container_app_environment"))).toEqual([]);
  });

  test("the gateway's subnet has its rules before there is a gateway, which is two stacks later (T23)", () => {
    const [first, , last] = environment.stacks;
    expect([...madeBefore(entry, "azurerm_application_gateway.gateway")]).toEqual([
      "azurerm_public_ip.gateway_address",
      "azurerm_web_application_firewall_policy.gateway_firewall",
    ]);
    expect(everything).toContain(guard("gateway"));
    const stacksBefore = last?.dependencies.flatMap((one) => [one, ...one.dependencies]);
    expect(stacksBefore).toContain(first);
  });

  test("the VPN gateway and the firewall wait for their addresses, which cannot go while they are held (T24)", () => {
    expectBefore(VPN, "azurerm_public_ip.vpn_address", subnet("GatewaySubnet"), NETWORK);
    expectBefore(
      FIREWALL,
      "azurerm_public_ip.firewall_address",
      "azurerm_public_ip.firewall_management",
      subnet("AzureFirewallSubnet"),
      subnet("AzureFirewallManagementSubnet"),
    );
    for (const address of ofType("azurerm_public_ip"))
      expect(platform[address]).toMatchObject({ sku: "Standard", allocation_method: "Static" });
  });

  test("the firewall starts with its rules, and routes lead to it only when it is there", () => {
    expectBefore(FIREWALL, RULES, "azurerm_firewall_policy.firewall_policy");
    for (const name of ["apps", "endpoints", "data"]) expectBefore(route(name), FIREWALL, RULES);
  });

  test("an endpoint waits for its zone's link, for its subnet's rules and routes, and for what it leads to (T25, T30)", () => {
    const endpoints = {
      vault: ["vaultcore-azure-net", "endpoints", "azurerm_key_vault.vault"],
      registry: ["azurecr-io", "endpoints", "azurerm_container_registry.registry"],
      database: ["postgres-database-azure-com", "data", "azurerm_postgresql_flexible_server.database-database"],
      "storage-blob": ["blob-core-windows-net", "endpoints", "azurerm_storage_account.storage"],
      "storage-queue": ["queue-core-windows-net", "endpoints", "azurerm_storage_account.storage"],
    } as const;
    expect(ofType("azurerm_private_endpoint")).toEqual(
      Object.keys(endpoints)
        .toSorted()
        .map((name) => `azurerm_private_endpoint.private_endpoint-${name}`),
    );
    for (const [name, [zone, place, target]] of Object.entries(endpoints)) {
      const link = `azurerm_private_dns_zone_virtual_network_link.private_link-${zone}`;
      expectBefore(`azurerm_private_endpoint.private_endpoint-${name}`, link, guard(place), route(place), target);
      expectBefore(link, `azurerm_private_dns_zone.private_zone-${zone}`, NETWORK);
    }
  });

  test("an endpoint is in one zone, because Azure refuses to delete it from several at once (T30)", () => {
    const zones = ofType("azurerm_private_endpoint").map((address) => {
      const group = platform[address]?.["private_dns_zone_group"] as { private_dns_zone_ids: readonly string[] };
      return group.private_dns_zone_ids.length;
    });
    expect(zones).toEqual([1, 1, 1, 1, 1]);
  });

  test("each zone is made once and its name is no other's, so no record is overwritten (T30)", () => {
    const zones = ofType("azurerm_private_dns_zone").map((address) => platform[address]?.["name"]);
    expect(new Set(zones).size).toBe(zones.length);
    expect(ofType("azurerm_private_dns_zone_virtual_network_link")).toHaveLength(zones.length);
  });

  test("the domain of the apps comes after their environment, its link and records after the domain", () => {
    const zone = "azurerm_private_dns_zone.apps-domain_zone";
    expectBefore(zone, APPS);
    for (const address of [
      "azurerm_private_dns_zone_virtual_network_link.apps-domain_link",
      "azurerm_private_dns_a_record.apps-domain_apps",
      "azurerm_private_dns_a_record.apps-domain_domain",
    ])
      expectBefore(address, zone);
  });

  test("the resolver's endpoint waits for its subnet's rules; the network names its address and waits for nothing", () => {
    expectBefore(RESOLVER, guard("resolver"), subnet("resolver"), "azurerm_private_dns_resolver.resolver", NETWORK);
    expect(madeBefore(platform, NETWORK)).toEqual(["azurerm_resource_group.group"]);
  });

  test("the steps on a database follow each other: administrator, database, then its settings", () => {
    const [admin, database, transport, tls] = [
      "azurerm_postgresql_flexible_server_active_directory_administrator.database-database_administrator",
      "azurerm_postgresql_flexible_server_database.database-database_database",
      "azurerm_postgresql_flexible_server_configuration.database-database_secure-transport",
      "azurerm_postgresql_flexible_server_configuration.database-database_tls-version",
    ];
    expectBefore(database, admin, "azurerm_postgresql_flexible_server.database-database");
    expectBefore(transport, database);
    expectBefore(tls, transport);
  });

  test("everything in the platform waits for the group, and the group for nothing", () => {
    expect(madeBefore(platform, "azurerm_resource_group.group")).toEqual([]);
    for (const address of everything)
      if (address !== "azurerm_resource_group.group") expectBefore(address, "azurerm_resource_group.group");
  });
});
