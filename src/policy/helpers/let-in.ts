import type { PlanGraph } from "../../plan/graph";
import type { Resource } from "../../plan/resource";
import { gatewayPaths } from "../../reach/gateway";
import { openToInternet, type PortRange, type SecurityRule, securityRules, within } from "../../reach/nsg";
import type { RuleContext } from "../rule";

const ENTRY: readonly PortRange[] = [[443, 443]];
const MANAGEMENT: PortRange = [65200, 65535];
const REDIRECT: PortRange = [80, 80];

/** Where security rules stand, and which ports may be open there. */
interface Place {
  /** Continues "lets the Internet": `into azurerm_subnet.apps`. */
  readonly says: string;
  readonly ports: readonly PortRange[];
  /** Ports that may be open if it is a gateway's subnet, which is not known. */
  readonly perhaps: readonly PortRange[];
}

/** A place of which the plan does not show whose it is. */
export const ELSEWHERE: Place = { says: "in", ports: ENTRY, perhaps: [MANAGEMENT, REDIRECT] };

/** A subnet of apps. */
export function subnetOf(says: string): Place {
  return { says: `into ${says}`, ports: ENTRY, perhaps: [] };
}

/** The subnet of an application gateway: Azure manages it from outside, and port 80 may redirect. */
export function gatewaySubnet(graph: PlanGraph, says: string): Place {
  const paths = [...gatewayPaths(graph)];
  const serving = paths.some(({ kind, part }) => kind === "gateway-listener" && part.text("protocol") === "Http");
  const redirecting = paths.some(({ kind }) => kind === "gateway-redirect");
  const ports = [...ENTRY, MANAGEMENT, ...(redirecting && !serving ? [REDIRECT] : [])];
  return { says: `into ${says}`, ports, perhaps: [] };
}

/** The subnet of a gateway that is gone: nothing stands behind the ports that were its own. */
export function formerGatewaySubnet(says: string): Place {
  return { says: `into ${says}`, ports: [...ENTRY, MANAGEMENT, REDIRECT], perhaps: [] };
}

/** Judges the rules of one group at one place: nothing from the Internet but to the place's ports. */
export function judgeLetIn(context: RuleContext, rules: readonly SecurityRule[], place: Place): void {
  for (const { part, name, known, ports } of openToInternet(rules)) {
    const fits = (allowed: readonly PortRange[]) => ports.length > 0 && ports.every((range) => within(range, allowed));
    if (!known) context.unknown(part, "access");
    else if (fits(place.ports)) context.pass(part, "access");
    else if (fits([...place.ports, ...place.perhaps]))
      context.unknown(
        part,
        "access",
        "Whether it is of a gateway's subnet, where its ports may be open, is not known.",
      );
    else context.fail(part, "access", `The rule ${name} lets the Internet ${place.says}.`);
  }
}

/** Judges a group where it stands. */
export function judgeGroup(context: RuleContext, group: Resource, place: Place): void {
  if (group.isUnknown("security_rule")) context.unknown(group, "security_rule");
  judgeLetIn(context, securityRules(context.graph, group), place);
}
