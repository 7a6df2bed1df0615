import { resolve } from "../../src/config/resolve";
import type { Attributes, SynthesizedStack } from "../../src/plan/terraform-json";
import { GatewrightApp } from "../../src/synth/app";
import { synthesizeInMemory } from "../../src/synth/in-memory";
import { PreProductionEnvironment } from "../../stacks";
import { changed, preProductionConfig } from "../support/pre-production";
import { only } from "../support/synthesize";

const synthesize = (config = preProductionConfig()) =>
  synthesizeInMemory(new PreProductionEnvironment(new GatewrightApp(), config));
const stacks = synthesize();
const { nameOf } = resolve(preProductionConfig());

const gatewayOf = (all: readonly SynthesizedStack[] = stacks) => only(all, "azurerm_application_gateway.gateway");
const blocks = (name: string, all = stacks) => gatewayOf(all)[name] as Attributes[];
const pairs = (name: string, ...keys: readonly string[]) => blocks(name).map((one) => keys.map((key) => one[key]));

describe("the entry of a Pre-Production", () => {
  test("is one gateway on one public address, in the platform's subnet for it", () => {
    const { frontend_ip_configuration, gateway_ip_configuration } = gatewayOf();
    expect(frontend_ip_configuration).toEqual([
      { name: "public", public_ip_address_id: "${azurerm_public_ip.gateway_address.id}" },
    ]);
    const group = `/subscriptions/\${var.subscription_id}/resourceGroups/${nameOf("resource_group")}`;
    const network = `${group}/providers/Microsoft.Network/virtualNetworks/${nameOf("virtual_network")}`;
    expect(gateway_ip_configuration).toEqual([
      { name: "subnet", subnet_id: `${network}/subnets/${nameOf("subnet", "gateway")}` },
    ]);
    expect(only(stacks, "azurerm_subnet.network_subnet-gateway")["name"]).toBe(nameOf("subnet", "gateway"));
  });

  test("serves HTTPS on 443 and sends port 80 on to it, host by host", () => {
    expect(pairs("frontend_port", "name", "port")).toEqual([
      ["https", 443],
      ["http", 80],
    ]);
    expect(pairs("http_listener", "protocol", "frontend_port_name", "host_name")).toEqual([
      ["Https", "https", "preprod.orders.example"],
      ["Http", "http", "preprod.orders.example"],
      ["Https", "https", "admin.orders.example"],
      ["Http", "http", "admin.orders.example"],
    ]);
    const redirected = blocks("request_routing_rule").filter((one) => one["redirect_configuration_name"] !== undefined);
    expect(redirected.map((one) => one["http_listener_name"])).toEqual([
      "http-preprod.orders.example",
      "http-admin.orders.example",
    ]);
    expect(pairs("redirect_configuration", "target_listener_name", "redirect_type")).toEqual([
      ["https-preprod.orders.example", "Permanent"],
      ["https-admin.orders.example", "Permanent"],
    ]);
  });

  test("leads each host and path to its service, the rest of a host to what its root names", () => {
    const [map] = blocks("url_path_map") as [Attributes];
    expect(map).toMatchObject({
      name: "preprod.orders.example",
      default_backend_address_pool_name: "web",
      path_rule: [{ paths: ["/api", "/api/*"], backend_address_pool_name: "api" }],
    });
    expect(blocks("request_routing_rule").filter((one) => one["backend_address_pool_name"] !== undefined)).toEqual([
      expect.objectContaining({ http_listener_name: "https-admin.orders.example", backend_address_pool_name: "admin" }),
    ]);
  });

  test("calls every app by its own name, over HTTPS, in the domain that is known when the platform exists", () => {
    expect(pairs("backend_address_pool", "name", "fqdns")).toEqual(
      ["api", "web", "admin"].map((name) => [name, [`${nameOf("container_app", name)}.\${var.apps_domain}`]]),
    );
    expect(pairs("backend_http_settings", "protocol", "port", "pick_host_name_from_backend_address")).toEqual(
      Array(3).fill(["Https", 443, true]),
    );
  });

  test("asks the path of the service's own probe, and where there is none takes any answer but a server error", () => {
    expect(pairs("probe", "name", "path", "match")).toEqual([
      ["api", "/", { status_code: ["200-499"] }],
      ["web", "/healthz", { status_code: ["200-399"] }],
      ["admin", "/", { status_code: ["200-499"] }],
    ]);
  });

  test("reads its certificate from the environment's own vault, by an identity that may read nothing else", () => {
    expect(blocks("ssl_certificate")).toEqual([
      {
        name: "entry",
        key_vault_secret_id: `https://${nameOf("key_vault")}.vault.azure.net/secrets/entry-certificate`,
      },
    ]);
    const identities = (gatewayOf()["identity"] as Attributes)["identity_ids"] as readonly string[];
    expect(identities.map((id) => id.split("/").at(-1))).toEqual([nameOf("user_assigned_identity", "entry")]);
    const text = JSON.stringify(stacks[0]?.json.resource?.["azurerm_role_assignment"]);
    expect(text.split("identity-entry.principal_id")).toHaveLength(2);
  });

  test("filters: Prevention, current rules, rules against bots, a modern TLS policy", () => {
    expect(gatewayOf()).toMatchObject({
      sku: { name: "WAF_v2", tier: "WAF_v2" },
      firewall_policy_id: "${azurerm_web_application_firewall_policy.gateway_firewall.id}",
      ssl_policy: { policy_type: "Predefined", policy_name: "AppGwSslPolicy20220101S" },
    });
    expect(only(stacks, "azurerm_web_application_firewall_policy")).toMatchObject({
      policy_settings: { enabled: true, mode: "Prevention" },
      managed_rules: {
        managed_rule_set: [
          { type: "Microsoft_DefaultRuleSet", version: "2.1" },
          { type: "Microsoft_BotManagerRuleSet", version: "1.1" },
        ],
      },
    });
  });

  test("admits everybody, or the addresses that the config names", () => {
    expect(only(stacks, "azurerm_web_application_firewall_policy")["custom_rules"]).toBeUndefined();
    const closed = synthesize(changed(({ entry }) => Object.assign(entry, { allowFrom: ["203.0.113.0/24"] })));
    expect(only(closed, "azurerm_web_application_firewall_policy")["custom_rules"]).toEqual([
      expect.objectContaining({
        action: "Block",
        match_conditions: [
          expect.objectContaining({ operator: "IPMatch", negation_condition: true, match_values: ["203.0.113.0/24"] }),
        ],
      }),
    ]);
  });

  test("has one listener pair and no map of paths where one host leads to one service", () => {
    const config = changed((it) => {
      it.entry.routes = { "/": "web" };
      for (const name of ["api", "admin"]) it.services[name].exposure = "network";
    });
    const all = synthesize(config);
    expect(blocks("http_listener", all)).toHaveLength(2);
    expect(gatewayOf(all)["url_path_map"]).toBeUndefined();
    expect(blocks("backend_address_pool", all)).toHaveLength(1);
  });

  test("writes down what passes, in the platform's workspace", () => {
    const diagnostics = only(stacks, "azurerm_monitor_diagnostic_setting.diagnostics-gateway");
    expect(diagnostics).toMatchObject({
      target_resource_id: "${azurerm_application_gateway.gateway.id}",
      log_analytics_workspace_id: expect.stringMatching(
        new RegExp(`/Microsoft.OperationalInsights/workspaces/${nameOf("log_analytics_workspace")}$`),
      ),
      enabled_log: [{ category_group: "allLogs" }],
    });
  });
});
