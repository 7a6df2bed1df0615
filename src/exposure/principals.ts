import type { PlanGraph } from "../plan/graph";
import { append } from "../plan/multimap";
import type { Part, Resource } from "../plan/resource";
import { NOT_KNOWN, named, sorted, targetsAt, textAt } from "./values";

/** What kind of somebody holds a role. */
export type PrincipalKind =
  | "identity"
  | "identity of a resource"
  | "group"
  | "person"
  | "application"
  | "whoever applies"
  | "not known";

/** Somebody who may do something. */
export interface Principal {
  readonly kind: PrincipalKind;
  /** Address of an identity, else the variable or the object id. */
  readonly name: string;
}

const DIRECTORY: Readonly<Record<string, PrincipalKind>> = {
  azuread_application: "application",
  azuread_group: "group",
  azuread_service_principal: "application",
  azuread_user: "person",
  azurerm_client_config: "whoever applies",
  azurerm_user_assigned_identity: "identity",
};
const TYPES: Readonly<Record<string, PrincipalKind>> = {
  Application: "application",
  Group: "group",
  ServicePrincipal: "application",
  User: "person",
};

/** Who a part names by an attribute; where that is not known, who is told apart by what names them. */
export function principalIn(part: Part, attribute: string): Principal {
  const [reference] = part.refs(attribute);
  if (reference?.kind === "resource") {
    const { resource } = reference;
    return { kind: DIRECTORY[resource.type] ?? "identity of a resource", name: resource.address };
  }
  const kind = TYPES[textAt(part, "principal_type") ?? ""] ?? "not known";
  const name = reference ? named(reference) : NOT_KNOWN;
  return { kind, name: name === NOT_KNOWN ? `whom ${part.resource.address} names: ${NOT_KNOWN}` : name };
}

/** The resources that act as each identity, with who else may by federation. */
export function usersOf(graph: PlanGraph): ReadonlyMap<Resource, readonly string[]> {
  const users = new Map<Resource, string[]>();
  for (const resource of graph.managed())
    for (const block of resource.blocks("identity"))
      for (const reference of block.refs("identity_ids"))
        if (reference.kind === "resource") append(users, reference.resource, resource.address);
  for (const one of graph.of("azurerm_federated_identity_credential"))
    for (const reference of one.refs("parent_id"))
      if (reference.kind === "resource") append(users, reference.resource, federated(one));
  return new Map([...users].map(([identity, of]) => [identity, sorted(of)]));
}

function federated(credential: Resource): string {
  const [issuer = "an issuer"] = [textAt(credential, "issuer") ?? targetsAt(credential, "issuer")[0]];
  return `${textAt(credential, "subject") ?? "a subject"}, signed in by ${issuer}`;
}
