import type { PlanGraph } from "../../plan/graph";
import { asObject } from "../../plan/json";
import { leadsTo } from "../../plan/reference";
import type { Part, Resource } from "../../plan/resource";

/** An attribute as text, with the expressions that are not known before apply left in it. */
export function textOf(part: Part, name: string): string {
  const read = part.read(name);
  if (read.state === "known") return String(read.value);
  return read.state === "unknown" ? read.text : "";
}

/** The provider configuration that a resource of synthesized JSON names; the graph itself keeps no such arguments. */
export function providerOf(resource: Resource): string {
  const blocks = asObject(asObject(asObject(resource.stack.json)["resource"])[resource.type]);
  const { provider } = asObject(blocks[resource.name]);
  return typeof provider === "string" ? provider : "azurerm";
}

/** Role assignments, eligible ones among them. */
export function roleAssignments(graph: PlanGraph): readonly Resource[] {
  return graph.of(
    "azurerm_role_assignment",
    "azurerm_pim_eligible_role_assignment",
    "azurerm_pim_active_role_assignment",
  );
}

/** The role assignments of one identity. */
export function rolesOf(graph: PlanGraph, identity: Resource): readonly Resource[] {
  return roleAssignments(graph).filter((one) => one.refs("principal_id").some((ref) => leadsTo(ref, identity)));
}

/** The id at the end of a role assignment's role definition. */
export function roleId(assignment: Resource): string {
  return (textOf(assignment, "role_definition_id").split("/").at(-1) ?? "").toLowerCase();
}

/** True when an attribute is the subscription that this variable names, or something in it. */
export function isIn(part: Part, name: string, variable: string): boolean {
  return new RegExp(`^/subscriptions/\\$\\{var\\.${variable}\\}(?:/|$)`).test(textOf(part, name));
}
