import { UNKNOWN } from "../../plan/reference";
import type { Part, Resource } from "../../plan/resource";
import { listenersToJudge, onlyRedirects } from "../../reach/gateway";
import { target } from "../../reach/network";
import { EDGE, judgeEdge } from "../helpers/edge-entry";
import { judgeTls } from "../helpers/gateway-tls";
import { judgeRedirects } from "../helpers/redirects";
import { judgeFilter } from "../helpers/web-filter";
import { type RuleContext, rule } from "../rule";

const POLICY = "azurerm_web_application_firewall_policy";
/** Filters of Azure's edge: below Scale it is no entry, and NET-05 fails it. */
const EDGE_POLICIES = ["azurerm_cdn_frontdoor_firewall_policy", "azurerm_frontdoor_firewall_policy"];
const PATH = "firewall_policy_id";

/** Parts of a gateway that may have a filter of their own instead of the gateway's. */
function ownFilters(gateway: Resource): Part[] {
  const rules = gateway.blocks("url_path_map").flatMap((one) => one.blocks("path_rule"));
  return [...listenersToJudge(gateway), ...rules].filter((one) => one.refs(PATH).length > 0);
}

/** Judges whether there is a filter wherever requests enter. */
function demandFilters(context: RuleContext, gateway: Resource): void {
  for (const part of [gateway, ...ownFilters(gateway)]) {
    const [reference] = part.refs(PATH);
    const policy = target(reference, POLICY);
    const whose = part === gateway ? "The gateway" : "It";
    if (policy?.mode === "data") judgeFilter(context, policy);
    else if (policy) continue;
    else if (reference?.kind === "unknown") context.unknown(part, PATH);
    else context.fail(part, PATH, `${whose} has no firewall policy of this environment.`);
  }
}

/** What the gateway sends on, it sends as secretly as it took it. */
function judgeBackends(context: RuleContext, gateway: Resource): void {
  for (const settings of gateway.blocks("backend_http_settings")) {
    const protocol = settings.value("protocol");
    if (protocol === UNKNOWN) context.unknown(settings, "protocol");
    else if (protocol === "Http")
      context.fail(settings, "protocol", "The gateway passes requests on in plain HTTP.", {
        fix: "Speak Https to what the gateway leads to.",
      });
    else context.pass(settings, "protocol");
  }
}

function judgeMode(context: RuleContext, policy: Resource): void {
  context.expect(
    policy,
    "mode",
    (value) => value === "Prevention",
    (value) => `The firewall policy is in ${value ?? "no mode"}.`,
  );
}

export const net07 = rule({
  control: "NET-07",
  title: "The entry filters: a WAF in Prevention mode with current rules and bot rules, a modern TLS policy",
  why: "The one door is where the attacks arrive; a filter that only watches lets them through.",
  fix: "Attach a policy in Prevention mode with Microsoft_DefaultRuleSet and Microsoft_BotManagerRuleSet.",
  severity: "high",
  since: "pre-production",
  types: ["azurerm_application_gateway", POLICY, ...EDGE, ...EDGE_POLICIES],
  needs: ["plan"],
  check(context) {
    for (const policy of context.resources(POLICY)) judgeFilter(context, policy);
    if (context.from("scale")) judgeEdge(context);
    else for (const policy of context.resources(...EDGE_POLICIES)) judgeMode(context, policy);
    for (const gateway of context.resources("azurerm_application_gateway")) {
      context.expect(
        gateway,
        "sku.tier",
        (value) => value === "WAF_v2",
        (value) => `The gateway's tier is ${value}.`,
      );
      demandFilters(context, gateway);
      judgeTls(context, gateway);
      judgeBackends(context, gateway);
      judgeRedirects(context, gateway);
      for (const listener of listenersToJudge(gateway))
        if (listener.value("protocol") === "Https" || onlyRedirects(gateway, listener.text("name") ?? ""))
          context.pass(listener, "protocol");
        else context.fail(listener, "protocol", "The HTTP listener does more than redirect to HTTPS.");
    }
  },
});
