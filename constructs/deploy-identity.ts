import type { Construct } from "constructs";
import { assignRole } from "./admin-role";
import { FederatedIdentity } from "./federated-identity";
import type { ISubscription } from "./references";
import type { ResourceProps } from "./resource-group";
import { ROLES } from "./role";
import type { StateContainer } from "./state-storage";

/** Roles that stages above the POC give to identities of an environment, with what for; added to those of `ROLES`. */
export const LATER_ROLES = {
  "PostgreSQL Flexible Server Long Term Retention Backup Role": "c088a766-074b-43ba-90d4-1fb21feae531", // backup vault
  Reader: "acdd72a7-3385-48ef-bd42-f606fba81ae7", // backup vault, on the group that it backs up
  "Storage Account Backup Contributor": "e5e2a7ff-d759-4cd2-bb51-3152d37e2eb1", // backup vault
} as const;

/** Ids of every role that a deploy identity may give, sorted: none of them can change a role or take part in a deployment. */
export const ASSIGNABLE_ROLES: readonly string[] = [
  ...new Set<string>([...Object.values(ROLES), ...Object.values(LATER_ROLES)]),
].sort();

/** Why a deploy identity has the roles that it has, and no more. */
export const DEPLOY_ROLES_EXPLAINED = [
  "Contributor creates and deletes resources, and purges a POC's vaults; it cannot change access.",
  "Role Based Access Control Administrator lets it give roles to the identities that it creates; a condition limits it to data-plane roles and to service principals, so that it can raise neither itself nor a person.",
  "Locks Contributor, from Pilot, makes and removes the locks on what holds data.",
  "Storage Blob Data Contributor on its own container reaches its own state and no other.",
  "Not Owner: an Owner could give anybody anything, and one stolen job would be the whole subscription.",
].join(" ");

/**
 * Limits role assignments to some roles and to service principals, for giving and for taking away.
 *
 * @see https://learn.microsoft.com/azure/role-based-access-control/delegate-role-assignments-examples
 */
export function assignmentCondition(roles: readonly string[]): string {
  const only = (source: "Request" | "Resource") => {
    const attribute = (name: string) => `@${source}[Microsoft.Authorization/roleAssignments:${name}]`;
    return `${attribute("RoleDefinitionId")} ForAnyOfAnyValues:GuidEquals {${roles.join(", ")}} AND ${attribute("PrincipalType")} ForAnyOfAnyValues:StringEqualsIgnoreCase {'ServicePrincipal'}`;
  };
  const when = (action: string, condition: string) =>
    `((!(ActionMatches{'Microsoft.Authorization/roleAssignments/${action}'})) OR (${condition}))`;
  return `${when("write", only("Request"))} AND ${when("delete", only("Resource"))}`;
}

/** Properties of {@link DeployIdentity}. */
export interface DeployIdentityProps extends ResourceProps {
  /** GitHub repository as organization/name. */
  readonly repository: string;
  /** Name of the environment, which is also that of its GitHub environment. */
  readonly environment: string;
  /** Subscription that the environment is in. */
  readonly subscription: ISubscription;
  /** The foundation's subscription, where the state is. */
  readonly stateSubscription: ISubscription;
  /** Where the environment's state is. */
  readonly state: StateContainer;
  /** Whether the environment's stage has locks, which the identity then makes and removes. */
  readonly locks: "managed" | "none";
}

/**
 * The identity that deploys one environment: jobs of that environment of the repository take it on, nobody else. Its
 * rights hold in the environment's subscription, because the environment creates its own resource group.
 *
 * @example
 * new DeployIdentity(this, "deploy", { group, name: "id-deploy-orders-pilot", environment: "orders-pilot",
 *   repository: "orders-example/orders", subscription, stateSubscription: subscription, locks: "managed",
 *   state: state.addContainer("orders-pilot") });
 * @see https://learn.microsoft.com/azure/role-based-access-control/delegate-role-assignments-overview
 */
export class DeployIdentity extends FederatedIdentity {
  constructor(scope: Construct, id: string, props: DeployIdentityProps) {
    super(scope, id, { ...props, trusts: { environment: props.environment } });
    const { subscription } = props;
    const { principal } = this;
    assignRole(this, "contributor", { subscription, principal, role: "Contributor" });
    assignRole(this, "access", {
      subscription,
      principal,
      role: "Role Based Access Control Administrator",
      condition: assignmentCondition(ASSIGNABLE_ROLES),
    });
    if (props.locks === "managed") assignRole(this, "locks", { subscription, principal, role: "Locks Contributor" });
    props.state.grant(this, "state", {
      subscription: props.stateSubscription,
      principal,
      role: "Storage Blob Data Contributor",
    });
  }
}
