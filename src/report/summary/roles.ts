import type { PlanGraph } from "../../plan/graph";
import { describe } from "../../plan/reference";

/** What one identity may do. */
export interface Grants {
  /** An identity of the environment by its address, else what the principal is. */
  readonly identity: string;
  /** `role on scope`, sorted. */
  readonly roles: readonly string[];
}

/** The identities of the environment with their roles, sorted; also those that have none. */
export function grants(graph: PlanGraph): Grants[] {
  const found = new Map<string, string[]>();
  const add = (identity: string, role: string) => found.set(identity, [...(found.get(identity) ?? []), role]);
  for (const one of graph.of("azurerm_user_assigned_identity")) found.set(one.address, []);
  for (const one of graph.of("azurerm_role_assignment")) {
    const role = one.text("role_definition_name") ?? describe(one.ref("role_definition_id"));
    add(describe(one.ref("principal_id")), `${role} on ${describe(one.ref("scope"))}`);
  }
  for (const type of ["postgresql", "mysql"])
    for (const one of graph.of(`azurerm_${type}_flexible_server_active_directory_administrator`)) {
      const server = one.refs("server_id")[0] ?? one.refs("server_name")[0];
      const who = one.refs("object_id")[0] ?? one.refs("identity_id")[0];
      add(who ? describe(who) : "unknown", `administrator on ${server ? describe(server) : "the server"}`);
    }
  return [...found]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([identity, roles]) => ({ identity, roles: roles.sort() }));
}

/** Monthly budgets of the environment: address and amount, sorted. */
export function budgets(graph: PlanGraph): { readonly address: string; readonly amount: string }[] {
  return graph
    .of("azurerm_consumption_budget_resource_group", "azurerm_consumption_budget_subscription")
    .map((one) => ({
      address: one.address,
      amount: typeof one.value("amount") === "number" ? `${one.value("amount")}` : "unknown",
    }))
    .sort((a, b) => (a.address < b.address ? -1 : 1));
}
