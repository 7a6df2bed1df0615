import { ORIGIN } from "../../reach/front-door";
import { judgeGroupOf, judgeOrigin } from "../helpers/edge-origins";
import { rule } from "../rule";

/** Fronts of Azure's edge that know no private link: what they lead to takes requests from everybody. */
const WITHOUT_LINKS = [
  ["azurerm_cdn_endpoint", "origin"],
  ["azurerm_frontdoor", "backend_pool"],
] as const;

export const net12 = rule({
  control: "NET-12",
  title: "Every origin of the entry is a private link to an environment whose public side is off",
  why: "An origin that answers the Internet is reached around the entry and its filter.",
  fix: "Lead the entry to each region's environment by private link, and switch the public side of the environment off.",
  severity: "high",
  since: "scale",
  types: [
    "azurerm_application_gateway",
    ...WITHOUT_LINKS.map(([type]) => type),
    ORIGIN,
    "azurerm_cdn_frontdoor_route",
    "azurerm_cdn_frontdoor_rule",
    "azurerm_container_app_environment",
    "azurerm_network_security_group",
    "azurerm_web_application_firewall_policy",
  ],
  needs: ["plan"],
  // Without an edge there is no origin; that an entry is demanded is NET-05's.
  check(context) {
    for (const one of context.resources(ORIGIN)) judgeOrigin(context, one);
    for (const one of context.resources("azurerm_cdn_frontdoor_route")) judgeGroupOf(context, one);
    for (const one of context.resources("azurerm_cdn_frontdoor_rule"))
      for (const actions of one.blocks("actions"))
        for (const override of actions.blocks("route_configuration_override_action")) judgeGroupOf(context, override);
    for (const [type, path] of WITHOUT_LINKS)
      for (const one of context.resources(type))
        context.fail(one, path, "What it leads to is no private link: only Front Door Premium has them.");
  },
});
