import { type Entry, entry, part, parts, plain } from "../entry";

const BALANCER = "azurerm_lb";
const CONTAINERS = "azurerm_application_load_balancer";
const NGINX = "azurerm_nginx_deployment";

/** Load balancers. */
export const loadBalancer: Readonly<Record<string, Entry>> = {
  azurerm_application_load_balancer_frontend: part(CONTAINERS, {
    waysIn: [{ kind: "public-service", path: "", says: "takes requests from the Internet" }],
  }),
  azurerm_lb: plain("what comes in by it is judged by its addresses and rules", {
    sla: { usual: "load-balancer" },
    noun: "load balancer",
    waysOut: [
      {
        what: "traffic",
        to: ["frontend_ip_configuration.gateway_load_balancer_frontend_ip_configuration_id"],
        says: "sends traffic through",
      },
    ],
    inSubnets: [{ path: "frontend_ip_configuration.subnet_id" }],
    arm: { segment: "Microsoft.Network/loadBalancers" },
    publicAddresses: [
      "frontend_ip_configuration.public_ip_address_id",
      "frontend_ip_configuration.public_ip_prefix_id",
    ],
    paid: true,
  }),
  [CONTAINERS]: plain("what comes in by it is judged by its frontends", { noun: "load balancer for containers" }),
  azurerm_application_load_balancer_security_policy: part(CONTAINERS),
  azurerm_application_load_balancer_subnet_association: part(CONTAINERS, { inSubnets: [{ path: "subnet_id" }] }),
  ...parts(
    BALANCER,
    "azurerm_lb_backend_address_pool",
    "azurerm_lb_backend_address_pool_address",
    "azurerm_lb_nat_pool",
    "azurerm_lb_nat_rule",
    "azurerm_lb_outbound_rule",
    "azurerm_lb_probe",
    "azurerm_lb_rule",
  ),
  azurerm_nginx_api_key: part(NGINX, { gives: { what: "a key to its data plane" } }),
  azurerm_nginx_certificate: part(NGINX),
  // Where it leads callers stands in its own language.
  azurerm_nginx_configuration: entry({
    partOf: NGINX,
    publicSide: { none: "the deployment has the endpoint" },
    holds: { none: "it keeps nothing" },
    waysIn: { none: "the deployment has the endpoint" },
    localAuth: { none: "nobody signs in to it" },
    gives: { none: "it gives nobody a right" },
  }),
  azurerm_nginx_deployment: plain("what comes in by it is judged by its addresses", {
    inSubnets: [{ path: "network_interface.subnet_id" }],
    publicAddresses: ["frontend_public.ip_address"],
    paid: true,
  }),
};
