import { PostgresqlFlexibleServerActiveDirectoryAdministrator } from "@cdktf/provider-azurerm/lib/postgresql-flexible-server-active-directory-administrator";
import type { ITerraformDependable } from "cdktf";
import { Construct } from "constructs";
import type { ITenant } from "../references";
import type { IResourceGroup } from "../resource-group";
import type { IIdentity } from "../role";

/** Properties of {@link DatabaseAdministrator}. */
export interface DatabaseAdministratorProps {
  /** The group that the server is in. */
  readonly group: IResourceGroup;
  /** Name of the server: a primary, because a replica takes its administrators from there. */
  readonly server: string;
  /** The server's tenant. */
  readonly tenant: ITenant;
  /** Who administers it, beside those who do already. */
  readonly identity: IIdentity;
}

/**
 * A further administrator of a PostgreSQL server of another stack.
 *
 * @example
 * new DatabaseAdministrator(this, "administrator", { group, server: "psql-orders", tenant, identity: migrator });
 * @see https://learn.microsoft.com/azure/postgresql/security/security-entra-concepts
 */
export class DatabaseAdministrator extends Construct {
  /** The server takes one change at a time; what changes it next waits for these. */
  readonly ready: readonly ITerraformDependable[];

  constructor(scope: Construct, id: string, { group, server, tenant, identity }: DatabaseAdministratorProps) {
    super(scope, id);
    const administrator = new PostgresqlFlexibleServerActiveDirectoryAdministrator(this, "resource", {
      serverName: server,
      resourceGroupName: group.name,
      tenantId: tenant.tenantId,
      objectId: identity.principalId,
      principalName: identity.name,
      principalType: "ServicePrincipal",
    });
    this.ready = [administrator];
  }
}
