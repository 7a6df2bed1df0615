import { ManagementLock } from "@cdktf/provider-azurerm/lib/management-lock";
import { Construct } from "constructs";
import type { IResource } from "./references";

/** Properties of {@link DeleteLock}. */
export interface DeleteLockProps {
  /** Its name in Azure, unique among the locks of the resource. */
  readonly name: string;
  /** The resource that must not be deleted; never the group or network of a container environment. */
  readonly target: IResource;
  /** Shown to whoever tries. */
  readonly why: string;
}

/**
 * Keeps a resource that holds data from being deleted. Removing it is a deliberate act of its own. The stack makes every
 * lock depend on all that lies below its scope, because Azure refuses changes there while the lock exists.
 *
 * @example
 * new DeleteLock(this, "lock-vault", { name: "lock-vault", target: vault, why: "holds the secrets" });
 * @see https://learn.microsoft.com/azure/azure-resource-manager/management/lock-resources
 */
export class DeleteLock extends Construct {
  constructor(scope: Construct, id: string, props: DeleteLockProps) {
    super(scope, id);
    new ManagementLock(this, "resource", {
      name: props.name,
      scope: props.target.id,
      lockLevel: "CanNotDelete",
      notes: props.why,
    });
  }
}
