import type { Part } from "../../plan/resource";
import { isInNetworks } from "../../reach/network";
import { isOpenList } from "../../reach/open-lists";
import type { RuleContext } from "../rule";

/** Azure's own resolver. @see https://learn.microsoft.com/azure/virtual-network/what-is-ip-address-168-63-129-16 */
const AZURE = "168.63.129.16";

function judge(context: RuleContext, part: Part, path: string, servers: readonly string[]): void {
  const outside = servers.find((one) => one !== AZURE && isInNetworks(context.graph, one) === false);
  const unclear = servers.some((one) => one !== AZURE && isInNetworks(context.graph, one) === undefined);
  if (outside !== undefined)
    context.fail(part, path, `It asks ${outside} for names, which is outside of the network.`, {
      fix: "Let Azure or a server of the network answer: a question for a name carries data out as well.",
    });
  else if (unclear || part.isUnknown(path) || isOpenList(part, path)) context.unknown(part, path);
  else if (servers.length > 0) context.pass(part, path);
}

/** Judges whom a firewall, and a resolver that passes questions on, ask for names. */
export function judgeAskedServers(context: RuleContext): void {
  for (const one of context.resources("azurerm_firewall")) judge(context, one, "dns_servers", one.texts("dns_servers"));
  for (const policy of context.resources("azurerm_firewall_policy"))
    for (const dns of policy.blocks("dns")) judge(context, dns, "servers", dns.texts("servers"));
  for (const rule of context.resources("azurerm_private_dns_resolver_forwarding_rule"))
    if (rule.value("enabled") !== false)
      for (const server of rule.blocks("target_dns_servers")) {
        const address = server.text("ip_address");
        if (address === undefined) context.unknown(server, "ip_address");
        else judge(context, server, "ip_address", [address]);
      }
}
