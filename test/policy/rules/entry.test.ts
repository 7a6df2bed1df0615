import type { Resources } from "../near-miss";
import { nearMisses } from "./said";

const gate = "pre-production" as const;
const g = "azurerm_application_gateway.g";
const web = "azurerm_container_app.web";
const listener = (name: string, more: object = {}) => ({
  name,
  protocol: "Https",
  frontend_ip_configuration_name: "public",
  frontend_port_name: "443",
  ...more,
});
const https = listener("https");
const http = listener("http", { protocol: "Http", frontend_port_name: "80" });
const gateway = (changes: object = {}) =>
  ({
    name: "agw",
    frontend_ip_configuration: [{ name: "public", public_ip_address_id: "${azurerm_public_ip.gw.id}" }],
    frontend_port: [
      { name: "443", port: 443 },
      { name: "80", port: 80 },
      { name: "8443", port: 8443 },
    ],
    http_listener: [https, http],
    request_routing_rule: [
      { name: "r443", http_listener_name: "https", backend_address_pool_name: "apps" },
      { name: "r80", http_listener_name: "http", redirect_configuration_name: "to-https" },
    ],
    redirect_configuration: [{ name: "to-https", redirect_type: "Permanent", target_listener_name: "https" }],
    ...changes,
  }) as never;
const listeners = (...http_listener: object[]) => gateway({ http_listener });

const internal: Resources = {
  "azurerm_container_app_environment.e": { name: "e", internal_load_balancer_enabled: true },
  [web]: {
    name: "web",
    container_app_environment_id: "${azurerm_container_app_environment.e.id}",
    ingress: { external_enabled: true, target_port: 80 },
  },
};
const second = "It is a second entry: it takes requests from the Internet.";
const beside = (says: string) => `It is a path beside the entry: it ${says}.`;
const noEntry = "No entry leads to the apps: nothing takes requests from the Internet for them.";
const maybe = (says: string) => `Whether it ${says} is not known before apply.`;

nearMisses("NET-05", {
  "one HTTPS listener and its redirect are the entry; external ingress of an internal environment is no path": {
    gate,
    resources: { ...internal, [g]: gateway() },
    pass: [g],
  },
  "several host names on one address and port are one entry": {
    gate,
    resources: {
      [g]: listeners(
        { ...https, host_name: "www.orders.example" },
        listener("admin", { host_name: "admin.orders.example" }),
      ),
    },
    pass: [g],
  },
  "another port is a second entry": {
    gate,
    resources: { [g]: listeners(https, listener("admin", { frontend_port_name: "8443" })) },
    fail: { [g]: second },
  },
  "the same port under another name is the same entry": {
    gate,
    resources: {
      [g]: gateway({
        frontend_port: [
          { name: "443", port: 443 },
          { name: "tls", port: 443 },
        ],
        http_listener: [https, listener("admin", { frontend_port_name: "tls" })],
      }),
    },
    pass: [g],
  },
  "another public address is a second entry, a private one is none": {
    gate,
    resources: {
      [g]: gateway({
        frontend_ip_configuration: [
          { name: "public", public_ip_address_id: "${azurerm_public_ip.gw.id}" },
          { name: "other", public_ip_address_id: "${azurerm_public_ip.other.id}" },
          { name: "private", subnet_id: "x" },
        ],
        http_listener: [
          https,
          listener("admin", { frontend_ip_configuration_name: "other" }),
          listener("inside", { frontend_ip_configuration_name: "private" }),
        ],
      }),
    },
    fail: { [g]: second },
  },
  "another gateway is a second entry, also where it only redirects": {
    gate,
    resources: {
      [g]: gateway(),
      "azurerm_application_gateway.two": gateway({ http_listener: [https] }),
      "azurerm_application_gateway.redirecting": gateway({ http_listener: [{ ...http, protocol: "Http" }, https] }),
    },
    pass: [g],
    fail: {
      "azurerm_application_gateway.two": second,
      "azurerm_application_gateway.redirecting": [
        "It is on another address than the entry: it sends callers on to HTTPS.",
        second,
      ],
    },
  },
  "HTTP that serves is a second entry, whichever is written first": {
    gate,
    resources: { [g]: gateway({ http_listener: [http, https], request_routing_rule: [] }) },
    fail: { [g]: second },
  },
  "a redirect back to HTTP is a path, not a redirect": {
    gate,
    resources: {
      [g]: gateway({
        redirect_configuration: [{ name: "to-https", redirect_type: "Permanent", target_listener_name: "http" }],
      }),
    },
    fail: { [g]: second },
  },
  "a listener on an address that is not known may be another entry": {
    gate,
    resources: { [g]: listeners(https, listener("admin", { frontend_ip_configuration_name: "${var.frontend}" })) },
    unknown: { [g]: maybe("takes requests from the Internet") },
  },
  "apps that nothing leads to are reached by no entry, said once": {
    gate,
    resources: {
      ...internal,
      "azurerm_container_app.api": { ...internal[web], name: "api" },
      "azurerm_container_app.worker": { name: "worker" },
    },
    fail: { [web]: noEntry },
  },
  "a gateway on a private address is no entry either": {
    gate,
    resources: { ...internal, [g]: gateway({ frontend_ip_configuration: [{ name: "public", subnet_id: "x" }] }) },
    fail: { [web]: noEntry },
  },
  "without an app that answers nothing needs an entry": {
    gate,
    resources: { "azurerm_container_app.worker": { name: "worker" } },
  },
  "external ingress of an environment on the Internet is a path beside the entry": {
    gate,
    resources: { ...internal, "azurerm_container_app_environment.e": { name: "e" }, [g]: gateway() },
    pass: [g],
    fail: { [web]: beside("takes requests from the Internet itself") },
  },
  "an environment with public access disabled is not on the Internet": {
    gate,
    resources: {
      ...internal,
      "azurerm_container_app_environment.e": { name: "e", public_network_access: "Disabled" },
      [g]: gateway(),
    },
    pass: [g],
  },
  "ingress of an environment that is not known is unknown": {
    gate,
    resources: {
      [web]: { name: "web", container_app_environment_id: "${var.e}", ingress: [{ external_enabled: true }] },
    },
    unknown: { [web]: maybe("takes requests from the Internet itself") },
  },
  "at Scale every other path is one beside the entry, as before": {
    gate: "scale",
    resources: { ...internal, "azurerm_bastion_host.b": { name: "b" }, "azurerm_linux_web_app.w": { name: "w" } },
    fail: {
      "azurerm_bastion_host.b": beside("is a way in for people"),
      "azurerm_linux_web_app.w": beside("answers the Internet"),
      [web]: noEntry,
    },
  },
  "what lets the Internet or another network in is a path beside the entry": {
    gate,
    resources: {
      "azurerm_firewall_policy_rule_collection_group.dnat": {
        name: "dnat",
        nat_rule_collection: [{ name: "n", rule: [{ name: "ssh", translated_port: 22 }] }],
      },
      "azurerm_firewall_policy_rule_collection_group.out": {
        name: "out",
        application_rule_collection: [{ name: "a", rule: [{ name: "x" }] }],
      },
      "azurerm_network_interface.open": {
        ip_configuration: { name: "i", public_ip_address_id: "${azurerm_public_ip.a.id}" },
      },
      "azurerm_network_interface.closed": { ip_configuration: { name: "i", subnet_id: "${azurerm_subnet.a.id}" } },
      "azurerm_lb.range": { frontend_ip_configuration: { name: "i", public_ip_prefix_id: "${var.range}" } },
      "azurerm_lb.inside": { frontend_ip_configuration: { name: "i", subnet_id: "${azurerm_subnet.a.id}" } },
      "azurerm_orchestrated_virtual_machine_scale_set.m": {
        network_interface: { name: "n", ip_configuration: { name: "i", public_ip_address: { name: "p" } } },
      },
      "azurerm_bastion_host.b": { name: "b" },
      "azurerm_virtual_network_peering.p": { name: "p", remote_virtual_network_id: "${var.hub}" },
      "azurerm_virtual_hub_connection.h": { name: "h", remote_virtual_network_id: "x" },
      "azurerm_network_manager_connectivity_configuration.m": { name: "m", connectivity_topology: "Mesh" },
      "azurerm_virtual_network_gateway_connection.c": { name: "c", type: "IPsec" },
      "azurerm_vpn_gateway_connection.c": { name: "c" },
      "azurerm_express_route_connection.c": { name: "c" },
      "azurerm_private_link_service.s": { name: "s" },
      "azurerm_virtual_network_gateway.vpn": { name: "vpn" },
    },
    fail: {
      "azurerm_firewall_policy_rule_collection_group.dnat": beside("forwards traffic inward"),
      "azurerm_network_interface.open": beside("has a public address"),
      "azurerm_lb.range": beside("has a public address"),
      "azurerm_orchestrated_virtual_machine_scale_set.m": beside("gives every instance a public address"),
      "azurerm_bastion_host.b": beside("is a way in for people"),
      "azurerm_virtual_network_peering.p": beside("connects another network"),
      "azurerm_virtual_hub_connection.h": beside("connects another network"),
      "azurerm_network_manager_connectivity_configuration.m": beside("connects another network"),
      "azurerm_virtual_network_gateway_connection.c": beside("connects another site"),
      "azurerm_vpn_gateway_connection.c": beside("connects another site"),
      "azurerm_express_route_connection.c": beside("connects another site"),
      "azurerm_private_link_service.s": beside("lets other subscriptions connect"),
    },
  },
  "services with an address of their own count, unless it is closed": {
    gate,
    resources: {
      "azurerm_storage_account.site": { name: "site", static_website: { index_document: "index.html" } },
      "azurerm_storage_account.plain": { name: "plain" },
      "azurerm_cdn_frontdoor_endpoint.f": { name: "f" },
      "azurerm_cdn_frontdoor_endpoint.off": { name: "f", enabled: false },
      "azurerm_linux_web_app.open": { name: "w" },
      "azurerm_linux_web_app.closed": { name: "w", public_network_access_enabled: false },
      "azurerm_linux_web_app_slot.open": { name: "w" },
      "azurerm_api_management.open": { name: "a", virtual_network_type: "External" },
      "azurerm_api_management.inside": { name: "a", virtual_network_type: "Internal" },
      "azurerm_api_management.closed": { name: "a", public_network_access_enabled: false },
      "azurerm_kubernetes_cluster.open": { name: "k" },
      "azurerm_kubernetes_cluster.private": { name: "k", private_cluster_enabled: true },
      "azurerm_kubernetes_cluster.routed": {
        name: "k",
        private_cluster_enabled: true,
        web_app_routing: { dns_zone_ids: [] },
      },
      "azurerm_kubernetes_cluster.inside": {
        name: "k",
        private_cluster_enabled: true,
        web_app_routing: { default_nginx_controller: "Internal" },
      },
      "azurerm_container_group.open": { name: "c" },
      "azurerm_container_group.private": { name: "c", ip_address_type: "Private" },
      "azurerm_static_web_app.closed": { name: "s", public_network_access_enabled: false },
      "azurerm_relay_hybrid_connection.r": { name: "r" },
      "azurerm_application_load_balancer_frontend.a": { name: "a" },
      "azurerm_logic_app_trigger_http_request.l": { name: "l" },
      "azurerm_automation_webhook.off": { name: "w", enabled: false },
      "azurerm_traffic_manager_external_endpoint.away": { name: "t", target: "shop.example" },
      "azurerm_traffic_manager_external_endpoint.here": { name: "t", target: "${azurerm_public_ip.gw.fqdn}" },
      "azurerm_public_ip.gw": { name: "gw" },
    },
    fail: {
      "azurerm_storage_account.site": beside("serves a website to everyone"),
      "azurerm_cdn_frontdoor_endpoint.f": beside("takes requests from the Internet"),
      "azurerm_linux_web_app.open": beside("answers the Internet"),
      "azurerm_linux_web_app_slot.open": beside("answers the Internet"),
      "azurerm_api_management.open": beside("answers the Internet"),
      "azurerm_kubernetes_cluster.open": beside("lets the Internet talk to its API server"),
      "azurerm_kubernetes_cluster.routed": beside("takes requests from the Internet"),
      "azurerm_container_group.open": beside("has a public address"),
      "azurerm_relay_hybrid_connection.r": beside("hands calls from outside inward"),
      "azurerm_application_load_balancer_frontend.a": beside("takes requests from the Internet"),
      "azurerm_logic_app_trigger_http_request.l": beside("starts a workflow for whoever has its address"),
      "azurerm_traffic_manager_external_endpoint.away": beside("leads callers to where the plan does not show"),
    },
  },
  "a switch that a variable decides is unknown": {
    gate,
    resources: {
      "azurerm_linux_web_app.w": { name: "w", public_network_access_enabled: "${var.open}" },
      "azurerm_kubernetes_cluster.k": { name: "k", private_cluster_enabled: "${var.private}" },
      "azurerm_api_management.a": { name: "a", virtual_network_type: "${var.type}" },
    },
    unknown: {
      "azurerm_linux_web_app.w": maybe("answers the Internet"),
      "azurerm_kubernetes_cluster.k": maybe("lets the Internet talk to its API server"),
      "azurerm_api_management.a": maybe("answers the Internet"),
    },
  },
});
