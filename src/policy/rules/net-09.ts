import { overlaps, parseCidr } from "../../config/cidr";
import type { Resource } from "../graph/resource";
import { type RuleContext, rule } from "../rule";

/** A plan without its configuration shows the value, not where it comes from. */
function shownWithoutSource(gateway: Resource): boolean {
  return gateway.stack.basis === "plan" && gateway.written.expressions === undefined;
}

function judgePool(context: RuleContext, gateway: Resource, pools: readonly string[]): void {
  const networks = context.resources("azurerm_virtual_network").flatMap((one) => one.texts("address_space"));
  const path = "vpn_client_configuration.address_space";
  const clash = pools.find((pool) =>
    networks.some((network) => {
      const [a, b] = [parseCidr(pool), parseCidr(network)];
      return a !== undefined && b !== undefined && overlaps(a, b);
    }),
  );
  if (clash) context.fail(gateway, path, `The client pool ${clash} overlaps the network.`);
  else context.pass(gateway, path);
}

export const net09 = rule({
  control: "NET-09",
  title: "The VPN speaks OpenVPN, knows people by Entra, and resolves private names",
  why: "A shared certificate cannot be taken from the one person who leaves.",
  fix: "Use OpenVPN with AAD only, an audience of your own as an external, and a client pool outside the network.",
  severity: "high",
  since: "pre-production",
  types: [
    "azurerm_virtual_network_gateway",
    "azurerm_virtual_network",
    "azurerm_private_dns_resolver_inbound_endpoint",
  ],
  needs: ["plan"],
  check(context) {
    for (const gateway of context.resources("azurerm_virtual_network_gateway"))
      for (const client of gateway.blocks("vpn_client_configuration")) {
        const only = (path: string, wanted: string) => {
          const found = client.texts(path);
          if (client.isUnknown(path)) context.unknown(client, path);
          else if (found.length === 1 && found[0] === wanted) context.pass(client, path);
          else context.fail(client, path, `It allows ${found.join(", ") || "the default"} instead of ${wanted} only.`);
        };
        only("vpn_client_protocols", "OpenVPN");
        only("vpn_auth_types", "AAD");
        const [audience] = client.refs("aad_audience");
        if (audience?.kind === "external") context.pass(client, "aad_audience");
        else if (audience?.kind === "unknown" || shownWithoutSource(gateway)) context.unknown(client, "aad_audience");
        else context.fail(client, "aad_audience", "The audience is not a declared external.");
        judgePool(context, gateway, client.texts("address_space"));
        const resolvers = context.resources("azurerm_private_dns_resolver_inbound_endpoint");
        if (resolvers.length > 0) context.pass(client, "dns");
        else context.fail(client, "dns", "Nothing in the network resolves private names for the clients.");
      }
  },
});
