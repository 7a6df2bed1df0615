import { describe } from "../../plan/reference";
import type { RuleContext } from "../rule";
import { judgeExternal, PLACES, standingOf } from "./externals";

/**
 * Judges private endpoints by alias: such a service is somebody else's, and what goes there passes no firewall. A
 * declared external names who is meant; ids are REC-01's.
 *
 * @see https://learn.microsoft.com/azure/private-link/private-link-service-overview#alias
 */
export function judgeLinksOut(context: RuleContext): void {
  for (const endpoint of context.resources("azurerm_private_endpoint"))
    for (const connection of endpoint.blocks("private_service_connection")) {
      const path = "private_connection_resource_alias";
      for (const reference of connection.refs(path))
        if (reference.kind === "outside")
          context.fail(
            connection,
            path,
            `It leads to ${describe(reference)}, which is somebody else's, past the firewall.`,
            {
              fix: "Reach it through the firewall by its name, or declare it as an external.",
            },
          );
        else if (reference.kind === "external")
          judgeExternal(context, connection, path, standingOf(context, reference.variable, PLACES));
        else if (reference.kind === "unknown") context.unknown(connection, path);
        else context.pass(connection, path);
    }
}
