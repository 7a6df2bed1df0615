import { evidenceStores } from "../../reach/evidence-stores";
import { privateAccess } from "../../reach/network";
import { neededSubResources, PAAS, PRIVATE_FROM_PILOT } from "../../reach/paas";
import { PUBLIC_SIDES } from "../../reach/public-sides";
import { judgePrivateRecords, judgeZoneLinks, NAMES } from "../helpers/private-records";
import { judgeUnread } from "../helpers/unread";
import { rule } from "../rule";

export const net04 = rule({
  control: "NET-04",
  title: "Platform services are reached through private endpoints, by their ordinary names",
  why: "A public side is an attack surface, and an endpoint whose name does not resolve is worked around.",
  fix: "Turn public access off; add a private endpoint, its zone group, and a link from the zone to the network.",
  severity: "high",
  since: "pilot",
  types: [...Object.keys(PAAS), ...Object.keys(PUBLIC_SIDES), "azurerm_private_endpoint", ...NAMES],
  needs: ["plan"],
  check(context) {
    judgePrivateRecords(context);
    judgeZoneLinks(context);
    const all = context.from("pre-production");
    for (const [type, paas] of Object.entries(PAAS)) {
      if (!all && !PRIVATE_FROM_PILOT.has(type)) continue;
      for (const one of context.resources(type)) {
        if (evidenceStores(context.graph).has(one)) {
          context.pass(one, "network_rules", "Azure Monitor exports logs to it, and it lets nobody else in.");
          continue;
        }
        const { path, off } = paas.publicSwitch;
        const injected = one.refs("delegated_subnet_id").length > 0;
        if (all && !injected)
          context.expect(
            one,
            path,
            (value) => value === off,
            () => `The ${paas.noun} is reachable from the Internet.`,
          );
        if (injected) context.pass(one, "delegated_subnet_id", "It stands in the network itself.");
        else
          for (const needed of neededSubResources(context.graph, one)) {
            const { name } = needed;
            const { state, says } = privateAccess(context.graph, one, needed);
            if (state === "private") context.pass(one, `private_endpoint.${name}`, `The ${paas.noun} ${says}.`);
            else if (state === "unknown") context.unknown(one, `private_endpoint.${name}`, says);
            else context.fail(one, `private_endpoint.${name}`, `The ${paas.noun} ${says}.`);
          }
      }
    }
    if (!all) return;
    for (const [type, { path, off, closedByDefault }] of Object.entries(PUBLIC_SIDES))
      for (const one of context.resources(type))
        context.expect(
          one,
          path,
          (value) => value === off || (closedByDefault === true && value === undefined),
          () => `The ${type} is reachable from the Internet.`,
        );
    judgeUnread(context, "publicSide");
  },
});
