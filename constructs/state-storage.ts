import { ManagementLock } from "@cdktf/provider-azurerm/lib/management-lock";
import { StorageContainer } from "@cdktf/provider-azurerm/lib/storage-container";
import { dependable, type TerraformResource } from "cdktf";
import { Construct } from "constructs";
import { type AssignRoleProps, assignRole } from "./admin-role";
import { Diagnostics } from "./diagnostics";
import type { ILogWorkspace } from "./log-analytics";
import type { IResource } from "./references";
import type { ResourceProps } from "./resource-group";
import { StorageAccount } from "./storage-account";

/** Days that an overwritten or deleted state, and a deleted container, can be brought back. */
const STATE_SOFT_DELETE_DAYS = 30;

/** How the state storage can be reached, and why that is right. */
export const STATE_REACHABILITY =
  "The endpoint is public, because GitHub's hosted runners have no fixed addresses. Only Entra sign-in opens it: shared keys are switched off, no container is public, and each identity reaches its own container alone.";

/** Properties of {@link StateStorage}. */
export interface StateStorageProps extends ResourceProps {
  /** 3 to 24 lower-case letters and digits, unique in the world. */
  readonly name: string;
  /** Copies of the states: locally, or over zones. */
  readonly replication: "LRS" | "ZRS";
  /** Where every access is logged. */
  readonly workspace: ILogWorkspace;
  /** Name of the lock that keeps it from being deleted. */
  readonly lockName: string;
}

/**
 * Storage for Terraform states: versions and soft delete against mistakes, Entra sign-in instead of keys, every access
 * logged, and a lock that refuses to delete it. The lock covers what is below it too: Azure then refuses to delete a
 * container or a role assignment, so taking an environment away starts with lifting the lock.
 *
 * @example
 * const state = new StateStorage(this, "state", { group, name: "stordersfnd", replication: "ZRS", workspace, lockName: "lock-state" });
 * state.addContainer("orders-pilot");
 * @see https://developer.hashicorp.com/terraform/language/backend/azurerm
 */
export class StateStorage extends Construct {
  readonly account: StorageAccount;
  private readonly lock: ManagementLock;
  private readonly below: TerraformResource[] = [];

  constructor(scope: Construct, id: string, props: StateStorageProps) {
    super(scope, id);
    this.account = new StorageAccount(this, "account", {
      group: props.group,
      name: props.name,
      replication: props.replication,
      versions: "kept",
      softDeleteDays: STATE_SOFT_DELETE_DAYS,
      signIn: "entra",
      exposure: "public",
    });
    const audit = new Diagnostics(this, "audit", {
      name: `diag-${props.name}`,
      target: this.account.blobs,
      workspace: props.workspace,
      logs: ["audit"],
      metrics: [],
    });
    this.below.push(audit.node.findChild("resource") as TerraformResource);
    this.lock = new ManagementLock(this, "lock", {
      name: props.lockName,
      scope: this.account.id,
      lockLevel: "CanNotDelete",
      notes: "Holds every Terraform state. Without it nothing that exists can be changed or removed safely.",
    });
  }

  /** A private container. */
  addContainer(name: string): StateContainer {
    return new StateContainer(this, name, this.account, (one) => this.lockAfter(one));
  }

  /** Azure refuses deletes below a lock: it comes last and goes first. */
  private lockAfter(one: TerraformResource): void {
    this.below.push(one);
    const inOrder = this.below.toSorted((a, b) => (a.node.path < b.node.path ? -1 : 1));
    this.lock.dependsOn = inOrder.map(dependable);
  }
}

/** One container of the state storage. */
export class StateContainer extends Construct {
  /** ARM id. */
  readonly id: string;

  constructor(
    scope: Construct,
    id: string,
    account: IResource,
    private readonly made: (one: TerraformResource) => void,
  ) {
    super(scope, id);
    const container = new StorageContainer(this, "resource", {
      name: id,
      storageAccountId: account.id,
      containerAccessType: "private",
    });
    this.id = container.id;
    made(container);
  }

  /** Gives a role on this container and no other. */
  grant(scope: Construct, id: string, props: Omit<AssignRoleProps, "target">): void {
    this.made(assignRole(scope, id, { ...props, target: this }));
  }
}
