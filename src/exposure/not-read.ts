import { factOf, typesWith } from "../azure";
import type { ConfigView } from "../config/view";
import type { PlanGraph } from "../plan/graph";
import { Part } from "../plan/resource";
import { type Hidden, hidden } from "../reach/hidden";
import { inOrder } from "./values";

/** Something of the plan that this section cannot look into. */
export interface NotRead {
  readonly what: string;
  readonly why: string;
}

const IN_SQL = typesWith("rolesInSql").map(([type]) => type);

function whatOf(graph: PlanGraph, { subject, path }: Hidden): string {
  if (!(subject instanceof Part)) return graph.label(subject.stack, subject.what);
  const { address } = subject.resource;
  return ["name", "program", "provisioner"].includes(path) ? address : `${subject.at(path)} of ${address}`;
}

function* found(graph: PlanGraph): Generator<NotRead> {
  for (const one of graph.managed()) {
    const why = factOf(one.type, "unreported");
    if (why !== undefined) yield { what: one.address, why };
  }
  for (const one of hidden(graph)) yield { what: whatOf(graph, one), why: one.why };
  for (const one of graph.of(...IN_SQL))
    yield { what: `roles in the databases of ${one.address}`, why: "they are made in SQL, by its administrators" };
}

/** Groups of people that a config names; their roles are at the subscription, and so in another plan. */
function* groups({ access, foundation }: ConfigView): Generator<NotRead> {
  if (foundation === undefined) return;
  const where = `the foundation gives it: gatewright report ${foundation} tells`;
  yield { what: "what the deploy identity may do", why: where };
  const named = {
    readers: access?.readers,
    operators: access?.operators,
    approvers: access?.approvers,
    "break-glass": access?.breakGlass,
  };
  for (const [role, id] of Object.entries(named))
    if (id !== undefined) yield { what: `what group ${id} may do (${role})`, why: where };
}

/** A firewall sees requests, not the questions that Azure's resolver answers. */
function names(graph: PlanGraph): NotRead[] {
  if (graph.of("azurerm_firewall").length === 0) return [];
  return [
    { what: "names that are asked for", why: "Azure resolves any public name; rules of a firewall are about requests" },
  ];
}

/** What the section says nothing about although the plan or its config has it, so that silence is not taken for safety. */
export function notRead(graph: PlanGraph, config?: ConfigView): NotRead[] {
  return inOrder([...found(graph), ...names(graph), ...groups(config ?? {})], ({ what }) => what);
}
