import {
  APP,
  changed,
  DOMAIN,
  ENDPOINT,
  GATEWAY,
  GATEWAY_WAF,
  GROUP,
  guarded,
  inbound,
  linked,
  ORIGIN,
  PROFILE,
  ROUTE,
  SECURITY,
  WAF,
  withArguments,
} from "./edge-plans";
import { nearMisses } from "./said";

const gate = "scale" as const;
const second = "azurerm_cdn_frontdoor_endpoint.second";
const uncovered = "No security policy filters what it takes.";
const takes = "it takes requests from the Internet";

nearMisses("NET-05", {
  "one Front Door is the entry": { gate, resources: linked, pass: [ENDPOINT] },
  "a gateway that takes the requests of that Front Door only is its origin": {
    gate,
    resources: guarded,
    pass: [ENDPOINT, GATEWAY],
  },
  "a gateway that the Internet reaches too is a second entry": {
    gate,
    resources: withArguments(guarded, GROUP, { security_rule: [inbound("all", "*")] }),
    pass: [ENDPOINT],
    fail: {
      [GATEWAY]: `It is a second entry: ${takes}, and is reached on port 443 by more than Front Door: ${GROUP} lets * in.`,
    },
  },
  "a gateway that takes what every Front Door sends is a second entry": {
    gate,
    resources: withArguments(guarded, GATEWAY_WAF, { custom_rules: [] }),
    pass: [ENDPOINT],
    fail: {
      [GATEWAY]: `It is a second entry: ${takes}, and takes what every Front Door sends: ${GATEWAY_WAF} does not block other X-Azure-FDID headers.`,
    },
  },
  "a listener that only sends callers on is one as well": {
    gate,
    resources: changed(withArguments(guarded, GROUP, { security_rule: [inbound("all", "*")] }), {
      [GATEWAY]: {
        ...guarded[GATEWAY],
        http_listener: [{ name: "http", protocol: "Http", frontend_ip_configuration_name: "public" }],
        request_routing_rule: [{ http_listener_name: "http", redirect_configuration_name: "https" }],
        redirect_configuration: [{ name: "https", target_url: "https://shop.example" }],
      },
    }),
    pass: [ENDPOINT],
    fail: {
      [GATEWAY]: `It is a second entry: it sends callers on to HTTPS, and is reached on port 443 by more than Front Door: ${GROUP} lets * in.`,
    },
  },
  "whose requests a gateway takes is not known where the profile is not in the plan": {
    gate,
    resources: withArguments(guarded, ENDPOINT, { cdn_frontdoor_profile_id: "${var.profile}" }),
    pass: [ENDPOINT],
    unknown: { [GATEWAY]: `Whether it takes the requests of one Front Door only is not known: ${takes}.` },
  },
  "what decides about a gateway may not be known before apply": {
    gate,
    resources: withArguments(guarded, GATEWAY, { gateway_ip_configuration: { subnet_id: "${var.subnet}" } }),
    pass: [ENDPOINT],
    unknown: { [GATEWAY]: `It stands in a subnet that the plan does not show; ${takes}.` },
  },
  "a gateway alone is no entry of this stage": {
    gate,
    resources: changed(guarded, { [ENDPOINT]: undefined, [ROUTE]: undefined }),
    fail: { [GATEWAY]: `No Front Door stands before it: ${takes}.` },
  },
  "apps that neither leads to are reached by no entry": {
    gate,
    resources: changed(linked, { [ENDPOINT]: undefined, [ROUTE]: undefined }),
    fail: { [APP]: "No entry leads to the apps: nothing takes requests from the Internet for them." },
  },
  "a second Front Door is a second entry, whichever is written first": {
    gate,
    resources: { [second]: { name: "a" }, ...linked },
    pass: [ENDPOINT],
    fail: { [second]: `It is a second entry: ${takes}.` },
  },
  "one that is switched off is none": {
    gate,
    resources: changed(linked, { [second]: { name: "a", enabled: false } }),
    pass: [ENDPOINT],
  },
  "older fronts, and names that lead elsewhere, are beside it": {
    gate,
    resources: changed(linked, {
      "azurerm_cdn_endpoint.c": { name: "c" },
      "azurerm_frontdoor.f": { name: "f" },
      "azurerm_traffic_manager_external_endpoint.t": { name: "t", target: "shop.elsewhere.example" },
    }),
    pass: [ENDPOINT],
    fail: {
      "azurerm_cdn_endpoint.c": `It is a path beside the entry: ${takes}.`,
      "azurerm_frontdoor.f": `It is a path beside the entry: ${takes}.`,
      "azurerm_traffic_manager_external_endpoint.t":
        "It is a path beside the entry: it leads callers to where the plan does not show.",
    },
  },
  "an app that answers the Internet itself is beside it": {
    gate,
    resources: changed(linked, { "azurerm_container_app_environment.apps": { name: "cae-orders" } }),
    pass: [ENDPOINT],
    fail: { [APP]: "It is a path beside the entry: it takes requests from the Internet itself." },
  },
  "a gateway on a private address is no way in": {
    gate,
    resources: withArguments(guarded, GATEWAY, {
      frontend_ip_configuration: [{ name: "public", subnet_id: "${azurerm_subnet.gateway.id}" }],
    }),
    pass: [ENDPOINT],
  },
});

/** The Production that was admitted at Scale while nobody read what Front Door does. */
const admitted = changed(withArguments(guarded, GROUP, { security_rule: [inbound("all", "Internet")] }), {
  [GATEWAY_WAF]: { ...guarded[GATEWAY_WAF], custom_rules: [] },
  [PROFILE]: { name: "afd-orders", sku_name: "Standard_AzureFrontDoor" },
  [DOMAIN]: undefined,
  [ORIGIN]: undefined,
  [ROUTE]: undefined,
  [SECURITY]: undefined,
  [WAF]: undefined,
});

describe("a bare Front Door beside an open gateway", () => {
  nearMisses("NET-05", {
    "has two ways in": {
      gate,
      resources: admitted,
      pass: [ENDPOINT],
      fail: {
        [GATEWAY]: `It is a second entry: ${takes}, and is reached on port 443 by more than Front Door: ${GROUP} lets Internet in.`,
      },
    },
  });
  nearMisses("NET-07", {
    "filters nothing at the first": {
      gate,
      resources: admitted,
      pass: [GATEWAY, GATEWAY_WAF],
      fail: {
        [PROFILE]: "The profile is Standard_AzureFrontDoor: it has neither managed rules nor origins by private link.",
        [ENDPOINT]: uncovered,
      },
    },
  });
});
