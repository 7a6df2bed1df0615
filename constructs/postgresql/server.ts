import { PostgresqlFlexibleServer } from "@cdktf/provider-azurerm/lib/postgresql-flexible-server";
import { PostgresqlFlexibleServerActiveDirectoryAdministrator } from "@cdktf/provider-azurerm/lib/postgresql-flexible-server-active-directory-administrator";
import { PostgresqlFlexibleServerDatabase } from "@cdktf/provider-azurerm/lib/postgresql-flexible-server-database";
import { PostgresqlFlexibleServerFirewallRule } from "@cdktf/provider-azurerm/lib/postgresql-flexible-server-firewall-rule";
import type { ITerraformDependable } from "cdktf";
import { Construct } from "constructs";
import { formatAddress, parseCidr } from "../../src/config/cidr";
import { BadInput } from "../../src/errors";
import type { Exposure, GeoBackup, Standby } from "../../src/stages/stances";
import { recordDecision } from "../../src/synth/recorded";
import { leaveAlone } from "../left-alone";
import type { IResource, ITenant } from "../references";
import type { IResourceGroup, ResourceProps } from "../resource-group";
import type { IIdentity } from "../role";
import { encryptedOnly } from "./encrypted-only";

/** Properties of {@link PostgresqlServer}. */
export interface PostgresqlServerProps extends ResourceProps {
  /** 3 to 63 characters, unique in the world. */
  readonly name: string;
  /** Name of the one database on it. */
  readonly database: string;
  /** The Entra tenant whose identities sign in. */
  readonly tenant: ITenant;
  /** Major version at first, for example `17`; an upgrade is made on the running server. */
  readonly version: string;
  /** For example `B_Standard_B1ms`. */
  readonly sku: string;
  /** Disk at first, in GiB; it grows by itself before it is full, and never shrinks. */
  readonly storageGb: number;
  /** Point-in-time restore window, 7 to 35. */
  readonly backupDays: number;
  /** `other-zone`: a second server in another availability zone takes over by itself, from the first day on; not for burstable sizes. */
  readonly standby: Standby;
  /** Where backups are kept beside the region; cannot be changed later. @default none: they stay in the region */
  readonly geoBackup?: GeoBackup;
  /** When Azure may update the server, in UTC; Sunday is day 0. @default when Azure chooses */
  readonly maintenance?: { readonly dayOfWeek: number; readonly startHour: number; readonly startMinute: number };
  /** Who reaches it: the ranges below, who still sign in, or private endpoints only. */
  readonly exposure: Exposure;
  /** Ranges that may reach the public side. @default Azure's own addresses, which an app without a network needs */
  readonly allowedRanges?: readonly string[];
  /** The identity of the bootstrap and migration jobs; the server's only administrator. */
  readonly administrator: IIdentity;
}

/**
 * A PostgreSQL flexible server with one database. Entra sign-in only: there is no administrator password to leak or to
 * rotate. SQL roles are made by the bootstrap job (`bootstrap-sql.ts`), because no Terraform resource makes them.
 *
 * @example
 * new PostgresqlServer(this, "database", { group, name: "psql-orders", database: "orders", tenant, version: "17",
 *   sku: "GP_Standard_D2ds_v5", storageGb: 32, backupDays: 35, standby: "other-zone", exposure: "private",
 *   administrator: migrator });
 * @throws BadInput for a standby of a burstable size
 * @see https://learn.microsoft.com/azure/postgresql/security/security-entra-concepts
 * @see https://learn.microsoft.com/azure/reliability/reliability-postgresql-flexible-server
 */
export class PostgresqlServer extends Construct {
  readonly id: string;
  /** The server takes one change at a time; what changes it from outside waits for these. */
  readonly ready: readonly ITerraformDependable[];

  constructor(scope: Construct, id: string, props: PostgresqlServerProps) {
    super(scope, id);
    const { group, administrator } = props;
    const standby = props.standby === "other-zone";
    if (standby && props.sku.startsWith("B_")) throw burstableStandby(props);
    const server = new PostgresqlFlexibleServer(this, "resource", {
      name: props.name,
      resourceGroupName: group.name,
      location: group.location,
      tags: { ...group.tags },
      version: props.version,
      skuName: props.sku,
      storageMb: props.storageGb * 1024,
      autoGrowEnabled: true,
      backupRetentionDays: props.backupDays,
      geoRedundantBackupEnabled: props.geoBackup === "paired-region",
      publicNetworkAccessEnabled: props.exposure === "public",
      authentication: { activeDirectoryAuthEnabled: true, passwordAuthEnabled: false, tenantId: props.tenant.tenantId },
      ...(props.maintenance && { maintenanceWindow: { ...props.maintenance } }),
      ...(standby && { highAvailability: { mode: "ZoneRedundant" } }),
    });
    leaveAlone(server);
    this.id = server.id;

    const admin = new PostgresqlFlexibleServerActiveDirectoryAdministrator(this, "administrator", {
      serverName: server.name,
      resourceGroupName: group.name,
      tenantId: props.tenant.tenantId,
      objectId: administrator.principalId,
      principalName: administrator.name,
      principalType: "ServicePrincipal",
    });
    const database = new PostgresqlFlexibleServerDatabase(this, "database", {
      serverId: server.id,
      name: props.database,
      charset: "UTF8",
      collation: "en_US.utf8",
      dependsOn: [admin],
    });
    leaveAlone(database);
    this.ready = encryptedOnly(this, server, [database]);
    if (props.exposure === "private") return;
    if (props.allowedRanges === undefined) this.allowAzureServices(server.id);
    for (const [index, text] of (props.allowedRanges ?? []).entries()) {
      const range = parseCidr(text);
      if (range)
        new PostgresqlFlexibleServerFirewallRule(this, `operators-${index + 1}`, {
          serverId: server.id,
          name: `operators-${index + 1}`,
          startIpAddress: formatAddress(range.first),
          endIpAddress: formatAddress(range.last),
        });
    }
  }

  private allowAzureServices(serverId: string): void {
    const rule = new PostgresqlFlexibleServerFirewallRule(this, "allow-azure-services", {
      serverId,
      name: "allow-azure-services",
      startIpAddress: "0.0.0.0",
      endIpAddress: "0.0.0.0",
    });
    recordDecision(
      rule,
      "0.0.0.0",
      "without a network of its own the app reaches the server from Azure's addresses; sign-in is Entra only and the data is synthetic",
    );
  }

  /** A server of another stack, by its name. */
  static reference(group: IResourceGroup, name: string): IResource {
    return { id: `${group.id}/providers/Microsoft.DBforPostgreSQL/flexibleServers/${name}` };
  }

  /** Host name of a server, which is also the name in its certificate. */
  static hostOf(name: string): string {
    return `${name}.postgres.database.azure.com`;
  }
}

function burstableStandby({ name, sku }: PostgresqlServerProps): BadInput {
  return new BadInput([
    {
      path: "standby",
      says: `the database server ${name} must be general purpose to have a standby, got ${sku}`,
      fix: "Choose a size such as GP_Standard_D2ds_v5.",
      control: "RES-01",
    },
  ]);
}
