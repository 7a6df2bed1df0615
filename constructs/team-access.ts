import { RoleAssignment } from "@cdktf/provider-azurerm/lib/role-assignment";
import { Construct } from "constructs";

/** Properties of {@link TeamAccess}. */
export interface TeamAccessProps {
  /** Object id of an Entra group; people get access through groups only. */
  readonly groupId: string;
  /** ARM id, usually of the environment's resource group. */
  readonly scope: string;
  /** Built-in role, for example `Contributor`. */
  readonly role: string;
}

/**
 * Gives an Entra group one role.
 *
 * @example
 * new TeamAccess(this, "team", { groupId: "00000000-0000-0000-0000-000000000000", scope: group.id, role: "Reader" });
 * @see https://learn.microsoft.com/azure/role-based-access-control/best-practices
 */
export class TeamAccess extends Construct {
  constructor(scope: Construct, id: string, props: TeamAccessProps) {
    super(scope, id);
    new RoleAssignment(this, "resource", {
      scope: props.scope,
      roleDefinitionName: props.role,
      principalId: props.groupId,
      principalType: "Group",
    });
  }
}
