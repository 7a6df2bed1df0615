import { RoleAssignment } from "@cdktf/provider-azurerm/lib/role-assignment";
import { Construct } from "constructs";
import type { IEntraGroup, IResource } from "./references";

/** Properties of {@link TeamAccess}. */
export interface TeamAccessProps {
  /** Who gets the role; people get access through groups only. */
  readonly team: IEntraGroup;
  /** Where it holds, usually the environment's resource group. */
  readonly target: IResource;
  /** Built-in role, for example `Contributor`. */
  readonly role: string;
}

/**
 * Gives an Entra group one role.
 *
 * @example
 * new TeamAccess(this, "team", { team: { objectId: "00000000-0000-0000-0000-000000000000" }, target: group, role: "Reader" });
 * @see https://learn.microsoft.com/azure/role-based-access-control/best-practices
 */
export class TeamAccess extends Construct {
  constructor(scope: Construct, id: string, props: TeamAccessProps) {
    super(scope, id);
    new RoleAssignment(this, "resource", {
      scope: props.target.id,
      roleDefinitionName: props.role,
      principalId: props.team.objectId,
      principalType: "Group",
    });
  }
}
