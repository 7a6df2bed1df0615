import type { PlanGraph } from "../plan/graph";
import type { Part, Resource } from "../plan/resource";
import type { InternetPath } from "../reach/exposure";
import { ENDPOINT } from "../reach/front-door";
import { named as byName, networkOf, target } from "../reach/network";
import { admittedByRestrictions, admittedToWebApp, who } from "./admitted";
import { guardOfEdge } from "./edge-guard";
import { frontDoorRoutes } from "./front-door-routes";
import { guardOf } from "./gateway-guard";
import { gatewayRoutes } from "./gateway-routes";
import { type Admitted, throughBalancer, throughCard, throughContainers, translated } from "./network-routes";
import { EVERYBODY, NOT_KNOWN, targetsAt, textAt, textsAt } from "./values";

/** What a way leads to, who may use it, and what looks at it. */
export type Detail = Admitted & { readonly filter?: string };

/** Where something leads, when who may use it is not known. */
export const unknownTo = (asks: string, leadsTo: readonly string[]): Detail => ({
  routes: [{ asks, leadsTo }],
  from: [NOT_KNOWN],
});

/** Host names of an app: its own domains, and the one that Azure makes for it. */
function appHosts(app: Resource): string[] {
  const domains = app.graph.by("azurerm_container_app_custom_domain", "container_app_id").get(app) ?? [];
  return [
    ...domains.map((one) => textAt(one, "name") ?? NOT_KNOWN).sort(),
    `${textAt(app, "name") ?? NOT_KNOWN}.<domain of its environment>`,
  ];
}

function appDetail(part: Part): Detail {
  const app = part.resource;
  const tcp = part.text("transport") === "tcp";
  const port = textAt(part, "exposed_port") ?? textAt(part, "target_port") ?? NOT_KNOWN;
  const asks = appHosts(app).map((host) => (tcp ? `tcp ${host}:${port}` : `https://${host}/*`));
  return { routes: [{ asks: asks.join(", "), leadsTo: [app.address] }], from: admittedByRestrictions(part) };
}

function websiteDetail(part: Part): Detail {
  const [account = part.resource.address] =
    part.resource.type === "azurerm_storage_account_static_website" ? targetsAt(part, "storage_account_id") : [];
  return { routes: [{ asks: "https://<its website host>/*", leadsTo: [account] }], from: [EVERYBODY] };
}

function peeringDetail(part: Part): Detail {
  const network = byName(part, "azurerm_virtual_network", "virtual_network_name");
  const inside =
    network?.address ?? textAt(part, "virtual_network_name") ?? textAt(part, "virtual_hub_id") ?? NOT_KNOWN;
  return {
    routes: [{ asks: "any address of the network", leadsTo: [inside] }],
    from: targetsAt(part, "remote_virtual_network_id"),
  };
}

function siteDetail(part: Part): Detail {
  const sites = part.refs("local_network_gateway_id").flatMap((one) => {
    const ranges = one.kind === "resource" ? textsAt(one.resource, "address_space") : [];
    return ranges.length > 0 ? ranges : targetsAt(part, "local_network_gateway_id");
  });
  const others = [
    ...targetsAt(part, "express_route_circuit_id"),
    ...targetsAt(part, "peer_virtual_network_gateway_id"),
  ];
  const from = [...sites, ...others];
  return {
    routes: [{ asks: "any address of the network", leadsTo: targetsAt(part, "virtual_network_gateway_id") }],
    from: from.length > 0 ? from : [NOT_KNOWN],
  };
}

/** What a path leads to and who may use it, by its kind. */
export function detailOf(graph: PlanGraph, { kind, part }: InternetPath): Detail {
  const { resource } = part;
  switch (kind) {
    case "app-ingress":
      return part === resource ? unknownTo("https://<its host>/*", [resource.address]) : appDetail(part);
    case "gateway-listener":
    case "gateway-redirect":
      return { routes: gatewayRoutes(part), ...guardOf(part) };
    case "front-door":
      return {
        routes: frontDoorRoutes(resource),
        ...(resource.type === ENDPOINT ? guardOfEdge(resource) : { from: [EVERYBODY] }),
      };
    case "dnat":
      return translated(part);
    case "public-address":
      if (resource.type === "azurerm_network_interface") return throughCard(graph, part);
      if (resource.type === "azurerm_lb") return throughBalancer(graph, part);
      if (resource.type === "azurerm_container_group") return throughContainers(resource);
      return { ...unknownTo("any port", [resource.address]), from: ["whom its security group lets in"] };
    case "bastion":
      return {
        routes: [{ asks: "a session in the browser", leadsTo: networksOf(part) }],
        from: ["people with a role on the machine"],
      };
    case "peering":
      return peeringDetail(part);
    case "site-connection":
      return siteDetail(part);
    case "private-link-service": {
      const named = textsAt(part, "visibility_subscription_ids").map((one) => `subscription ${one}`);
      return {
        routes: [{ asks: "a private endpoint", leadsTo: [resource.address] }],
        from: named.length > 0 ? named : ["whoever is approved"],
      };
    }
    case "static-website":
      return websiteDetail(part);
    case "public-service":
      return { routes: [{ asks: "https://<its host>/*", leadsTo: [resource.address] }], from: callersOf(resource) };
    default: {
      const unheard: never = kind;
      return unheard;
    }
  }
}

/** Who gets as far as a service that answers the Internet by itself. */
function callersOf(service: Resource): string[] {
  if (service.type === "azurerm_kubernetes_cluster") {
    const ranges = textsAt(service, "api_server_access_profile.authorized_ip_ranges");
    return ranges.length > 0 ? who(ranges) : [EVERYBODY];
  }
  return /_(?:web|function)_app|app_service|logic_app_standard/.test(service.type)
    ? admittedToWebApp(service)
    : [EVERYBODY];
}

function networksOf(part: Part): string[] {
  const subnet = target(part.refs("ip_configuration.subnet_id")[0], "azurerm_subnet");
  const network = subnet ? networkOf(subnet) : target(part.refs("virtual_network_id")[0], "azurerm_virtual_network");
  return [network ? `machines of ${network.address}` : "machines of its network"];
}
