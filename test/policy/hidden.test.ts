import { buildGraph } from "../../src/plan/build";
import type { JsonObject } from "../../src/plan/json";
import { Part } from "../../src/plan/resource";
import { hidden } from "../../src/reach/hidden";

const told = (kind: "synth" | "plan", json: JsonObject) =>
  hidden(buildGraph([{ kind, name: "platform", json }])).map(({ subject, path }) =>
    subject instanceof Part ? `${subject.resource.address} ${subject.at(path)}` : `${subject.what} ${path}`,
  );

/** A resource of a plan. */
const planned = (address: string, mode = "managed", values: JsonObject = {}) => {
  const [type = "", name = ""] = address.split(".").slice(-2);
  return { address, mode, type, name, values };
};
const programmed = (type: string, name: string) => ({ type, name, provisioners: [{ type: "local-exec" }] });

test("a plan shows what modules make, and still hides what programs, templates and other providers do", () => {
  const inner = planned("module.m.null_resource.inner");
  expect(
    told("plan", {
      planned_values: {
        root_module: {
          resources: [
            planned("null_resource.program"),
            planned("null_resource.plain"),
            planned("azapi_resource.a"),
            planned("azurerm_blueprint_assignment.b"),
            planned("azurerm_resource_group_template_deployment.t"),
          ],
          child_modules: [{ address: "module.m", resources: [inner] }],
        },
      },
      prior_state: { values: { root_module: { resources: [planned("data.external.asked", "data")] } } },
      configuration: {
        root_module: {
          resources: [programmed("null_resource", "program")],
          module_calls: { m: { module: { resources: [programmed("null_resource", "inner")] } } },
        },
      },
    }),
  ).toEqual([
    "null_resource.program provisioner",
    "azapi_resource.a name",
    "azurerm_blueprint_assignment.b name",
    "azurerm_resource_group_template_deployment.t name",
    "module.m.null_resource.inner provisioner",
    "data.external.asked program",
  ]);
});

test("what a plan puts off to a later one is not in it", () => {
  const change = { address: "azurerm_key_vault.later", mode: "managed", type: "azurerm_key_vault", change: {} };
  const plan = {
    planned_values: {},
    deferred_changes: [{ reason: "instance_count_unknown", resource_change: change }],
  };
  expect(told("plan", plan)).toEqual(["azurerm_key_vault.later deferred"]);
});

test("of blocks made in a loop only a plan shows how many there are", () => {
  const loop = { for_each: "${var.x}", content: {} };
  expect(
    told("synth", {
      resource: {
        azurerm_network_security_group: { n: { name: "n", dynamic: { security_rule: loop } } },
        azurerm_storage_account: { s: { dynamic: { network_rules: { for_each: [1], content: {} } } } },
      },
    }),
  ).toEqual(["azurerm_network_security_group.n security_rule"]);
});
