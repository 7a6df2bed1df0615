import { exposure } from "../../src/exposure/exposure";
import { buildGraph } from "../../src/plan/build";
import type { JsonObject } from "../../src/plan/json";
import { reachOf, routesOf, waysOf } from "./support";

interface Planned {
  readonly values: object;
  readonly unknown?: object;
  readonly expressions?: object;
}

/** A plan as `terraform show -json` prints it. */
function planned(resources: Readonly<Record<string, Planned>>): JsonObject {
  const parts = Object.entries(resources).map(([address, one]) => {
    const [type, name] = address.split(".");
    return { address, mode: "managed", type, name, ...one };
  });
  return {
    format_version: "1.2",
    planned_values: { root_module: { resources: parts.map(({ unknown, expressions, ...body }) => body) } },
    resource_changes: parts.map(({ address, values, unknown = {} }) => ({
      address,
      change: { actions: ["create"], after: values, after_unknown: unknown },
    })),
    configuration: {
      root_module: { resources: parts.map(({ address, expressions = {} }) => ({ address, expressions })) },
    },
  } as JsonObject;
}

const found = (resources: Readonly<Record<string, Planned>>) =>
  exposure(buildGraph([{ kind: "plan", name: "old", json: planned(resources) }]));

const shop: Readonly<Record<string, Planned>> = {
  "azurerm_linux_web_app.shop": {
    values: { name: "shop", public_network_access_enabled: false },
    unknown: { id: true, default_hostname: true },
  },
  "azurerm_public_ip.gw": { values: { name: "gw", sku: "Standard" }, unknown: { id: true, ip_address: true } },
  "azurerm_application_gateway.g": {
    values: {
      name: "agw",
      backend_address_pool: [{ name: "shop" }],
      frontend_ip_configuration: [{ name: "public" }],
      frontend_port: [{ name: "https", port: 443 }],
      http_listener: [
        {
          name: "shop",
          protocol: "Https",
          host_name: "",
          host_names: ["shop.example"],
          frontend_ip_configuration_name: "public",
          frontend_port_name: "https",
          firewall_policy_id: "",
        },
      ],
      request_routing_rule: [
        {
          name: "shop",
          http_listener_name: "shop",
          backend_address_pool_name: "shop",
          redirect_configuration_name: "",
          url_path_map_name: "",
        },
      ],
    },
    unknown: {
      id: true,
      private_endpoint_connection: true,
      backend_address_pool: [{ id: true, fqdns: true }],
      frontend_ip_configuration: [{ id: true, public_ip_address_id: true }],
      http_listener: [{ id: true, host_names: [false] }],
    },
    expressions: {
      backend_address_pool: [
        {
          name: { constant_value: "shop" },
          fqdns: { references: ["azurerm_linux_web_app.shop.default_hostname", "azurerm_linux_web_app.shop"] },
        },
      ],
      frontend_ip_configuration: [
        {
          name: { constant_value: "public" },
          public_ip_address_id: { references: ["azurerm_public_ip.gw.id", "azurerm_public_ip.gw"] },
        },
      ],
    },
  },
};

describe("a plan before its first apply", () => {
  test("backends and addresses that are not known yet are followed by what was written", () => {
    const { publicAddresses, ...rest } = found(shop);
    expect(routesOf(rest as never)).toEqual(["https://shop.example/* → azurerm_linux_web_app.shop (everybody)"]);
    expect(reachOf(rest as never)).toEqual([
      "azurerm_linux_web_app.shop: the Internet; https://shop.example/*, through azurerm_application_gateway.g",
    ]);
    expect(publicAddresses).toEqual([
      {
        resource: "azurerm_public_ip.gw",
        address: "not known before apply",
        made: "plan",
        heldBy: ["azurerm_application_gateway.g"],
        why: ["callers reach the gateway here"],
      },
    ]);
  });

  test("a backend that a local decides is not known, and said to be so", () => {
    const gateway = shop["azurerm_application_gateway.g"]!;
    const local = { name: { constant_value: "shop" }, fqdns: { references: ["local.backends"] } };
    const changed = { ...gateway, expressions: { ...gateway.expressions, backend_address_pool: [local] } };
    expect(routesOf(found({ ...shop, "azurerm_application_gateway.g": changed }))).toEqual([
      "https://shop.example/* → not known before apply (everybody)",
    ]);
  });

  test("what Azure fills in and nobody wrote is no way in and lets nobody in", () => {
    const account: Planned = {
      values: { name: "s", network_rules: [{ default_action: "Deny", bypass: ["None"], ip_rules: ["203.0.113.7"] }] },
      unknown: { static_website: true, network_rules: [{ virtual_network_subnet_ids: true }] },
      expressions: {
        name: { constant_value: "s" },
        network_rules: [{ default_action: { constant_value: "Deny" }, ip_rules: { constant_value: ["203.0.113.7"] } }],
      },
    };
    const { waysIn, platformServices } = found({ "azurerm_storage_account.s": account });
    expect([waysIn, platformServices[0]?.publicSide, platformServices[0]?.from]).toEqual([
      [],
      "some callers",
      ["203.0.113.7"],
    ]);
  });

  test("a role for a principal that is not made yet names its identity", () => {
    const { identities } = found({
      "azurerm_user_assigned_identity.api": { values: { name: "api" }, unknown: { id: true, principal_id: true } },
      "azurerm_role_assignment.a": {
        values: { role_definition_name: "AcrPull", scope: "/subscriptions/s-1" },
        unknown: { principal_id: true, principal_type: true, role_definition_id: true },
        expressions: {
          principal_id: {
            references: ["azurerm_user_assigned_identity.api.principal_id", "azurerm_user_assigned_identity.api"],
          },
          role_definition_name: { constant_value: "AcrPull" },
        },
      },
    });
    expect(identities).toMatchObject([
      {
        identity: "azurerm_user_assigned_identity.api",
        rights: [{ may: "pull images", on: "the whole subscription (s-1)" }],
      },
    ]);
  });

  test("a listener whose frontends are not known may be a way in", () => {
    const gateway = shop["azurerm_application_gateway.g"]!;
    const { frontend_ip_configuration: _, ...values } = gateway.values as Record<string, unknown>;
    const unknown = { ...gateway.unknown, frontend_ip_configuration: true };
    expect(waysOf(found({ ...shop, "azurerm_application_gateway.g": { ...gateway, values, unknown } }))).toEqual([
      "gateway-listener azurerm_application_gateway.g perhaps",
    ]);
  });
});
