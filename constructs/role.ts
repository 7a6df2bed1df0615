import { RoleAssignment } from "@cdktf/provider-azurerm/lib/role-assignment";
import type { ITerraformDependable } from "cdktf";
import type { Construct } from "constructs";
import type { IResource } from "./references";

/**
 * Built-in data-plane roles by name, with the id that Azure gives them everywhere.
 *
 * @see https://learn.microsoft.com/azure/role-based-access-control/built-in-roles
 */
export const ROLES = {
  AcrPull: "7f951dda-4ed3-4680-a7ca-43fe172d538d",
  "Monitoring Metrics Publisher": "3913510d-42f4-4e42-8a64-420c390055eb",
  "Key Vault Secrets User": "4633458b-17de-408a-b874-0445c86b69e6",
  "Storage Blob Data Contributor": "ba92f5b4-2d11-453d-a403-e96b0029c9fe",
  "Storage Queue Data Message Processor": "8a0f0c08-91a1-4084-bc3d-661d67233fed",
  "Storage Queue Data Message Sender": "c6a89b2d-59bc-44d0-9896-0f6e12d7b80a",
} as const;

export type Role = keyof typeof ROLES;

/** Who a role is given to. */
export interface IIdentity {
  /** ARM id of the user-assigned identity. */
  readonly id: string;
  /** Its name, which is also its role name in PostgreSQL. */
  readonly name: string;
  /** Object id in Entra ID; known after the identity exists. */
  readonly principalId: string;
}

/**
 * Gives an identity one role at one scope; `after` is what has to be there first, and is destroyed last. Azure names the assignment itself: a name computed here would meet the old
 * assignment when an identity is recreated.
 */
export function grant(
  scope: Construct,
  id: string,
  role: Role,
  target: IResource,
  identity: IIdentity,
  after: readonly ITerraformDependable[] = [],
): void {
  new RoleAssignment(scope, id, {
    scope: target.id,
    roleDefinitionName: role,
    principalId: identity.principalId,
    principalType: "ServicePrincipal",
    skipServicePrincipalAadCheck: true,
    ...(after.length > 0 && { dependsOn: [...after] }),
  });
}
