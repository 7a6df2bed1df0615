import type { JsonObject } from "../../../src/plan/json";
import {
  changed,
  ENVIRONMENT,
  GATEWAY,
  GATEWAY_WAF,
  GROUP,
  guarded,
  inbound,
  linked,
  ORIGIN,
  ownFrontDoorOnly,
  PROFILE,
  ROUTE,
  withArguments,
} from "./edge-plans";
import { nearMisses } from "./said";

const gate = "scale" as const;
const link = (more: JsonObject) =>
  withArguments(linked, ORIGIN, { private_link: { ...(linked[ORIGIN]?.["private_link"] as JsonObject), ...more } });
const rules = (...custom_rules: JsonObject[]) => withArguments(guarded, GATEWAY_WAF, { custom_rules });
const group = (...security_rule: JsonObject[]) => withArguments(guarded, GROUP, { security_rule });
const leads = (says: string) => `It leads to ${GATEWAY}, which ${says}.`;
const more = (port: number, who: string) =>
  leads(`is reached on port ${port} by more than Front Door: ${GROUP} lets ${who} in`);
const every = leads(`takes what every Front Door sends: ${GATEWAY_WAF} does not block other X-Azure-FDID headers`);
const whose = leads("takes what one Front Door sends, and whether it is this one is not known before apply");
const anyCertificate = "The edge takes any certificate for the origin's: whoever answers in its place is believed.";
const open = `It leads to ${ENVIRONMENT}, whose public side is on: it is reached around the edge.`;

nearMisses("NET-12", {
  "an origin by private link to an environment whose public side is off holds": {
    gate,
    resources: linked,
    pass: [ORIGIN, ROUTE],
  },
  "an internal environment has no public side": {
    gate,
    resources: withArguments(linked, ENVIRONMENT, { public_network_access: undefined as never }),
    pass: [ORIGIN, ROUTE],
  },
  "an environment whose public side is on is reached around the edge": {
    gate,
    resources: withArguments(linked, ENVIRONMENT, {
      internal_load_balancer_enabled: false,
      public_network_access: "Enabled",
    }),
    pass: [ROUTE],
    fail: { [ORIGIN]: open },
  },
  "an environment that says nothing of its public side has one": {
    gate,
    resources: changed(linked, { [ENVIRONMENT]: { name: "cae-orders" } }),
    pass: [ROUTE],
    fail: { [ORIGIN]: open },
  },
  "a public side that a variable decides is unknown": {
    gate,
    resources: changed(linked, { [ENVIRONMENT]: { name: "cae", public_network_access: "${var.access}" } }),
    pass: [ROUTE],
    unknown: { [ORIGIN]: `Whether the public side of ${ENVIRONMENT} is off is not known before apply.` },
  },
  "an environment that is not in the plan is unknown": {
    gate,
    resources: link({ private_link_target_id: "${var.environment_id}" }),
    pass: [ROUTE],
    unknown: {
      [ORIGIN]: "It leads to an environment that the plan does not have, whose public side may be on.",
    },
  },
  "an origin that is switched off is judged: a failover switches it on": {
    gate,
    resources: withArguments(linked, ORIGIN, {
      enabled: false,
      private_link: undefined as never,
      host_name: "b.example",
    }),
    pass: [ROUTE],
    fail: { [ORIGIN]: "It leads to b.example over the Internet, where everybody else gets too." },
  },
  "without the check of its certificate anybody may answer as the origin": {
    gate,
    resources: withArguments(linked, ORIGIN, { certificate_name_check_enabled: false }),
    pass: [ROUTE],
    fail: { [ORIGIN]: anyCertificate },
  },
  ...Object.fromEntries(
    (
      [
        ["a web app", { target_type: "sites", private_link_target_id: "${azurerm_linux_web_app.w.id}" }, "sites"],
        [
          "a storage account",
          { target_type: "blob", private_link_target_id: "${azurerm_storage_account.s.id}" },
          "blob",
        ],
        [
          "a private link service",
          { target_type: undefined, private_link_target_id: "${azurerm_private_link_service.s.id}" },
          "a private link service",
        ],
        [
          "something else under the type of an environment",
          { private_link_target_id: `\${${PROFILE}.id}` },
          "managedEnvironments",
        ],
      ] as const
    ).map(([title, to, said]) => [
      `a private link to ${title} is none to a container environment`,
      {
        gate,
        resources: changed(link(to as never), {
          "azurerm_linux_web_app.w": { name: "w" },
          "azurerm_private_link_service.s": { name: "s" },
          "azurerm_storage_account.s": { name: "s" },
        }),
        pass: [ROUTE],
        fail: { [ORIGIN]: `It leads to ${said}, which is no container environment of this plan.` },
      },
    ]),
  ),
  "a host on the Internet is reached by everybody": {
    gate,
    resources: withArguments(linked, ORIGIN, { private_link: undefined as never, host_name: "shop.azurewebsites.net" }),
    pass: [ROUTE],
    fail: { [ORIGIN]: "It leads to shop.azurewebsites.net over the Internet, where everybody else gets too." },
  },
  "a host that a variable names is unknown": {
    gate,
    resources: withArguments(linked, ORIGIN, { private_link: undefined as never, host_name: "${var.host}" }),
    pass: [ROUTE],
    unknown: { [ORIGIN]: "Where it leads is not known before apply, and it is no private link." },
  },
  "a route to an origin group that the plan does not have, or that is empty, is unknown": {
    gate,
    resources: changed(linked, {
      [ORIGIN]: undefined,
      "azurerm_cdn_frontdoor_route.elsewhere": { ...linked[ROUTE], cdn_frontdoor_origin_group_id: "${var.group}" },
    }),
    unknown: {
      [ROUTE]: "It leads to azurerm_cdn_frontdoor_origin_group.web, of which the plan has no origin.",
      "azurerm_cdn_frontdoor_route.elsewhere": "It leads to an origin group that the plan does not have.",
    },
  },
  "a rule that leads elsewhere than its route is asked where": {
    gate,
    resources: changed(linked, {
      "azurerm_cdn_frontdoor_rule.beta": {
        name: "beta",
        actions: { route_configuration_override_action: { cdn_frontdoor_origin_group_id: "${var.beta}" } },
      },
    }),
    pass: [ORIGIN, ROUTE],
    unknown: { "azurerm_cdn_frontdoor_rule.beta": "It leads to an origin group that the plan does not have." },
  },
  "older fronts have no private links": {
    gate,
    resources: { "azurerm_frontdoor.f": { name: "f" }, "azurerm_cdn_endpoint.c": { name: "c" } },
    fail: {
      "azurerm_frontdoor.f": "What it leads to is no private link: only Front Door Premium has them.",
      "azurerm_cdn_endpoint.c": "What it leads to is no private link: only Front Door Premium has them.",
    },
  },
  "without an edge there is no origin": { gate, resources: { "azurerm_container_app.web": { name: "web" } } },
});

nearMisses("NET-12", {
  "a gateway that takes the requests of this Front Door only holds": {
    gate,
    resources: guarded,
    pass: [ORIGIN, ROUTE],
  },
  "a gateway is known by the name that it answers to": {
    gate,
    resources: withArguments(guarded, ORIGIN, { host_name: "shop.example" }),
    pass: [ORIGIN, ROUTE],
  },
  "who is in its network may reach it, and Azure's own management ports": {
    gate,
    resources: group(
      inbound("front-door", "AzureFrontDoor.Backend"),
      inbound("inside", "VirtualNetwork"),
      inbound("management", "GatewayManager", { destination_port_ranges: ["65200-65535"] }),
    ),
    pass: [ORIGIN, ROUTE],
  },
  "a gateway that the Internet reaches is reached around the edge": {
    gate,
    resources: group(inbound("all", "Internet")),
    pass: [ROUTE],
    fail: { [ORIGIN]: more(443, "Internet") },
  },
  "on port 80 too": {
    gate,
    resources: group(
      inbound("front-door", "AzureFrontDoor.Backend", { destination_port_ranges: ["443"] }),
      inbound("http", "*", { priority: 110, destination_port_ranges: ["80"] }),
    ),
    pass: [ROUTE],
    fail: { [ORIGIN]: more(80, "*") },
  },
  "an office beside Front Door goes around its filter": {
    gate,
    resources: group(
      inbound("front-door", "AzureFrontDoor.Backend"),
      inbound("office", "203.0.113.0/24", { priority: 110 }),
    ),
    pass: [ROUTE],
    fail: { [ORIGIN]: more(443, "203.0.113.0/24") },
  },
  "the tag of what Front Door answers callers from is another one": {
    gate,
    resources: group(inbound("front-door", "AzureFrontDoor.Frontend")),
    pass: [ROUTE],
    fail: { [ORIGIN]: more(443, "AzureFrontDoor.Frontend") },
  },
  "a source that a variable decides is unknown": {
    gate,
    resources: group(inbound("some", "${var.source}")),
    pass: [ROUTE],
    unknown: {
      [ORIGIN]: leads(`may be reached by more than Front Door: what ${GROUP} lets in is not known before apply`),
    },
  },
  "a subnet without a security group lets everybody in": {
    gate,
    resources: changed(guarded, { "azurerm_subnet_network_security_group_association.gateway": undefined }),
    pass: [ROUTE],
    fail: { [ORIGIN]: leads("stands in azurerm_subnet.gateway, which has no security group") },
  },
  "a subnet that the plan does not show is unknown": {
    gate,
    resources: withArguments(guarded, GATEWAY, {
      gateway_ip_configuration: { name: "gateway", subnet_id: "${var.subnet}" },
    }),
    pass: [ROUTE],
    unknown: { [ORIGIN]: leads("stands in a subnet that the plan does not show") },
  },
  "the addresses alone are every customer's: the id of the profile must be asked for": {
    gate,
    resources: rules(),
    pass: [ROUTE],
    fail: { [ORIGIN]: every },
  },
  ...Object.fromEntries(
    Object.entries<JsonObject>({
      "that lets what bears the id past": ownFrontDoorOnly({}, { action: "Log" }),
      "that is switched off": ownFrontDoorOnly({}, { enabled: false }),
      "that blocks this Front Door and takes the others": ownFrontDoorOnly({ negation_condition: false }),
      "about another header": ownFrontDoorOnly({
        match_variables: [{ variable_name: "RequestHeaders", selector: "X-Forwarded-Host" }],
      }),
      "that looks into the header for a part of the id": ownFrontDoorOnly({ operator: "Contains" }),
      "that takes a second profile's id too": ownFrontDoorOnly({
        match_values: [`\${${PROFILE}.resource_guid}`, "${azurerm_cdn_frontdoor_profile.other.resource_guid}"],
      }),
      "about the name of the profile": ownFrontDoorOnly({ match_values: [`\${${PROFILE}.name}`] }),
      "with a second condition": {
        ...ownFrontDoorOnly(),
        match_conditions: [
          ownFrontDoorOnly()["match_conditions"] as JsonObject,
          { match_variables: [{ variable_name: "RequestUri" }], operator: "BeginsWith", match_values: ["/admin"] },
        ],
      },
    }).map(([title, one]) => [
      `a rule ${title} does not keep other Front Doors out`,
      {
        gate,
        resources: changed(rules(one), { "azurerm_cdn_frontdoor_profile.other": { name: "other" } }),
        pass: [ROUTE],
        fail: { [ORIGIN]: every },
      },
    ]),
  ),
  "what an earlier rule allows is not asked for the id": {
    gate,
    resources: rules(
      ownFrontDoorOnly(),
      ownFrontDoorOnly(
        { operator: "BeginsWith", negation_condition: false },
        { name: "health", priority: 1, action: "Allow" },
      ),
    ),
    pass: [ROUTE],
    fail: {
      [ORIGIN]: leads(`takes what the rule health of ${GATEWAY_WAF} allows before the header is looked at`),
    },
  },
  "what a later rule allows was asked": {
    gate,
    resources: rules(ownFrontDoorOnly(), ownFrontDoorOnly({}, { name: "office", priority: 9, action: "Allow" })),
    pass: [ORIGIN, ROUTE],
  },
  "an id that is written out may be anybody's, until the profile has one": {
    gate,
    resources: rules(ownFrontDoorOnly({ match_values: ["11111111-2222-3333-4444-555555555555"] })),
    pass: [ROUTE],
    unknown: { [ORIGIN]: whose },
  },
  "then it is this one's or another's": {
    gate,
    resources: changed(rules(ownFrontDoorOnly({ match_values: ["11111111-2222-3333-4444-555555555555"] })), {
      [PROFILE]: { ...guarded[PROFILE], resource_guid: "11111111-2222-3333-4444-555555555555" },
    }),
    pass: [ORIGIN, ROUTE],
  },
  "and another's is another's": {
    gate,
    resources: changed(rules(ownFrontDoorOnly({ match_values: ["11111111-2222-3333-4444-555555555555"] })), {
      [PROFILE]: { ...guarded[PROFILE], resource_guid: "99999999-2222-3333-4444-555555555555" },
    }),
    pass: [ROUTE],
    fail: { [ORIGIN]: every },
  },
  "an id that a variable holds may be anybody's": {
    gate,
    resources: rules(ownFrontDoorOnly({ match_values: ["${var.front_door_id}"] })),
    pass: [ROUTE],
    unknown: { [ORIGIN]: whose },
  },
  "a filter that only watches keeps nobody out": {
    gate,
    resources: withArguments(guarded, GATEWAY_WAF, { policy_settings: { enabled: true, mode: "Detection" } }),
    pass: [ROUTE],
    fail: { [ORIGIN]: leads(`is filtered by ${GATEWAY_WAF}, which blocks nothing`) },
  },
  "a gateway without a filter takes what every Front Door sends": {
    gate,
    resources: withArguments(guarded, GATEWAY, { firewall_policy_id: undefined as never }),
    pass: [ROUTE],
    fail: { [ORIGIN]: leads("has no firewall policy, and takes what every Front Door sends") },
  },
  "a path with a filter of its own asks for the id too": {
    gate,
    resources: changed(
      withArguments(guarded, GATEWAY, {
        url_path_map: [
          {
            name: "paths",
            path_rule: [{ name: "api", firewall_policy_id: "${azurerm_web_application_firewall_policy.api.id}" }],
          },
        ],
      }),
      { "azurerm_web_application_firewall_policy.api": { ...guarded[GATEWAY_WAF], custom_rules: [] } },
    ),
    pass: [ROUTE],
    fail: {
      [ORIGIN]: leads(
        "takes what every Front Door sends: azurerm_web_application_firewall_policy.api does not block other X-Azure-FDID headers",
      ),
    },
  },
});

nearMisses("NET-08", {
  "by private link the name of an origin is no place that requests leave for": {
    gate,
    resources: linked,
    pass: [ORIGIN],
  },
  "without one it is": {
    gate,
    resources: withArguments(linked, ORIGIN, { private_link: undefined as never, host_name: "shop.elsewhere.example" }),
    fail: { [ORIGIN]: "It leads callers to shop.elsewhere.example, past the firewall." },
  },
});
