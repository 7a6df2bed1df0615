import { readFileSync } from "node:fs";
import { join } from "node:path";
import { EnvironmentFolder } from "../../src/environment/select";
import type { Source } from "../../src/environment/source";
import { type Exposure, exposure } from "../../src/exposure/exposure";
import { buildGraph } from "../../src/plan/build";
import type { JsonObject } from "../../src/plan/json";
import { exposedStacks, reachOf, routesOf, waysOf } from "./support";

const FOLDER = join(__dirname, "../../examples/full-ladder/environments");
const FIXTURES = join(__dirname, "../policy/fixtures");

async function shipped(stage: string): Promise<Source> {
  const [source] = new EnvironmentFolder(FOLDER).environments([stage]);
  if (!source) throw new Error(`no ${stage}`);
  return source;
}

const told = ({ stacks, config }: Source) => exposedStacks(stacks ?? [], config);
const by = (rows: readonly { readonly resource: string }[], type: string) =>
  rows.filter(({ resource }) => resource.startsWith(`azurerm_${type}.`));

describe("the POC and the Pilot of the example", () => {
  test("answer the Internet by one app each; nothing leaves through a firewall", async () => {
    for (const stage of ["poc", "pilot"]) {
      const found = told(await shipped(stage));
      expect(waysOf(found)).toEqual(["app-ingress azurerm_container_app.app-web"]);
      expect(found.services.filter(({ reach }) => reach === "the Internet")).toHaveLength(1);
      expect([found.firewalls, found.firewallRules, found.people]).toEqual([[], [], []]);
    }
  });

  test("the Pilot's stores show operators and what Azure trusts a public side, and the network a private one", async () => {
    const { platformServices } = told(await shipped("pilot"));
    expect(
      platformServices.map(({ resource, publicSide, from }) => `${resource}: ${publicSide}: ${from.join(", ")}`),
    ).toEqual([
      "azurerm_application_insights.insights: everybody: everybody",
      "azurerm_container_registry.registry: everybody: everybody",
      "azurerm_key_vault.vault: some callers: 203.0.113.7/32, services that Azure trusts",
      "azurerm_log_analytics_workspace.logs: everybody: everybody",
      "azurerm_postgresql_flexible_server.database-database: some callers: 203.0.113.7",
      "azurerm_storage_account.storage: some callers: 203.0.113.7, services that Azure trusts",
    ]);
    expect(platformServices.filter(({ holdsData, privately }) => holdsData && privately.length === 0)).toEqual([]);
  });

  test.each(["poc", "pilot"])("a real plan of the %s says the same as its synthesized stacks", async (stage) => {
    const plans = ["platform", "services"].map((stack) => ({
      kind: "plan" as const,
      name: `orders-${stage}-${stack}`,
      json: JSON.parse(readFileSync(join(FIXTURES, `orders-${stage}-${stack}.plan.json`), "utf8")) as JsonObject,
    }));
    const source = await shipped(stage);
    expect(withoutWishes(exposure(buildGraph(plans), source.config))).toEqual(withoutWishes(told(source)));
  });

  /** Names may be older in the recorded plans, and so is a storage account that takes local users. */
  function withoutWishes(found: Exposure): unknown {
    const text = JSON.stringify(found).replace(/-g1[a-z0-9]{4}\b/g, "-g1xxxx");
    return JSON.parse(text.replaceAll(" or passwords and keys of local users", ""));
  }
});

describe("the Pre-Production of the example", () => {
  let source: Source;
  let found: Exposure;
  beforeAll(async () => {
    source = await shipped("pre-production");
    found = told(source);
  });

  test("has exactly one way in, which leads to the public service, and a listener that sends callers to HTTPS", () => {
    const ways = found.waysIn.filter(({ kind }) => kind !== "gateway-redirect");
    expect(new Set(ways.map(({ entry }) => entry)).size).toBe(1);
    expect(waysOf(found).sort()).toEqual([
      "gateway-listener azurerm_application_gateway.gateway",
      "gateway-redirect azurerm_application_gateway.gateway",
    ]);
    expect(routesOf(found)).toEqual([
      "http://preprod.orders.example/* → sent on to listener https-preprod.orders.example (everybody)",
      "https://preprod.orders.example/* → azurerm_container_app.app-web (everybody)",
    ]);
    expect(ways.map(({ filter }) => /\(Prevention\)$/.test(filter))).toEqual([true]);
  });

  test("tells of each service who reaches it and by which path", () => {
    expect(reachOf(found)).toEqual([
      "azurerm_container_app.app-api: its environment; other services of its environment",
      "azurerm_container_app.app-mailer: nobody; it takes no requests",
      "azurerm_container_app.app-web: the Internet; https://preprod.orders.example/*, through azurerm_application_gateway.gateway; from azurerm_virtual_network.network; people by VPN, through azurerm_virtual_network_gateway.vpn",
      "azurerm_container_app_job.database-database-bootstrap: nobody; it takes no requests",
      "azurerm_container_app_job.database-database-migrate: nobody; it takes no requests",
      "azurerm_container_app_job.job-cleanup: nobody; it takes no requests",
    ]);
  });

  test("has a public side for logs and telemetry alone, and private endpoints for the rest", () => {
    expect(found.platformServices.filter(({ publicSide }) => publicSide !== "off").map(({ what }) => what)).toEqual([
      "telemetry",
      "log workspace",
    ]);
    expect(found.platformServices.filter((one) => one.publicSide === "off" && one.privately.length === 0)).toEqual([]);
    expect([...new Set(found.platformServices.map(({ signIn }) => signIn))]).toEqual(["Entra identity"]);
  });

  test("holds public addresses for gateway, firewall and VPN alone", () => {
    expect(by(found.publicAddresses, "public_ip").map((one) => ("heldBy" in one ? one.heldBy : []))).toEqual([
      ["azurerm_firewall.firewall"],
      ["azurerm_firewall.firewall"],
      ["azurerm_application_gateway.gateway"],
      ["azurerm_virtual_network_gateway.vpn"],
    ]);
    expect(found.publicAddresses.filter(({ made }) => made === "by Azure").map(({ resource }) => resource)).toEqual([
      "azurerm_container_app_environment.apps",
    ]);
  });

  test("lets out the allow-list and what the platform needs, each with owner and reason, and nothing else", () => {
    expect(found.firewallRules.map(({ rule, whose, owner }) => `${rule} ${whose} ${owner}`)).toEqual([
      "payments product grace@orders.example",
      "platform-images platform ada@orders.example",
      "platform-packages platform ada@orders.example",
      "platform-sign-in platform ada@orders.example",
      "platform-telemetry platform ada@orders.example",
    ]);
    expect(found.firewallRules.filter(({ why, to }) => why === "not said" || to.includes("*"))).toEqual([]);
    expect(
      found.waysOut
        .filter(({ kind }) => kind !== "firewall")
        .map(({ resource, kind }) => `${resource.split("-").at(-1)} ${kind}`),
    ).toEqual([
      "AzureFirewallManagementSubnet platform",
      "AzureFirewallSubnet platform",
      "GatewaySubnet platform",
      "gateway platform",
      "resolver platform",
    ]);
    expect([found.idleRuleGroups, found.connections]).toEqual([[], []]);
  });

  test("lets people in by VPN, with names resolved, and whoever the app registration admits", () => {
    expect(found.people).toMatchObject([
      {
        pool: ["172.20.0.0/24"],
        protocols: ["OpenVPN"],
        signIn: ["AAD"],
        who: "who is assigned to the app registration var.vpn_audience",
      },
    ]);
    expect(found.people[0]?.resolvers).toHaveLength(1);
  });

  test("gives every identity data rights only, and says who gives people theirs", () => {
    expect(found.identities.filter(({ rights }) => rights.some(({ administers }) => administers))).toEqual([]);
    expect(found.identities.filter(({ usedBy }) => usedBy.length === 0)).toEqual([]);
    expect(
      found.notRead
        .filter(({ what }) => what.startsWith("what "))
        .map(({ what }) => /\((.*)\)/.exec(what)?.[1] ?? what),
    ).toEqual(["operators", "readers", "break-glass", "approvers", "what the deploy identity may do"]);
  });

  type Resources = Record<string, Record<string, Record<string, unknown>>>;

  /** What an extension of the platform, services or entry adds to ways in, ways out, addresses or public sides. */
  function added(stack: number, change: (resources: Resources) => void): string[] {
    const stacks = structuredClone(source.stacks ?? []);
    change(stacks[stack]!.json.resource as Resources);
    const lines = (one: Exposure) => [
      ...one.waysIn.map(({ kind, resource, at }) => `in: ${kind} ${resource} ${at}`),
      ...one.waysOut.map(({ resource, kind, besides }) => `out: ${resource} ${kind} ${besides.join("; ")}`.trim()),
      ...one.connections.map(({ resource }) => `connection: ${resource}`),
      ...one.publicAddresses.map(({ resource, heldBy }) => `address: ${resource} ${heldBy.join(", ")}`),
      ...one.platformServices.map(({ resource, publicSide }) => `side: ${resource} ${publicSide}`),
    ];
    const before = new Set(lines(found));
    return lines(exposedStacks(stacks, source.config))
      .filter((line) => !before.has(line))
      .map((line) => line.trim());
  }

  const put = (type: string, name: string, body: object) => (resources: Resources) => {
    resources[`azurerm_${type}`] = { ...resources[`azurerm_${type}`], [name]: body as Record<string, unknown> };
  };
  const apps = "${azurerm_subnet.network_subnet-apps.id}";
  const address = put("public_ip", "extra", { name: "pip-extra" });
  const both =
    (...changes: ((resources: Resources) => void)[]) =>
    (resources: Resources) => {
      for (const change of changes) change(resources);
    };
  const first = (resources: Resources, type: string) => Object.values(resources[`azurerm_${type}`] ?? {})[0]!;

  test.each<[string, number, (resources: Resources) => void, string[]]>([
    [
      "a firewall that forwards inward",
      0,
      put("firewall_policy_rule_collection_group", "dnat", {
        nat_rule_collection: [{ name: "n", rule: [{ name: "ssh", translated_port: 22 }] }],
      }),
      ["in: dnat azurerm_firewall_policy_rule_collection_group.dnat nat_rule_collection[n].rule[ssh].translated_port"],
    ],
    [
      "external ingress in an environment on the Internet",
      0,
      (resources) => {
        first(resources, "container_app_environment")["internal_load_balancer_enabled"] = false;
        first(resources, "container_app_environment")["public_network_access"] = "Enabled";
      },
      ["in: app-ingress azurerm_container_app.app-web ingress.external_enabled"],
    ],
    [
      "a peering",
      0,
      put("virtual_network_peering", "p", { name: "p", remote_virtual_network_id: "${var.hub}" }),
      [
        "in: peering azurerm_virtual_network_peering.p remote_virtual_network_id",
        "connection: azurerm_virtual_network_peering.p",
      ],
    ],
    [
      "a private-link service",
      0,
      put("private_link_service", "s", { name: "s" }),
      ["in: private-link-service azurerm_private_link_service.s"],
    ],
    [
      "Front Door beside the gateway",
      0,
      put("cdn_frontdoor_endpoint", "e", { name: "e" }),
      ["in: front-door azurerm_cdn_frontdoor_endpoint.e"],
    ],
    [
      "a network card with a public address",
      0,
      both(
        address,
        put("network_interface", "n", {
          ip_configuration: [{ name: "i", subnet_id: apps, public_ip_address_id: "${azurerm_public_ip.extra.id}" }],
        }),
      ),
      [
        "in: public-address azurerm_network_interface.n ip_configuration[i].public_ip_address_id",
        "address: azurerm_public_ip.extra azurerm_network_interface.n",
      ],
    ],
    [
      "a route to the Internet",
      0,
      (resources) => {
        const routes = first(resources, "route_table")["route"] as object[];
        routes.push({ name: "past", address_prefix: "198.51.100.0/24", next_hop_type: "Internet" });
      },
      ["apps", "data", "endpoints"].map(
        (name) => `out: azurerm_subnet.network_subnet-${name} firewall 198.51.100.0/24 to Internet`,
      ),
    ],
    [
      "a NAT gateway",
      0,
      both(
        address,
        put("nat_gateway", "n", { name: "n" }),
        put("nat_gateway_public_ip_association", "n", {
          nat_gateway_id: "${azurerm_nat_gateway.n.id}",
          public_ip_address_id: "${azurerm_public_ip.extra.id}",
        }),
      ),
      ["address: azurerm_public_ip.extra azurerm_nat_gateway.n"],
    ],
    ["a bastion", 0, put("bastion_host", "b", { name: "b" }), ["in: bastion azurerm_bastion_host.b"]],
    [
      "a static website",
      0,
      (resources) => {
        first(resources, "storage_account")["static_website"] = { index_document: "index.html" };
      },
      ["in: static-website azurerm_storage_account.storage static_website.index_document"],
    ],
    [
      "a public registry",
      0,
      (resources) => {
        first(resources, "container_registry")["public_network_access_enabled"] = true;
      },
      ["side: azurerm_container_registry.registry everybody"],
    ],
    [
      "a second listener on another address",
      2,
      both(address, (resources) => {
        const gateway = first(resources, "application_gateway") as Record<string, object[]>;
        gateway["frontend_ip_configuration"]!.push({
          name: "second",
          public_ip_address_id: "${azurerm_public_ip.extra.id}",
        });
        gateway["http_listener"]!.push({
          name: "second",
          protocol: "Https",
          frontend_ip_configuration_name: "second",
          frontend_port_name: "https",
        });
      }),
      [
        "in: gateway-listener azurerm_application_gateway.gateway http_listener[second]",
        "address: azurerm_public_ip.extra azurerm_application_gateway.gateway",
      ],
    ],
  ])("%s shows", (_, stack, change, expected) => {
    expect(added(stack, change)).toEqual(expected);
  });
});
