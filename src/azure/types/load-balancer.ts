import { type Entry, entry, unread } from "../entry";

export const loadBalancer: Readonly<Record<string, Entry>> = {
  azurerm_application_load_balancer_frontend: entry({
    waysIn: [{ kind: "public-service", path: "", says: "takes requests from the Internet" }],
  }),
  azurerm_lb: entry({
    arm: { segment: "Microsoft.Network/loadBalancers" },
    publicAddresses: [
      "frontend_ip_configuration.public_ip_address_id",
      "frontend_ip_configuration.public_ip_prefix_id",
    ],
    paid: true,
  }),
  ...unread(
    "azurerm_application_load_balancer",
    "azurerm_application_load_balancer_security_policy",
    "azurerm_application_load_balancer_subnet_association",
    "azurerm_lb_backend_address_pool",
    "azurerm_lb_backend_address_pool_address",
    "azurerm_lb_nat_pool",
    "azurerm_lb_nat_rule",
    "azurerm_lb_outbound_rule",
    "azurerm_lb_probe",
    "azurerm_lb_rule",
    "azurerm_nginx_api_key",
    "azurerm_nginx_certificate",
    "azurerm_nginx_configuration",
    "azurerm_nginx_deployment",
  ),
};
