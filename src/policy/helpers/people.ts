import type { Resource } from "../../plan/resource";

/** True when two addresses are one mailbox: letters of either case. */
export function samePerson(one: string | undefined, other: string | undefined): boolean {
  const plain = (mail: string | undefined) => (mail ?? "").trim().toLowerCase();
  return plain(one) !== "" && plain(one) === plain(other);
}

/** Whether a grant is for people; `undefined` where nothing says so. What PIM holds is, unless it is seen to be a service's. */
export function forPeople(grant: Resource, principal: "principal_id" | "object_id"): boolean | undefined {
  const kind = grant.text("principal_type");
  if (kind !== undefined) return kind !== "ServicePrincipal";
  const [to] = grant.refs(principal);
  if (to?.kind === "resource") return !/^azurerm_|service_principal/.test(to.resource.type);
  return grant.type === "azurerm_role_assignment" ? undefined : true;
}
