import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parseToday } from "../../src/config/day";
import type { PlanGraph } from "../../src/plan/graph";
import { readEnvironment, readPlan } from "../../src/plan/read-plan";
import { judgeStage } from "../../src/policy/engine";

// biome-ignore lint/suspicious/noExplicitAny: plans are edited in place to make bad twins of a good one
type Plan = any;

const FIXTURE = join(__dirname, "fixtures", "vaults.plan.json");

function graphOf(edit: (plan: Plan) => void = () => {}): PlanGraph {
  const plan: Plan = JSON.parse(readFileSync(FIXTURE, "utf8"));
  edit(plan);
  return readEnvironment([readPlan(JSON.stringify(plan), "vaults.plan.json")]);
}

function states(control: string, graph: PlanGraph): Record<string, string> {
  const verdict = judgeStage({ gate: "pre-production", env: "old", graph, today: parseToday("2026-11-21") });
  const own = verdict.findings.filter((one) => one.control === control && one.verdict !== "not-applicable");
  return Object.fromEntries(own.map((one) => [`${one.resource} ${one.path}`, one.verdict]));
}

const written = (plan: Plan, address: string): Plan =>
  plan.configuration.root_module.resources.find((one: Plan) => one.address === address).expressions;

const APP = 'azurerm_key_vault.this["app"]';
const JOBS = 'azurerm_key_vault.this["jobs"]';

describe("a hand-written plan with a module, for_each, count = 0 and another provider", () => {
  test("its vaults are private: each endpoint leads to the vault of its own key", () => {
    expect(states("NET-04", graphOf())).toEqual({
      [`${APP} public_network_access_enabled`]: "pass",
      [`${APP} private_endpoint.vault`]: "pass",
      [`${JOBS} public_network_access_enabled`]: "pass",
      [`${JOBS} private_endpoint.vault`]: "pass",
    });
  });

  test("when both endpoints lead to one vault, the other has none", () => {
    const graph = graphOf((plan) => {
      const connection = written(plan, "azurerm_private_endpoint.vault").private_service_connection[0];
      connection.private_connection_resource_id = { references: [`${APP}.id`, APP, "azurerm_key_vault.this"] };
    });
    expect(states("NET-04", graph)[`${APP} private_endpoint.vault`]).toBe("pass");
    expect(states("NET-04", graph)[`${JOBS} private_endpoint.vault`]).toBe("fail");
  });

  test("a zone linked to the module's other network does not resolve for the apps", () => {
    const graph = graphOf((plan) => {
      const link = written(plan, "azurerm_private_dns_zone_virtual_network_link.vault");
      link.virtual_network_id = { references: ["module.net.other_id", "module.net"] };
    });
    expect(states("NET-04", graph)[`${APP} private_endpoint.vault`]).toBe("fail");
    expect(states("NET-04", graph)[`${JOBS} private_endpoint.vault`]).toBe("fail");
  });

  test("a target that only a local knows is unknown, not passed", () => {
    const graph = graphOf((plan) => {
      const connection = written(plan, "azurerm_private_endpoint.vault").private_service_connection[0];
      connection.private_connection_resource_id = { references: ["local.vault_id"] };
    });
    expect(states("NET-04", graph)[`${APP} private_endpoint.vault`]).toBe("unknown");
  });

  test("interpolations of JSON configuration stand in constant_value and are followed all the same", () => {
    const graph = graphOf((plan) => {
      const link = written(plan, "azurerm_private_dns_zone_virtual_network_link.vault");
      link.virtual_network_id = { constant_value: "${module.net.network_id}" };
    });
    expect(states("NET-04", graph)[`${APP} private_endpoint.vault`]).toBe("pass");
  });

  test("an address that is known already joins by its id", () => {
    const graph = graphOf((plan) => {
      const id = "/subscriptions/s/resourceGroups/rg-main/providers/Microsoft.KeyVault/vaults/kv-jobs-7f3a";
      for (const change of plan.resource_changes)
        if (change.type === "azurerm_private_endpoint")
          change.change.after_unknown.private_service_connection[0].private_connection_resource_id = false;
      for (const one of plan.planned_values.root_module.resources)
        if (one.type === "azurerm_private_endpoint")
          one.values.private_service_connection[0].private_connection_resource_id = id;
    });
    expect(states("NET-04", graph)[`${JOBS} private_endpoint.vault`]).toBe("pass");
    expect(states("NET-04", graph)[`${APP} private_endpoint.vault`]).toBe("fail");
  });

  test("what has count = 0 and what belongs to other providers is not judged", () => {
    const judged = graphOf()
      .managed()
      .map((one) => one.address)
      .sort();
    expect(judged).toEqual([
      "azurerm_container_app_environment.apps",
      APP,
      JOBS,
      "azurerm_private_dns_zone.vault",
      "azurerm_private_dns_zone_virtual_network_link.vault",
      'azurerm_private_endpoint.vault["app"]',
      'azurerm_private_endpoint.vault["jobs"]',
      "azurerm_resource_group.main",
      'module.net.azurerm_subnet.this["apps"]',
      'module.net.azurerm_subnet.this["endpoints"]',
      "module.net.azurerm_virtual_network.other",
      "module.net.azurerm_virtual_network.this",
    ]);
  });

  test("findings rest on the plan, and what only a config can show is listed apart", () => {
    const verdict = judgeStage({ gate: "pilot", env: "old", graph: graphOf(), today: parseToday("2026-11-21") });
    expect([...new Set(verdict.findings.filter((one) => one.resource !== "").map((one) => one.basis))]).toEqual([
      "plan",
    ]);
    expect(verdict.notJudged.map((one) => `${one.control} ${one.missing}`)).toEqual([
      "CHG-01 config",
      "CHG-02 config",
      "CST-03 config",
      "DAT-01 config",
      "DAT-02 config",
      "DAT-05 config",
      "GOV-03 config",
      "GOV-04 config",
      "NET-11 config,neighbours",
      "OBS-04 config",
    ]);
  });

  test("a computed attribute that nobody wrote has the provider's default, one that somebody wrote is unknown", () => {
    const vault = graphOf((plan) => {
      written(plan, "azurerm_key_vault.this").soft_delete_retention_days = { references: ["local.days"] };
      for (const change of plan.resource_changes)
        if (change.type === "azurerm_key_vault") change.change.after_unknown.soft_delete_retention_days = true;
      for (const one of plan.planned_values.root_module.resources)
        if (one.type === "azurerm_key_vault") delete one.values.soft_delete_retention_days;
    });
    expect(states("SEC-04", vault)[`${APP} soft_delete_retention_days`]).toBe("unknown");
    expect(vault.of("azurerm_key_vault")[0]?.read("network_acls.default_action")).toEqual({ state: "absent" });
  });
});
