import { buildGraph } from "../../src/plan/build";
import type { PlanGraph } from "../../src/plan/graph";
import type { Json, JsonObject } from "../../src/plan/json";
import { UNKNOWN, describe as words } from "../../src/plan/reference";
import type { Part, Resource } from "../../src/plan/resource";
import { type Resources, stackJson } from "./near-miss";

function graphOf(stacks: Record<string, Resources>, extra: JsonObject = {}): PlanGraph {
  return buildGraph(
    Object.entries(stacks).map(([name, resources]) => ({ kind: "synth", name, json: stackJson(resources, extra) })),
  );
}

function find(graph: PlanGraph, address: string): Resource {
  const found = graph.resources.find((one) => one.address === address);
  if (!found) throw new Error(`no ${address} among ${graph.resources.map((one) => one.address)}`);
  return found;
}

const id = (rest: string) => `/subscriptions/\${var.subscription_id}/resourceGroups/rg-one/providers/${rest}`;

const platform: Resources = {
  "azurerm_resource_group.group": { name: "rg-one", location: "westeurope" },
  "azurerm_key_vault.vault": { name: "kv-one", resource_group_name: "${azurerm_resource_group.group.name}" },
  "azurerm_storage_account.files": { name: "stone", resource_group_name: "${azurerm_resource_group.group.name}" },
  "azurerm_storage_container.files": { name: "files", storage_account_id: "${azurerm_storage_account.files.id}" },
};

describe("references", () => {
  test.each([
    ["an id computed from names in another stack", id("Microsoft.KeyVault/vaults/kv-one"), "azurerm_key_vault.vault"],
    ["another case of the same id", id("microsoft.keyvault/Vaults/KV-ONE"), "azurerm_key_vault.vault"],
    ["what is below a resource", id("Microsoft.KeyVault/vaults/kv-one/secrets/a"), "azurerm_key_vault.vault/secrets/a"],
    [
      "a declared child",
      id("Microsoft.Storage/storageAccounts/stone/blobServices/default/containers/files"),
      "azurerm_storage_container.files",
    ],
    ["the group", "/subscriptions/${var.subscription_id}/resourceGroups/rg-one", "azurerm_resource_group.group"],
    ["a name that nothing has", id("Microsoft.KeyVault/vaults/other"), id("Microsoft.KeyVault/vaults/other")],
    ["a variable", "${var.vpn_audience}", "var.vpn_audience"],
    ["the subscription", "/subscriptions/${var.subscription_id}", "var.subscription_id"],
    ["a conditional", "${var.x ? azurerm_key_vault.vault.id : null}", "var.x ? azurerm_key_vault.vault.id : null"],
  ])("%s is found", (_title, value, expected) => {
    const graph = graphOf({ platform, services: { "azurerm_role_assignment.grant": { scope: value } } });
    expect(words(find(graph, "azurerm_role_assignment.grant").ref("scope"))).toBe(expected);
  });

  test("locals and attributes of other resources are followed", () => {
    const graph = buildGraph([
      {
        kind: "synth",
        name: "one",
        json: stackJson(
          {
            ...platform,
            "azurerm_private_endpoint.first": { subnet_id: "${local.subnets.apps}" },
            "azurerm_private_endpoint.second": { subnet_id: "${azurerm_private_endpoint.first.subnet_id}" },
            "azurerm_subnet.apps": { name: "${local.prefix}-apps" },
          },
          { locals: { prefix: "snet", subnets: { apps: "${azurerm_subnet.apps.id}" } } },
        ),
      },
    ]);
    expect(words(find(graph, "azurerm_private_endpoint.second").ref("subnet_id"))).toBe("azurerm_subnet.apps");
    expect(find(graph, "azurerm_subnet.apps").text("name")).toBe("snet-apps");
  });

  test("locals and attributes that lead in a circle end as unknown", () => {
    const graph = graphOf(
      {
        one: {
          "azurerm_subnet.a": { name: "${azurerm_subnet.b.name}" },
          "azurerm_subnet.b": { name: "${azurerm_subnet.a.name}" },
          "azurerm_subnet.c": { name: "${local.x}" },
        },
      },
      { locals: { x: "${local.y}", y: "${local.x}" } },
    );
    for (const one of graph.of("azurerm_subnet")) expect(one.read("name").state).toBe("unknown");
  });
});

describe("attributes", () => {
  test("one block reads the same as an object and as a list", () => {
    const ingress = { external_enabled: true, target_port: 80 };
    const graph = graphOf({
      one: { "azurerm_container_app.object": { ingress }, "azurerm_container_app.list": { ingress: [ingress] } },
    });
    for (const one of graph.of("azurerm_container_app")) {
      expect(one.blocks("ingress").map((each) => each.path)).toEqual(["ingress"]);
      expect(one.read("ingress.external_enabled")).toEqual({ state: "known", value: true, defaulted: false });
    }
  });

  test("absent is what the provider makes of it", () => {
    const graph = graphOf({
      one: {
        "azurerm_storage_account.a": { name: "a" },
        "azurerm_key_vault.v": { public_network_access_enabled: null },
      },
    });
    const account = find(graph, "azurerm_storage_account.a");
    expect(account.read("public_network_access_enabled")).toEqual({ state: "known", value: true, defaulted: true });
    expect(account.read("blob_properties.versioning_enabled")).toEqual({
      state: "known",
      value: false,
      defaulted: true,
    });
    expect(find(graph, "azurerm_key_vault.v").value("public_network_access_enabled")).toBe(true);
    expect(account.read("edge_zone")).toEqual({ state: "absent" });
  });

  test("blocks are called by their names, so that an id does not move when one is added", () => {
    const graph = graphOf({ one: { "azurerm_container_app.a": { secret: [{ name: "b" }, { name: "a" }] } } });
    const secrets = find(graph, "azurerm_container_app.a").blocks("secret");
    expect(secrets.map((one) => one.at("value"))).toEqual(["secret[b].value", "secret[a].value"]);
  });

  test("a dynamic block is unknown, not absent", () => {
    const app = { dynamic: { ingress: { for_each: "${var.x}", content: {} } } };
    const graph = graphOf({ one: { "azurerm_container_app.a": app } });
    expect(find(graph, "azurerm_container_app.a").isUnknown("ingress")).toBe(true);
  });

  describe("a dynamic block over", () => {
    const looped = (for_each: Json) => {
      const content = { name: "public", frontend: "${http_listener.value}", inner: [{ name: "a" }] };
      const dynamic = { http_listener: { for_each, content } };
      const gateway = { http_listener: [{ name: "own" }], dynamic };
      return find(graphOf({ one: { "azurerm_application_gateway.g": gateway } }), "azurerm_application_gateway.g");
    };
    const told = (part: Part) =>
      part.blocks("http_listener").map((one) => [one.path, one.uncertain, one.blocks("inner")[0]?.uncertain]);

    test("a list that is written down makes its blocks for certain", () => {
      expect(told(looped(["a"]))).toEqual([
        ["http_listener[own]", false, undefined],
        ["http_listener[public]", false, false],
      ]);
      expect(looped(["a"]).isUnknown("http_listener")).toBe(false);
    });

    test("an empty list makes none", () => {
      expect(told(looped([]))).toEqual([["http_listener[own]", false, undefined]]);
      expect(looped({}).isUnknown("http_listener")).toBe(false);
    });

    test("an expression makes blocks that may not be, and what they take from it is unknown", () => {
      const gateway = looped("${var.listeners}");
      expect(told(gateway)).toEqual([
        ["http_listener[own]", false, undefined],
        ["http_listener[public]", true, true],
      ]);
      expect(gateway.blocks("http_listener")[1]?.value("frontend")).toBe(UNKNOWN);
      expect(gateway.isUnknown("http_listener")).toBe(true);
    });

    test("an expression leaves unknown what is asked of the one block", () => {
      const dynamic = {
        identity: { for_each: "${var.x}", content: { type: "None", ids: ["${azurerm_key_vault.v.id}"] } },
      };
      const app = find(graphOf({ one: { "azurerm_container_app.a": { dynamic } } }), "azurerm_container_app.a");
      expect(app.value("identity.type")).toBe(UNKNOWN);
      expect(app.refs("identity.ids")).toEqual([{ kind: "unknown", text: "identity" }]);
    });
  });
});

describe("addresses", () => {
  test("are qualified only where two stacks use the same one", () => {
    const graph = graphOf({
      platform: { "azurerm_key_vault.vault": { name: "a" }, "azurerm_subnet.apps": { name: "x" } },
      services: { "azurerm_key_vault.vault": { name: "b" } },
    });
    expect(graph.resources.map((one) => one.address)).toEqual([
      "platform/azurerm_key_vault.vault",
      "azurerm_subnet.apps",
      "services/azurerm_key_vault.vault",
    ]);
  });

  describe("whether a resource exists", () => {
    const locals = { none: 0, some: ["a"], later: "${var.n}" };
    const standing = (meta: JsonObject) => {
      const json = { locals, resource: { azurerm_key_vault: { vault: { name: "a", ...meta } } } };
      const graph = buildGraph([{ kind: "synth", name: "one", json }]);
      return graph.resources.map(({ perhaps }) => perhaps ?? "certain");
    };
    test.each<[string, JsonObject, string[]]>([
      ["without a word", {}, ["certain"]],
      ["count 0", { count: 0 }, []],
      ["count 0 as text", { count: "0" }, []],
      ["count 0 as an expression", { count: "${0}" }, []],
      ["count from a local", { count: "${local.none}" }, []],
      ["count 2", { count: 2 }, ["certain"]],
      ["count null", { count: null }, ["certain"]],
      ["count from a variable", { count: "${var.n}" }, ["${var.n}"]],
      ["count by a condition", { count: "${var.on ? 1 : 0}" }, ["${var.on ? 1 : 0}"]],
      ["count from a local of a variable", { count: "${local.later}" }, ["${local.later}"]],
      ["count of other resources", { count: "${length(azurerm_subnet.a)}" }, ["${length(azurerm_subnet.a)}"]],
      ["for each of nothing", { for_each: {} }, []],
      ["for each of an empty set", { for_each: "${toset([])}" }, []],
      ["for each of an empty list", { for_each: [] }, []],
      ["for each of two keys", { for_each: { a: "1", b: "2" } }, ["certain"]],
      ["for each of a written set", { for_each: '${toset(["a"])}' }, ["certain"]],
      ["for each of a local", { for_each: "${local.some}" }, ["certain"]],
      ["for each of a variable", { for_each: "${toset(var.names)}" }, ["${toset(var.names)}"]],
      ["for each by a comprehension", { for_each: "${[for n in var.names : n]}" }, ["${[for n in var.names : n]}"]],
      ["disabled in OpenTofu", { lifecycle: { enabled: false } }, []],
      ["enabled by a variable in OpenTofu", { lifecycle: [{ enabled: "${var.on}" }] }, ["${var.on}"]],
    ])("%s", (_what, meta, expected) => {
      expect(standing(meta)).toEqual(expected);
    });
  });
});
