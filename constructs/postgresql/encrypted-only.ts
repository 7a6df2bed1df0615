import { PostgresqlFlexibleServerConfiguration } from "@cdktf/provider-azurerm/lib/postgresql-flexible-server-configuration";
import type { ITerraformDependable } from "cdktf";
import type { Construct } from "constructs";
import type { IResource } from "../references";

/**
 * Lets a server take connections by TLS 1.2 and later only; what comes after the result finds the server idle. One after the
 * other, because a server takes one change at a time.
 */
export function encryptedOnly(
  scope: Construct,
  server: IResource,
  after: readonly ITerraformDependable[],
): readonly ITerraformDependable[] {
  const transport = new PostgresqlFlexibleServerConfiguration(scope, "secure-transport", {
    serverId: server.id,
    name: "require_secure_transport",
    value: "on",
    dependsOn: [...after],
  });
  const tls = new PostgresqlFlexibleServerConfiguration(scope, "tls-version", {
    serverId: server.id,
    name: "ssl_min_protocol_version",
    value: "TLSv1.2",
    dependsOn: [transport],
  });
  return [tls];
}
