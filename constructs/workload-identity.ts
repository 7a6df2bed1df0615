import { UserAssignedIdentity } from "@cdktf/provider-azurerm/lib/user-assigned-identity";
import { Construct } from "constructs";
import type { IResource } from "./references";
import type { IResourceGroup, ResourceProps } from "./resource-group";
import type { IIdentity } from "./role";

/** Properties of {@link WorkloadIdentity}. */
export type WorkloadIdentityProps = ResourceProps;

/**
 * The identity that one service runs under: it pulls the image, reads the service's secrets and reaches its stores.
 *
 * @example
 * const api = new WorkloadIdentity(this, "api", { group, name: "id-api-orders" });
 * registry.grantPull("api", api);
 * @see https://learn.microsoft.com/azure/container-apps/managed-identity
 */
export class WorkloadIdentity extends Construct implements IIdentity {
  readonly id: string;
  readonly name: string;
  readonly principalId: string;

  constructor(scope: Construct, id: string, props: WorkloadIdentityProps) {
    super(scope, id);
    const identity = new UserAssignedIdentity(this, "resource", {
      name: props.name,
      resourceGroupName: props.group.name,
      location: props.group.location,
      tags: { ...props.group.tags },
    });
    this.id = identity.id;
    this.name = props.name;
    this.principalId = identity.principalId;
  }

  /** An identity of another stack, by its name. */
  static reference(group: IResourceGroup, name: string): IResource {
    return { id: `${group.id}/providers/Microsoft.ManagedIdentity/userAssignedIdentities/${name}` };
  }
}
