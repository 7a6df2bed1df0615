import { typesWith } from "../../azure";
import { append } from "../../plan/multimap";
import type { Resource } from "../../plan/resource";
import { type RuleContext, rule } from "../rule";

const HOLDERS = typesWith("publicAddresses").flatMap(([type, paths]) => paths.map((path) => [type, path] as const));
const ALLOWED = new Set(["azurerm_application_gateway", "azurerm_firewall", "azurerm_virtual_network_gateway"]);

/** Ways out of a cluster for which Azure makes no address. */
const WITHOUT_ADDRESS = new Set<unknown>(["none", "userAssignedNATGateway", "userDefinedRouting"]);

/** A cluster leaves from addresses that Azure makes beside the plan, unless it is told otherwise. */
function judgeClusters(context: RuleContext): void {
  for (const one of context.resources("azurerm_kubernetes_cluster"))
    context.expect(
      one,
      "network_profile.outbound_type",
      (value) => WITHOUT_ADDRESS.has(value),
      (value) => `Azure gives it public addresses to leave from: outbound_type is ${value ?? "loadBalancer"}.`,
    );
}

export const net06 = rule({
  control: "NET-06",
  title: "Every public address belongs to the gateway, the VPN or the firewall",
  why: "An address elsewhere, on a machine's network card above all, goes around everything that filters.",
  fix: "Remove the address, or give it to the gateway, the VPN or the firewall.",
  severity: "high",
  since: "pre-production",
  types: ["azurerm_public_ip", "azurerm_public_ip_prefix", ...new Set(HOLDERS.map(([type]) => type))],
  needs: ["plan"],
  check(context) {
    const holders = new Map<Resource, Resource[]>();
    let open = false;
    for (const [type, path] of HOLDERS)
      for (const one of context.resources(type))
        for (const reference of one.refs(path)) {
          if (reference.kind === "unknown") open = true;
          if (reference.kind === "resource") append(holders, reference.resource, one);
        }
    const ofRanges = context.graph.by("azurerm_public_ip", "public_ip_prefix_id");
    for (const range of context.resources("azurerm_public_ip_prefix")) {
      const of = holders.get(range) ?? [];
      for (const { address } of of) context.fail(range, "name", `Addresses of the range belong to ${address}.`);
      if (of.length > 0) continue;
      if (ofRanges.has(range)) context.pass(range, "name", "Whose its addresses are is judged one by one.");
      else if (open) context.unknown(range, "name", "Whose addresses these are is not known before apply.");
      else context.fail(range, "name", "The addresses belong to nothing.");
    }
    judgeClusters(context);
    for (const address of context.resources("azurerm_public_ip")) {
      const of = holders.get(address) ?? [];
      const wrong = of.filter((one) => !ALLOWED.has(one.type)).map((one) => one.address);
      if (wrong.length > 0) context.fail(address, "name", `The address belongs to ${wrong.join(", ")}.`);
      else if (of.length > 0) context.pass(address, "name");
      else if (open) context.unknown(address, "name", "Whose address it is, is not known before apply.");
      else context.fail(address, "name", "The address belongs to nothing.");
    }
  },
});
