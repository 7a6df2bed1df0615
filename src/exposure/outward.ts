import type { PlanGraph } from "../plan/graph";
import type { Resource } from "../plan/resource";
import { isAnyone, securityRules } from "../reach/nsg";
import { NOT_KNOWN, sorted } from "./values";

/**
 * What a security group does to traffic that leaves: nothing as long as no rule denies the Internet, else what it still
 * lets out. Empty when it stops nothing.
 */
export function outwardBy(graph: PlanGraph, group: Resource): string[] {
  if (group.isUnknown("security_rule")) return [`what ${group.address} stops is ${NOT_KNOWN}`];
  const allowed: string[] = [];
  for (const rule of securityRules(graph, group)) {
    if (!rule.known) return [`what ${group.address} stops is ${NOT_KNOWN}`];
    if (rule.direction !== "Outbound") continue;
    const anywhere = rule.destinations.some(isAnyone);
    const everything = rule.protocol === "*" && rule.ports.some(([from, to]) => from === 0 && to === 65535);
    if (rule.access === "Deny" && anywhere && everything && rule.sources.some(isAnyone)) {
      const but = sorted(allowed);
      return [`${group.address} stops everything${but.length > 0 ? ` but ${but.join(", ")}` : ""}`];
    }
    if (rule.access === "Deny") continue;
    if (anywhere && everything) return [];
    const ports = rule.ports.map(([from, to]) => (from === to ? `${from}` : `${from}-${to}`)).join(", ");
    allowed.push(`${rule.destinations.join(", ")} on ${ports === "0-65535" ? "any port" : ports}`);
  }
  return [];
}
