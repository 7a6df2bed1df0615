import { PLATFORM_EGRESS } from "../../constructs/platform-egress";
import type { Attributes, SynthesizedStack } from "../../src/plan/terraform-json";
import { GatewrightApp } from "../../src/synth/app";
import { synthesizeInMemory } from "../../src/synth/in-memory";
import { PreProductionEnvironment } from "../../stacks";
import { changed, preProductionConfig } from "../support/pre-production";
import { only } from "../support/synthesize";

const synthesize = (config = preProductionConfig()) =>
  synthesizeInMemory(new PreProductionEnvironment(new GatewrightApp(), config));
const stacks = synthesize();

const of = (type: string, [platform]: readonly SynthesizedStack[] = stacks): Readonly<Record<string, Attributes>> =>
  platform?.json.resource?.[type] ?? {};
const ranges = (all = stacks) =>
  Object.fromEntries(
    Object.entries(of("azurerm_subnet", all)).map(([name, subnet]) => [
      name.replace("network_subnet-", ""),
      (subnet["address_prefixes"] as string[]).join(),
    ]),
  );
const SUBNET = ranges();
const POOL = "172.20.0.0/24";

describe("the subnets of a Pre-Production", () => {
  test("divide the network, each large enough for what Azure puts there", () => {
    expect(ranges()).toEqual({
      apps: "10.30.0.0/23",
      gateway: "10.30.2.0/25",
      AzureFirewallManagementSubnet: "10.30.2.128/26",
      AzureFirewallSubnet: "10.30.2.192/26",
      GatewaySubnet: "10.30.3.0/27",
      endpoints: "10.30.3.32/27",
      data: "10.30.3.64/28",
      resolver: "10.30.3.80/28",
    });
    expect(only(stacks, "azurerm_virtual_network")["address_space"]).toEqual(["10.30.0.0/22"]);
  });

  test("are handed to the services that ask for it, and to no other", () => {
    const handed = Object.entries(of("azurerm_subnet")).flatMap(([name, { delegation }]) => {
      const services = [...JSON.stringify(delegation ?? []).matchAll(/"name":"(Microsoft[^"]+)"/g)];
      return services.map(([, service]) => [name, service]);
    });
    expect(handed).toEqual([
      ["network_subnet-apps", "Microsoft.App/environments"],
      ["network_subnet-resolver", "Microsoft.Network/dnsResolvers"],
    ]);
  });

  test("have a security group, but for those where Azure allows none", () => {
    const guarded = Object.values(of("azurerm_subnet_network_security_group_association")).map((one) => [
      one["subnet_id"],
      one["network_security_group_id"],
    ]);
    expect(guarded).toEqual(
      ["apps", "data", "endpoints", "gateway", "resolver"].map((name) => [
        `\${azurerm_subnet.network_subnet-${name}.id}`,
        `\${azurerm_network_security_group.network_security-${name}.id}`,
      ]),
    );
  });

  test("send what leaves to the firewall where apps, endpoints and databases are, and nowhere else", () => {
    const routed = Object.values(of("azurerm_subnet_route_table_association")).map((one) => one["subnet_id"]);
    expect(routed).toEqual(["apps", "data", "endpoints"].map((name) => `\${azurerm_subnet.network_subnet-${name}.id}`));
    expect(only(stacks, "azurerm_route_table")).toMatchObject({
      bgp_route_propagation_enabled: true,
      route: [
        {
          address_prefix: "0.0.0.0/0",
          next_hop_type: "VirtualAppliance",
          next_hop_in_ip_address: "${azurerm_firewall.firewall.ip_configuration[0].private_ip_address}",
        },
      ],
    });
  });
});

describe("the rules of the security groups", () => {
  /** One rule as people say it. */
  const said = (rule: Attributes) => {
    const either = (one: string, many: string) => [rule[one] ?? rule[many]].flat().join(", ");
    const from = either("source_address_prefix", "source_address_prefixes");
    const ports = either("destination_port_range", "destination_port_ranges");
    return `${rule["priority"]} ${rule["access"]} ${rule["protocol"]} ${from} → ${rule["destination_address_prefix"]}:${ports}`;
  };
  const rules = (subnet: string) => {
    const { security_rule } = only(stacks, `azurerm_network_security_group.network_security-${subnet}`);
    return (security_rule as Attributes[]).map(said);
  };
  const DENY_REST = "4096 Deny * * → *:*";

  test("let the gateway and people to the apps", () => {
    expect(rules("apps")).toEqual([
      `100 Allow Tcp ${SUBNET["gateway"]} → ${SUBNET["apps"]}:443, 31443`,
      `110 Allow Tcp ${POOL} → ${SUBNET["apps"]}:443, 31443`,
      `120 Allow Tcp AzureLoadBalancer → ${SUBNET["apps"]}:30000-32767`,
      `130 Allow * ${SUBNET["apps"]} → ${SUBNET["apps"]}:*`,
      DENY_REST,
    ]);
  });

  test("let apps, gateway and people to vault, registry and storage", () => {
    expect(rules("endpoints")).toEqual([
      `100 Allow Tcp ${SUBNET["apps"]}, ${SUBNET["gateway"]} → ${SUBNET["endpoints"]}:443`,
      `110 Allow Tcp ${POOL} → ${SUBNET["endpoints"]}:443`,
      DENY_REST,
    ]);
  });

  test("let apps and people to the databases, and not the gateway", () => {
    expect(rules("data")).toEqual([
      `100 Allow Tcp ${SUBNET["apps"]} → ${SUBNET["data"]}:5432`,
      `110 Allow Tcp ${POOL} → ${SUBNET["data"]}:5432`,
      DENY_REST,
    ]);
  });

  test("let the Internet to the gateway, and Azure manage it", () => {
    expect(rules("gateway")).toEqual([
      `100 Allow Tcp Internet → ${SUBNET["gateway"]}:443`,
      `110 Allow Tcp Internet → ${SUBNET["gateway"]}:80`,
      "120 Allow Tcp GatewayManager → *:65200-65535",
      "130 Allow * AzureLoadBalancer → *:*",
      DENY_REST,
    ]);
  });

  test("let everybody inside ask for names", () => {
    expect(rules("resolver")).toEqual([
      `100 Allow * VirtualNetwork → ${SUBNET["resolver"]}:53`,
      `110 Allow * ${POOL} → ${SUBNET["resolver"]}:53`,
      `120 Allow * AzureLoadBalancer → ${SUBNET["resolver"]}:*`,
      DENY_REST,
    ]);
  });

  test("are obeyed by private endpoints too", () => {
    const policies = Object.entries(of("azurerm_subnet")).map(([name, one]) => [
      name.replace("network_subnet-", ""),
      one["private_endpoint_network_policies"],
    ]);
    expect(policies.filter(([, policy]) => policy === "Enabled").map(([name]) => name)).toEqual([
      "apps",
      "data",
      "endpoints",
      "gateway",
      "resolver",
    ]);
  });
});

describe("what may leave", () => {
  const OWNER = "owner: ada@orders.example";
  /** Rules of the allow-list by name: where to, on which ports, and what is said of it. */
  function allowed(all: readonly SynthesizedStack[]) {
    const group = only(all, "azurerm_firewall_policy_rule_collection_group");
    const collections = ["application_rule_collection", "network_rule_collection"].flatMap(
      (kind) => (group[kind] ?? []) as Attributes[],
    );
    expect(new Set(collections.map(({ action }) => action))).toEqual(new Set(["Allow"]));
    expect(group["nat_rule_collection"]).toBeUndefined();
    const rules = collections.flatMap(({ rule }) => rule as Attributes[]);
    expect(rules.every((rule) => String(rule["source_addresses"]) === SUBNET["apps"])).toBe(true);
    return Object.fromEntries(
      rules.map((rule) => {
        const protocols = (rule["protocols"] ?? []) as { readonly port?: number }[];
        const ports = (rule["destination_ports"] as string[]) ?? protocols.map(({ port }) => String(port));
        const to = (rule["destination_fqdns"] ?? rule["destination_addresses"]) as string[];
        return [rule["name"], [to.join(" "), ports.join(" "), rule["description"]]];
      }),
    );
  }
  const PLATFORM = Object.fromEntries(
    PLATFORM_EGRESS.map(({ name, to, ports, why }) => [
      name,
      ["fqdns" in to ? to.fqdns.join(" ") : to.tag, ports.join(" "), `${OWNER}. ${why}`],
    ]),
  );

  test("is what the platform needs and what the config allows, each with owner and reason", () => {
    expect(allowed(stacks)).toEqual({
      ...PLATFORM,
      updates: ["AzureUpdateDelivery", "443", `${OWNER}. machines are updated from there`],
      partner: [
        "legacy.partner.example",
        "80 443",
        `${OWNER}. stock levels, until the partner's new system. until 2027-05-31`,
      ],
      payments: [
        "api.payments.example *.files.payments.example",
        "443",
        "owner: grace@orders.example. the api takes card payments",
      ],
    });
    expect(Object.keys(PLATFORM)).toEqual([
      "platform-images",
      "platform-packages",
      "platform-sign-in",
      "platform-telemetry",
    ]);
  });

  test("is what the platform needs and nothing else, where the config allows nothing", () => {
    expect(allowed(synthesize(changed(({ egress }) => Object.assign(egress, { allow: {} }))))).toEqual(PLATFORM);
  });

  test("goes through a Basic firewall, which alerts, or a Standard one, which denies and resolves names", () => {
    const standard = synthesize(changed(({ egress }) => Object.assign(egress, { sku: "Standard" })));
    const firewalls = [stacks, standard].map((all) => {
      const { sku, threat_intelligence_mode, dns } = only(all, "azurerm_firewall_policy");
      return { tier: only(all, "azurerm_firewall")["sku_tier"], sku, threat_intelligence_mode, dns };
    });
    expect(firewalls).toEqual([
      { tier: "Basic", sku: "Basic", threat_intelligence_mode: "Alert", dns: undefined },
      { tier: "Standard", sku: "Standard", threat_intelligence_mode: "Deny", dns: { proxy_enabled: true } },
    ]);
  });
});

describe("how people come in", () => {
  test("by OpenVPN with Entra sign-in, as whoever is assigned to the declared app registration", () => {
    expect(only(stacks, "azurerm_virtual_network_gateway")).toMatchObject({
      type: "Vpn",
      sku: "VpnGw1AZ",
      vpn_client_configuration: {
        address_space: [POOL],
        vpn_client_protocols: ["OpenVPN"],
        vpn_auth_types: ["AAD"],
        aad_audience: "${var.vpn_audience}",
        aad_tenant: "https://login.microsoftonline.com/${var.tenant_id}",
        aad_issuer: "https://sts.windows.net/${var.tenant_id}/",
      },
    });
  });

  test("and ask the resolver for names, at an address that is fixed before it exists", () => {
    expect(only(stacks, "azurerm_virtual_network")["dns_servers"]).toEqual(["10.30.3.84"]);
    expect(only(stacks, "azurerm_private_dns_resolver_inbound_endpoint")["ip_configurations"]).toEqual({
      subnet_id: "${azurerm_subnet.network_subnet-resolver.id}",
      private_ip_allocation_method: "Static",
      private_ip_address: "10.30.3.84",
    });
  });

  test("and by no public address but those of gateway, VPN and firewall", () => {
    const holders = stacks.flatMap(({ json }) => {
      const text = JSON.stringify(json.resource);
      return Object.keys(json.resource?.["azurerm_public_ip"] ?? {}).map((name) => [
        name,
        text.split(`\${azurerm_public_ip.${name}.id}`).length - 1,
      ]);
    });
    expect(holders).toEqual([
      ["firewall_address", 1],
      ["firewall_management", 1],
      ["vpn_address", 1],
      ["gateway_address", 1],
    ]);
  });
});
