import { asDay } from "../../src/config/day";
import { buildGraph } from "../../src/plan/build";
import type { JsonObject } from "../../src/plan/json";
import { ruleOf } from "../../src/policy/catalogue";
import { Context } from "../../src/policy/context";

const VAULT = "azurerm_data_protection_backup_vault.vault";
const SERVER = "azurerm_postgresql_flexible_server.database";
const GROUP = "azurerm_resource_group.data";
const POLICY = "azurerm_data_protection_backup_policy_postgresql_flexible_server.weekly";
const COPY = "azurerm_data_protection_backup_instance_postgresql_flexible_server.database";

/** One resource of a plan: what is known, and of what is not, where it comes from. */
interface Planned {
  readonly values: JsonObject;
  readonly from?: Readonly<Record<string, readonly string[]>>;
}

const principal = [`${VAULT}.identity[0].principal_id`, `${VAULT}.identity[0]`, `${VAULT}.identity`, VAULT];
const grant = (role: string, on: string): Planned => ({
  values: { role_definition_name: role },
  from: { scope: [`${on}.id`, on], principal_id: principal },
});
const READER = "azurerm_role_assignment.group";
const first: Readonly<Record<string, Planned>> = {
  [GROUP]: { values: { name: "rg-data" } },
  [SERVER]: { values: { name: "psql", resource_group_name: "rg-data" } },
  [VAULT]: {
    values: {
      name: "bvault",
      resource_group_name: "rg-recovery",
      datastore_type: "VaultStore",
      immutability: "Unlocked",
      identity: [{ type: "SystemAssigned" }],
    },
  },
  [POLICY]: {
    values: {
      name: "weekly",
      backup_repeating_time_intervals: ["R/2027-06-01T02:00:00+00:00/P1W"],
      default_retention_rule: [{ life_cycle: [{ data_store_type: "VaultStore", duration: "P90D" }] }],
    },
    from: { vault_id: [`${VAULT}.id`, VAULT] },
  },
  [COPY]: {
    values: { name: "psql" },
    from: {
      vault_id: [`${VAULT}.id`, VAULT],
      backup_policy_id: [`${POLICY}.id`, POLICY],
      server_id: [`${SERVER}.id`, SERVER],
    },
  },
  "azurerm_role_assignment.server": grant("PostgreSQL Flexible Server Long Term Retention Backup Role", SERVER),
  [READER]: grant("Reader", GROUP),
};

/** What `terraform show -json` has of a first plan, in which no id is known. */
function planOf(resources: Readonly<Record<string, Planned>>): JsonObject {
  const all = Object.entries(resources).map(([address, { values, from = {} }]) => {
    const [type = "", name = ""] = address.split(".");
    const open = Object.fromEntries(["id", ...Object.keys(from)].map((one) => [one, true]));
    const known = Object.keys(values).map((one) => [one, { constant_value: values[one] ?? null }]);
    const led = Object.entries(from).map(([one, references]) => [one, { references: [...references] }]);
    return {
      head: { address, mode: "managed", type, name },
      values,
      open,
      written: Object.fromEntries([...known, ...led]),
    };
  });
  return {
    format_version: "1.2",
    planned_values: { root_module: { resources: all.map(({ head, values }) => ({ ...head, values })) } },
    resource_changes: all.map(({ head, values, open }) => ({
      ...head,
      change: { actions: ["create"], after: values, after_unknown: open },
    })),
    configuration: { root_module: { resources: all.map(({ head, written }) => ({ ...head, expressions: written })) } },
  };
}

function saidOf(resources: Readonly<Record<string, Planned>>): string[] {
  const rule = ruleOf("RES-03");
  if (!rule) throw new Error("no rule RES-03");
  const graph = buildGraph([{ kind: "plan", name: "whole", json: planOf(resources) }]);
  const today = asDay("2027-06-10");
  const said = new Context(rule, { gate: "production", graph, config: {}, evidence: [], today }).run();
  return said
    .map(({ finding }) => finding)
    .filter(({ resource }) => resource !== "config")
    .map(({ verdict, resource, path }) => `${verdict} ${resource} ${path}`);
}

const vault = ["soft_delete", "immutability", "datastore_type", "identity", "resource_group_name"].map(
  (path) => `pass ${VAULT} ${path}`,
);

describe("copies in a first plan, in which a vault's identity is not there yet", () => {
  test("are copies: who may read what is seen by reference", () => {
    expect(saidOf(first)).toEqual([`pass ${SERVER} backup`, ...vault]);
  });

  test("are none where the vault may not read the group", () => {
    const { [READER]: _, ...rest } = first;
    expect(saidOf(rest)).toEqual([`fail ${COPY} vault_id`, ...vault]);
  });

  test("are none where they go with their source", () => {
    const beside = { values: { ...first[VAULT]?.values, resource_group_name: "rg-data" } };
    expect(saidOf({ ...first, [VAULT]: beside }).at(-1)).toBe(`fail ${VAULT} resource_group_name`);
  });
});
