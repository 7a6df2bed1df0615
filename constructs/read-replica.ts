import { PostgresqlFlexibleServer } from "@cdktf/provider-azurerm/lib/postgresql-flexible-server";
import { PostgresqlFlexibleServerVirtualEndpoint } from "@cdktf/provider-azurerm/lib/postgresql-flexible-server-virtual-endpoint";
import type { ITerraformDependable } from "cdktf";
import { Construct } from "constructs";
import { BadInput } from "../src/errors";
import { recordDecision } from "../src/synth/recorded";
import { leaveAlone } from "./left-alone";
import { encryptedOnly } from "./postgresql/encrypted-only";
import type { PostgresqlServerProps } from "./postgresql/server";
import type { IResource, ITenant } from "./references";
import type { ResourceProps } from "./resource-group";

/** Properties of {@link ReadReplica}; size, disk, version and retention are the primary's, which a switch of roles demands. */
export interface ReadReplicaProps extends ResourceProps {
  /** The server that it copies, of any region and group; both change their roles when people say so. */
  readonly primary: IResource;
  /** The primary's tenant: an Entra sign-in is not inherited. */
  readonly tenant: ITenant;
  /** The primary's major version, for example `17`. */
  readonly version: string;
  /** The primary's size, for example `GP_Standard_D2ds_v5`; never a burstable one. */
  readonly sku: string;
  /** The primary's disk at first, in GiB; it grows by itself before it is full. */
  readonly storageGb: number;
  /** Days that backups are kept, 7 to 35; none are taken before the roles are switched. */
  readonly backupDays: number;
  /** When Azure may update it, in UTC; Sunday is day 0. @default when Azure chooses */
  readonly maintenance?: PostgresqlServerProps["maintenance"];
  /**
   * Name of the virtual endpoint of both servers, 3 to 63 characters, unique in the world. A switch of roles needs it; its
   * host names have a label more than the servers' certificates cover, so that `verify-full` refuses them.
   */
  readonly virtualEndpointName: string;
  /** What the primary is still busy with, where both are made together. @default nothing */
  readonly ready?: readonly ITerraformDependable[];
}

/**
 * A copy of a PostgreSQL server, in any region, that people can make the primary: private, Entra sign-in only, without a
 * standby and without backups, neither of which a replica can have. Roles, databases and administrators come from the
 * primary. The virtual endpoint belongs to the primary and is made last: it, and then the replica, have to go before the
 * primary does, and before its major version is upgraded.
 *
 * After the roles were switched nothing here is drift: neither server is replaced, nor is the endpoint, which Azure then
 * answers for under the other server.
 *
 * @example
 * new ReadReplica(this, "replica", { group, name: "psql-orders-neu", primary: target, tenant, version: "17",
 *   sku: "GP_Standard_D2ds_v5", storageGb: 32, backupDays: 35, virtualEndpointName: "orders-database" });
 * @throws BadInput for a burstable size
 * @see https://learn.microsoft.com/azure/postgresql/read-replica/concepts-read-replicas
 * @see https://learn.microsoft.com/azure/postgresql/read-replica/concepts-read-replicas-promote
 */
export class ReadReplica extends Construct {
  readonly id: string;
  /** The server takes one change at a time; what changes it, or the primary, from outside waits for these. */
  readonly ready: readonly ITerraformDependable[];

  constructor(scope: Construct, id: string, props: ReadReplicaProps) {
    super(scope, id);
    const { group, primary, ready = [] } = props;
    if (props.sku.startsWith("B_")) throw burstable(props);
    const server = new PostgresqlFlexibleServer(this, "resource", {
      name: props.name,
      resourceGroupName: group.name,
      location: group.location,
      tags: { ...group.tags },
      createMode: "Replica",
      sourceServerId: primary.id,
      version: props.version,
      skuName: props.sku,
      storageMb: props.storageGb * 1024,
      autoGrowEnabled: true,
      backupRetentionDays: props.backupDays,
      geoRedundantBackupEnabled: false,
      publicNetworkAccessEnabled: false,
      authentication: { activeDirectoryAuthEnabled: true, passwordAuthEnabled: false, tenantId: props.tenant.tenantId },
      ...(props.maintenance && { maintenanceWindow: { ...props.maintenance } }),
      ...(ready.length > 0 && { dependsOn: [...ready] }),
    });
    leaveAlone(server);
    this.id = server.id;
    const endpoint = new PostgresqlFlexibleServerVirtualEndpoint(this, "endpoint", {
      name: props.virtualEndpointName,
      sourceServerId: primary.id,
      replicaServerId: server.id,
      type: "ReadWrite",
      dependsOn: [...encryptedOnly(this, server, [])],
      lifecycle: { ignoreChanges: ["source_server_id", "replica_server_id"] },
    });
    recordDecision(
      endpoint,
      "ignore_changes on source_server_id and replica_server_id",
      "after the roles are switched the provider looks for the servers in each other's resource group, and would make the endpoint again",
    );
    this.ready = [endpoint];
  }
}

function burstable({ name, sku }: ReadReplicaProps): BadInput {
  return new BadInput([
    {
      path: "sku",
      says: `the replica ${name} must be general purpose or memory optimized, as its primary must, got ${sku}`,
      fix: "Choose a size such as GP_Standard_D2ds_v5 for both.",
      control: "RES-04",
    },
  ]);
}
