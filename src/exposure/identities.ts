import type { PlanGraph } from "../plan/graph";
import type { Grant } from "./grant";
import { allGrants } from "./grants";
import { type PrincipalKind, usersOf } from "./principals";
import { inOrder } from "./values";

/** One thing that an identity may do. */
export type Right = Omit<Grant, "principal">;

/** Somebody who may do something in Azure, and all of it. */
export interface Identity {
  /** Address of an identity of the plan, else a variable or an object id. */
  readonly identity: string;
  readonly kind: PrincipalKind;
  /** Resources that act as it, and who may by federation. */
  readonly usedBy: readonly string[];
  readonly rights: readonly Right[];
}

/** Every identity, group and person that the plan names with what each may do, those without a right included. */
export function identities(graph: PlanGraph): Identity[] {
  const users = usersOf(graph);
  const found = new Map<string, { kind: PrincipalKind; usedBy: readonly string[]; rights: Right[] }>();
  for (const one of graph.of("azurerm_user_assigned_identity"))
    found.set(one.address, { kind: "identity", usedBy: users.get(one) ?? [], rights: [] });
  for (const { principal, ...right } of allGrants(graph)) {
    const known = found.get(principal.name) ?? { kind: principal.kind, usedBy: [], rights: [] };
    known.rights.push(right);
    found.set(principal.name, known);
  }
  const rows = [...found].map(([identity, { rights, ...rest }]) => ({
    identity,
    ...rest,
    rights: inOrder(rights, ({ on, role, may, held }) => [on, role, may, held].join(" ")),
  }));
  return inOrder(rows, ({ kind, identity }) => `${kind === "identity" ? 0 : 1} ${identity}`);
}
