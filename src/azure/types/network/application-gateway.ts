import { type Entry, plain } from "../../entry";

/** Application gateways. */
export const applicationGateway: Readonly<Record<string, Entry>> = {
  azurerm_application_gateway: plain("its listeners and backends are judged one by one", {
    sla: { usual: "application-gateway" },
    renamed: { enable_http2: { to: "http2_enabled" } },
    arm: { segment: "Microsoft.Network/applicationGateways" },
    zones: { path: "zones", spans: { atLeast: 2 }, want: 'zones = ["1", "2", "3"]' },
    diagnosed: true,
    inSubnets: [
      {
        path: "gateway_ip_configuration.subnet_id",
        own: "the gateway, which Azure manages over the Internet",
        address: "frontend_ip_configuration.public_ip_address_id",
      },
    ],
    waysOut: [
      {
        what: "error pages",
        to: [
          "custom_error_configuration.custom_error_page_url",
          "http_listener.custom_error_configuration.custom_error_page_url",
        ],
        says: "shows callers error pages from",
      },
    ],
    publicAddresses: ["frontend_ip_configuration.public_ip_address_id"],
    minutes: {
      usual: 10,
      what: "application gateway",
      safe: 20,
      source: "https://learn.microsoft.com/azure/application-gateway/application-gateway-faq",
    },
  }),
  azurerm_web_application_firewall_policy: plain("it filters requests of a gateway", {
    noun: "firewall policy of a gateway",
    arm: { segment: "Microsoft.Network/ApplicationGatewayWebApplicationFirewallPolicies" },
  }),
};
