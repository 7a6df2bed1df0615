import { publicEndpoints } from "../../src/exposure/endpoints";
import { small } from "../exposure/small";
import { type Resources, stackJson } from "../policy/near-miss";

const endpoints = (resources: Resources) => publicEndpoints([{ name: "platform", json: stackJson(resources) }]);
const app = (ingress: boolean) => ({
  name: "ca-web",
  container_app_environment_id: "${azurerm_container_app_environment.e.id}",
  ingress: { external_enabled: ingress },
});
const environment = (internal: boolean | string) => ({ name: "cae", internal_load_balancer_enabled: internal });

describe("what the Internet reaches", () => {
  test.each<[string, Resources, string[]]>([
    ["nothing of an empty stack", {}, []],
    [
      "an app by its name",
      { "azurerm_container_app_environment.e": environment(false), "azurerm_container_app.app-web": app(true) },
      ["web"],
    ],
    [
      "no app of an environment of which nothing is on the Internet, and none without external ingress",
      {
        "azurerm_container_app_environment.e": environment(true),
        "azurerm_container_app.app-web": app(true),
        "azurerm_container_app.app-api": app(false),
      },
      [],
    ],
    [
      "an app of which it is not known",
      {
        "azurerm_container_app_environment.e": environment("${var.internal}"),
        "azurerm_container_app.app-web": app(true),
      },
      ["web (perhaps)"],
    ],
    ["the hosts of a gateway, but not of a listener that only sends callers on", small, ["shop.example"]],
    [
      "what NET-05 finds beside apps and gateways",
      {
        "azurerm_linux_web_app.shop": { name: "shop" },
        "azurerm_bastion_host.b": { name: "b" },
        "azurerm_storage_account_static_website.site": { storage_account_id: "x" },
      },
      ["azurerm_bastion_host.b", "azurerm_linux_web_app.shop", "azurerm_storage_account_static_website.site"],
    ],
    [
      "a Front Door by its own domains, where it has any",
      {
        "azurerm_cdn_frontdoor_endpoint.named": { name: "named" },
        "azurerm_cdn_frontdoor_endpoint.bare": { name: "bare" },
        "azurerm_cdn_frontdoor_custom_domain.d": { name: "d", host_name: "app.example" },
        "azurerm_cdn_frontdoor_route.r": {
          cdn_frontdoor_endpoint_id: "${azurerm_cdn_frontdoor_endpoint.named.id}",
          cdn_frontdoor_custom_domain_ids: ["${azurerm_cdn_frontdoor_custom_domain.d.id}"],
        },
      },
      ["app.example", "azurerm_cdn_frontdoor_endpoint.bare"],
    ],
    [
      "no peering of two networks that are both here, but one with somebody else's",
      {
        "azurerm_virtual_network.a": { name: "a" },
        "azurerm_virtual_network.b": { name: "b" },
        "azurerm_virtual_network_peering.inside": {
          virtual_network_name: "a",
          remote_virtual_network_id: "${azurerm_virtual_network.b.id}",
        },
        "azurerm_virtual_network_peering.outside": {
          virtual_network_name: "a",
          remote_virtual_network_id: "${var.hub}",
        },
      },
      ["azurerm_virtual_network_peering.outside"],
    ],
  ])("%s", (_title, resources, expected) => expect(endpoints(resources)).toEqual(expected));
});
