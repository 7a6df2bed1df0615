import { ApplicationGateway } from "../../constructs/application-gateway";
import { KeyVault } from "../../constructs/key-vault";
import { judged, type Resources } from "../policy/near-miss";
import { built, GROUP } from "./built";

const routesTo = (...hosts: readonly string[]) =>
  hosts.map((host) => ({
    host,
    path: "/",
    backend: { name: "web", fqdn: "web.apps.example", probe: { path: "/", statuses: ["200"] } },
  }));

const entry = (allowFrom: readonly string[], zones: readonly string[], routes = routesTo("orders.example")) =>
  built(
    (stack) =>
      new ApplicationGateway(stack, "gateway", {
        group: GROUP,
        name: "agw",
        publicIpName: "pip",
        policyName: "waf",
        subnet: { id: "/subnet", ready: [{ fqn: "azurerm_subnet_network_security_group_association.gateway" }] },
        identity: { id: "/identity" },
        certificate: { vault: KeyVault.reference("kv"), secret: "entry-certificate" },
        routes,
        zones,
        capacity: { min: 2, max: 10 },
        allowFrom,
      }),
  ).resources;

const resources = entry(["203.0.113.7/32"], ["1", "2", "3"]);
const gateway = resources["azurerm_application_gateway.gateway"];
const policy = resources["azurerm_web_application_firewall_policy.gateway_firewall"];

describe("an application gateway", () => {
  test("is made of exactly these resources", () => {
    expect(Object.keys(resources)).toEqual([
      "azurerm_application_gateway.gateway",
      "azurerm_public_ip.gateway_address",
      "azurerm_web_application_firewall_policy.gateway_firewall",
    ]);
  });

  test("has one public address, in the subnet, after what the subnet needs", () => {
    expect(gateway).toMatchObject({
      frontend_ip_configuration: [{ name: "public", public_ip_address_id: "${azurerm_public_ip.gateway_address.id}" }],
      frontend_port: [
        { name: "https", port: 443 },
        { name: "http", port: 80 },
      ],
      gateway_ip_configuration: [{ name: "subnet", subnet_id: "/subnet" }],
      depends_on: ["azurerm_subnet_network_security_group_association.gateway"],
    });
  });

  test("filters, speaks modern TLS only and reads its certificate by identity", () => {
    expect(gateway).toMatchObject({
      sku: { name: "WAF_v2", tier: "WAF_v2" },
      firewall_policy_id: "${azurerm_web_application_firewall_policy.gateway_firewall.id}",
      ssl_policy: { policy_type: "Predefined", policy_name: "AppGwSslPolicy20220101S" },
      ssl_certificate: [{ name: "entry", key_vault_secret_id: "https://kv.vault.azure.net/secrets/entry-certificate" }],
      identity: { type: "UserAssigned", identity_ids: ["/identity"] },
      enable_http2: true,
    });
  });

  test("tells backends which host was asked for, and nothing that a caller claims about itself", () => {
    expect(gateway?.["rewrite_rule_set"]).toEqual([
      {
        name: "headers",
        rewrite_rule: [
          {
            name: "forwarded",
            rule_sequence: 100,
            request_header_configuration: [
              { header_name: "X-Forwarded-Host", header_value: "{var_host}" },
              { header_name: "X-Forwarded-For", header_value: "{var_client_ip}" },
              { header_name: "Forwarded", header_value: "" },
            ],
          },
        ],
      },
    ]);
  });

  test("scales between its limits, in the zones that it is given and otherwise in none", () => {
    expect(gateway).toMatchObject({
      autoscale_configuration: { min_capacity: 2, max_capacity: 10 },
      zones: ["1", "2", "3"],
    });
    expect(entry([], [])["azurerm_application_gateway.gateway"]).not.toHaveProperty("zones");
  });
});

describe("the web application firewall", () => {
  test("blocks by the current rules and those for bots, and reads bodies whole", () => {
    expect(policy).toMatchObject({
      policy_settings: {
        enabled: true,
        mode: "Prevention",
        request_body_check: true,
        request_body_enforcement: true,
        request_body_inspect_limit_in_kb: 128,
        max_request_body_size_in_kb: 128,
        file_upload_limit_in_mb: 100,
      },
      managed_rules: {
        managed_rule_set: [
          { type: "Microsoft_DefaultRuleSet", version: "2.1" },
          { type: "Microsoft_BotManagerRuleSet", version: "1.1" },
        ],
      },
    });
  });

  test("refuses every address but the allowed ones", () => {
    expect(policy?.["custom_rules"]).toEqual([
      {
        name: "AllowedAddressesOnly",
        priority: 1,
        rule_type: "MatchRule",
        action: "Block",
        match_conditions: [
          {
            match_variables: [{ variable_name: "RemoteAddr" }],
            operator: "IPMatch",
            negation_condition: true,
            match_values: ["203.0.113.7/32"],
          },
        ],
      },
    ]);
  });

  test("has no rule about addresses when everybody may call", () => {
    expect(entry([], [])["azurerm_web_application_firewall_policy.gateway_firewall"]).not.toHaveProperty(
      "custom_rules",
    );
  });
});

test("several host names are one entry, which filters and speaks modern TLS", () => {
  const several = entry([], [], routesTo("orders.example", "admin.orders.example")) as Resources;
  const holds = (control: string) => judged(control, { gate: "pre-production", resources: several });
  const [gateway, address, policy] = Object.keys(several);
  expect(holds("NET-05")).toEqual({ pass: [gateway], fail: [], unknown: [] });
  expect(holds("NET-06")).toEqual({ pass: [address], fail: [], unknown: [] });
  expect(holds("NET-07")).toEqual({ pass: [gateway, policy], fail: [], unknown: [] });
});
