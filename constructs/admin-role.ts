import { PimEligibleRoleAssignment } from "@cdktf/provider-azurerm/lib/pim-eligible-role-assignment";
import { RoleAssignment } from "@cdktf/provider-azurerm/lib/role-assignment";
import type { Construct } from "constructs";
import type { IResource, ISubscription } from "./references";

/**
 * Built-in roles that the foundation gives, by name, with the id that Azure gives them everywhere.
 *
 * @see https://learn.microsoft.com/azure/role-based-access-control/built-in-roles
 */
export const ADMIN_ROLES = {
  Contributor: "b24988ac-6180-42a0-ab88-20f7382dd24c",
  "Locks Contributor": "28bf596f-4eb7-45ce-b5bc-6cf482fec137",
  Owner: "8e3af657-a8ff-443c-a75c-2fe8c4bcb635",
  Reader: "acdd72a7-3385-48ef-bd42-f606fba81ae7",
  "Role Based Access Control Administrator": "f58310d9-a9f6-439a-9e8d-f62e7b41a168",
  "Storage Blob Data Contributor": "ba92f5b4-2d11-453d-a403-e96b0029c9fe",
  "Storage Blob Data Reader": "2a2b9908-6ea1-4ae2-8e65-a410df84e7d1",
  "Tag Contributor": "4a9ae827-6dc8-4573-8ac7-8239d42aa03f",
} as const;

export type AdminRole = keyof typeof ADMIN_ROLES;

/** Where a role holds: a subscription, or something in one. */
export interface RoleScope {
  /** The subscription that it holds in. */
  readonly subscription: ISubscription;
  /** What below the subscription it holds for. @default the subscription itself */
  readonly target?: IResource;
}

/** Who gets a role: a managed identity or an Entra group, never a user. */
export interface Principal {
  /** Object id in Entra ID, a GUID or a reference to one. */
  readonly objectId: string;
  /** `ServicePrincipal` is a managed identity. */
  readonly type: "ServicePrincipal" | "Group";
}

/** Properties of {@link assignRole}. */
export interface AssignRoleProps extends RoleScope {
  /** Built-in role, by its name. */
  readonly role: AdminRole;
  /** Who gets it. */
  readonly principal: Principal;
  /** Azure ABAC condition, version 2.0. @default none */
  readonly condition?: string;
}

function scopeOf({ subscription, target }: RoleScope): string {
  return target?.id ?? `/subscriptions/${subscription.subscriptionId}`;
}

function definitionOf({ subscription }: RoleScope, role: AdminRole): string {
  return `/subscriptions/${subscription.subscriptionId}/providers/Microsoft.Authorization/roleDefinitions/${ADMIN_ROLES[role]}`;
}

/** Gives a role by its id, which no renaming changes. Works across subscriptions: only the scope says where. */
export function assignRole(scope: Construct, id: string, props: AssignRoleProps): RoleAssignment {
  const { principal, role, condition } = props;
  return new RoleAssignment(scope, id, {
    scope: scopeOf(props),
    roleDefinitionId: definitionOf(props, role),
    principalId: principal.objectId,
    principalType: principal.type,
    ...(principal.type === "ServicePrincipal" && { skipServicePrincipalAadCheck: true }),
    ...(condition !== undefined && { condition, conditionVersion: "2.0" }),
  });
}

/** Days that an eligible assignment lasts: the most that the default policy of Privileged Identity Management allows. */
const ELIGIBLE_DAYS = 365;

/**
 * Lets a group activate a role when it needs it. Ends after {@link ELIGIBLE_DAYS} days and is then made again.
 *
 * @see https://learn.microsoft.com/entra/id-governance/privileged-identity-management/pim-configure
 */
export function makeEligible(scope: Construct, id: string, props: Omit<AssignRoleProps, "condition">): void {
  new PimEligibleRoleAssignment(scope, id, {
    scope: scopeOf(props),
    roleDefinitionId: definitionOf(props, props.role),
    principalId: props.principal.objectId,
    justification: `${props.role} for the people who may activate it`,
    schedule: { expiration: { durationDays: ELIGIBLE_DAYS } },
  });
}
