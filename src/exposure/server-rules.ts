import { formatAddress, parseCidr } from "../config/cidr";
import type { Part, Resource } from "../plan/resource";
import { ownRules, rulesOfUnknownServers } from "../reach/server-rules";
import { EVERYBODY, NOT_KNOWN, targetsAt, textAt } from "./values";

/** A range of addresses as a person writes it. */
function range(rule: Part): string {
  const start = textAt(rule, "start_ip_address") ?? textAt(rule, "start_ip") ?? NOT_KNOWN;
  const end = textAt(rule, "end_ip_address") ?? textAt(rule, "end_ip") ?? NOT_KNOWN;
  if (start === "0.0.0.0" && end === "0.0.0.0") return "every Azure customer";
  if (start === "0.0.0.0" && end === "255.255.255.255") return EVERYBODY;
  if (start === end) return start;
  const [from, to] = [parseCidr(start), parseCidr(end)];
  if (from && to) {
    const prefix = 32 - Math.log2(to.last - from.first + 1);
    const whole = Number.isInteger(prefix) ? parseCidr(`${formatAddress(from.first)}/${prefix}`) : undefined;
    if (whole) return `${start}/${prefix}`;
  }
  return `${start} to ${end}`;
}

/** Whom the firewall rules of a database server let in; without any it lets in nobody. */
export function serverRules(server: Resource): string[] {
  const subnets = server.graph.by("azurerm_mssql_virtual_network_rule", "server_id").get(server) ?? [];
  return [
    ...ownRules(server).map(range),
    ...subnets.flatMap((one) => targetsAt(one, "subnet_id")),
    ...rulesOfUnknownServers(server).map((one) => `perhaps ${range(one)}`),
  ];
}
