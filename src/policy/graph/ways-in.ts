import type { PlanGraph } from "./graph";
import { type InternetPath, open, type PathKind } from "./internet-path";
import { UNKNOWN } from "./reference";
import type { Resource } from "./resource";

const SITE = "connects another site";
const NETWORK = "connects another network";
const REQUESTS = "takes requests from the Internet";
const WITHOUT_SWITCH = "answers the Internet, and has no switch against it";

/** Types that are a way in by being there, unless they are switched off: what kind, where it shows, what it does. */
const BY_BEING_THERE: Readonly<Record<string, readonly [PathKind, string, string]>> = {
  azurerm_analysis_services_server: ["public-service", "", WITHOUT_SWITCH],
  azurerm_app_service: ["public-service", "", "answers the Internet"],
  azurerm_app_service_slot: ["public-service", "", "answers the Internet"],
  azurerm_application_load_balancer_frontend: ["public-service", "", REQUESTS],
  azurerm_automation_webhook: ["public-service", "", "starts a runbook for whoever has its address"],
  azurerm_bastion_host: ["bastion", "", "is a way in for people"],
  azurerm_cdn_endpoint: ["front-door", "", REQUESTS],
  azurerm_cdn_frontdoor_endpoint: ["front-door", "", REQUESTS],
  azurerm_digital_twins_instance: ["public-service", "", WITHOUT_SWITCH],
  azurerm_express_route_connection: ["site-connection", "express_route_circuit_peering_id", SITE],
  azurerm_frontdoor: ["front-door", "", REQUESTS],
  azurerm_function_app: ["public-service", "", "answers the Internet"],
  azurerm_function_app_slot: ["public-service", "", "answers the Internet"],
  azurerm_hdinsight_hadoop_cluster: ["public-service", "", WITHOUT_SWITCH],
  azurerm_hdinsight_hbase_cluster: ["public-service", "", WITHOUT_SWITCH],
  azurerm_hdinsight_interactive_query_cluster: ["public-service", "", WITHOUT_SWITCH],
  azurerm_hdinsight_kafka_cluster: ["public-service", "", WITHOUT_SWITCH],
  azurerm_hdinsight_spark_cluster: ["public-service", "", WITHOUT_SWITCH],
  azurerm_logic_app_trigger_http_request: ["public-service", "", "starts a workflow for whoever has its address"],
  azurerm_network_manager_connectivity_configuration: ["peering", "connectivity_topology", NETWORK],
  azurerm_notification_hub_namespace: ["public-service", "", WITHOUT_SWITCH],
  azurerm_private_link_service: ["private-link-service", "", "lets other subscriptions connect"],
  azurerm_relay_hybrid_connection: ["public-service", "", "hands calls from outside inward"],
  azurerm_service_fabric_cluster: ["public-service", "management_endpoint", WITHOUT_SWITCH],
  azurerm_service_fabric_managed_cluster: ["public-service", "", WITHOUT_SWITCH],
  azurerm_static_site: ["static-website", "", "serves a website to everyone"],
  azurerm_storage_account_static_website: ["static-website", "storage_account_id", "serves a website to everyone"],
  azurerm_virtual_hub_connection: ["peering", "remote_virtual_network_id", NETWORK],
  azurerm_virtual_hub_ip: ["public-address", "public_ip_address_id", "has a public address"],
  azurerm_virtual_network_gateway_connection: ["site-connection", "type", SITE],
  azurerm_virtual_network_peering: ["peering", "remote_virtual_network_id", NETWORK],
  azurerm_vpn_gateway_connection: ["site-connection", "remote_vpn_site_id", SITE],
};

/** An attribute that decides whether a type is a way in, the values that close it, and what an absent one means. */
interface Door {
  readonly kind: PathKind;
  readonly path: string;
  readonly closed: readonly unknown[];
  readonly absent: "open" | "closed";
  readonly says: string;
}

const door = (kind: PathKind, path: string, closed: unknown, absent: Door["absent"], says: string): Door => ({
  kind,
  path,
  closed: [closed],
  absent,
  says,
});
const answers = door("public-service", "public_network_access_enabled", false, "open", "answers the Internet");
const nodes = (path: string, absent: Door["absent"]) =>
  door("public-address", path, false, absent, "gives every node a public address");
const machine = door("public-address", "disallow_public_ip_address", true, "open", "has a public address");

const BY_SWITCH: Readonly<Record<string, readonly Door[]>> = {
  azurerm_api_management_standalone_gateway: [{ ...answers, path: "virtual_network_type", closed: ["Internal"] }],
  azurerm_app_service_environment_v3: [
    { ...answers, path: "internal_load_balancing_mode", closed: ["Publishing", "Web", "Web, Publishing"] },
  ],
  azurerm_batch_pool: [
    door(
      "public-address",
      "network_configuration.public_address_provisioning_type",
      "NoPublicIPAddresses",
      "open",
      "gives its nodes public addresses",
    ),
  ],
  azurerm_dev_test_linux_virtual_machine: [machine],
  azurerm_dev_test_windows_virtual_machine: [machine],
  azurerm_function_app_flex_consumption: [answers],
  azurerm_kubernetes_cluster: [
    door("public-service", "private_cluster_enabled", true, "open", "lets the Internet talk to its API server"),
    door("public-service", "http_application_routing_enabled", false, "closed", REQUESTS),
    nodes("default_node_pool.node_public_ip_enabled", "closed"),
  ],
  azurerm_kubernetes_cluster_node_pool: [nodes("node_public_ip_enabled", "closed")],
  azurerm_linux_function_app: [answers],
  azurerm_linux_function_app_slot: [answers],
  azurerm_linux_web_app: [answers],
  azurerm_linux_web_app_slot: [answers],
  azurerm_logic_app_standard: [{ ...answers, path: "public_network_access", closed: ["Disabled"] }],
  azurerm_machine_learning_compute_cluster: [nodes("node_public_ip_enabled", "open")],
  azurerm_machine_learning_compute_instance: [nodes("node_public_ip_enabled", "open")],
  azurerm_redhat_openshift_cluster: [
    door(
      "public-service",
      "api_server_profile.visibility",
      "Private",
      "open",
      "lets the Internet talk to its API server",
    ),
    door("public-service", "ingress_profile.visibility", "Private", "open", REQUESTS),
  ],
  azurerm_spring_cloud_api_portal: [{ ...answers, absent: "closed" }],
  azurerm_spring_cloud_app: [door("public-service", "is_public", false, "closed", REQUESTS)],
  azurerm_spring_cloud_dev_tool_portal: [{ ...answers, absent: "closed" }],
  azurerm_spring_cloud_gateway: [{ ...answers, absent: "closed" }],
  azurerm_static_web_app: [
    door("static-website", "public_network_access_enabled", false, "open", "serves a website to everyone"),
  ],
  azurerm_vmware_private_cloud: [{ ...answers, path: "internet_connection_enabled", absent: "closed" }],
  azurerm_windows_function_app: [answers],
  azurerm_windows_function_app_slot: [answers],
  azurerm_windows_web_app: [answers],
  azurerm_windows_web_app_slot: [answers],
};

function* switched(one: Resource, { kind, path, closed, absent, says }: Door): Generator<InternetPath> {
  const value = one.value(path);
  if (closed.includes(value) || (value === undefined && absent === "closed")) return;
  yield open(kind, one, path, says, value === UNKNOWN);
}

/** API Management answers the Internet unless it stands in the network only, or is private by switch. */
function* managedApis(graph: PlanGraph): Generator<InternetPath> {
  for (const one of graph.of("azurerm_api_management")) {
    const [type, access] = [one.value("virtual_network_type"), one.value("public_network_access_enabled")];
    if (type === "Internal" || access === false) continue;
    yield open("public-service", one, "virtual_network_type", "answers the Internet", [type, access].includes(UNKNOWN));
  }
}

/** The add-on of a cluster puts a public load balancer before it unless told otherwise. */
function* routedClusters(graph: PlanGraph): Generator<InternetPath> {
  for (const one of graph.of("azurerm_kubernetes_cluster"))
    for (const routing of one.blocks("web_app_routing")) {
      const controller = routing.value("default_nginx_controller");
      if (controller === "Internal" || controller === "None") continue;
      yield open("public-service", routing, "default_nginx_controller", REQUESTS, controller === UNKNOWN);
    }
}

/** A name of Traffic Manager is no path by itself; one that leads callers somewhere else than to an address here is. */
function* namesElsewhere(graph: PlanGraph): Generator<InternetPath> {
  for (const one of graph.of("azurerm_traffic_manager_external_endpoint")) {
    const [to] = one.refs("target");
    const here = to?.kind === "resource" && to.resource.type === "azurerm_public_ip";
    if (one.value("enabled") !== false && !here)
      yield open("front-door", one, "target", "leads callers to where the plan does not show");
  }
}

/** What joins something here to a load balancer or a gateway, and the attribute that says to which. */
const JOINED: readonly [type: string, attribute: string][] = [
  ["azurerm_lb_nat_pool", "loadbalancer_id"],
  ["azurerm_lb_nat_rule", "loadbalancer_id"],
  ["azurerm_lb_rule", "loadbalancer_id"],
  ["azurerm_network_interface_application_gateway_backend_address_pool_association", "backend_address_pool_id"],
  ["azurerm_network_interface_backend_address_pool_association", "backend_address_pool_id"],
  ["azurerm_network_interface_nat_rule_association", "nat_rule_id"],
];

/** What arrives at a load balancer or a gateway that the environment does not have, and is forwarded to something here. */
function* foreignBalancers(graph: PlanGraph): Generator<InternetPath> {
  const says = "forwards from a load balancer that is not here";
  for (const [type, path] of JOINED)
    for (const one of graph.of(type)) {
      const [to] = one.refs(path);
      if (to && to.kind !== "resource") yield open("public-address", one, path, says, to.kind === "unknown");
    }
}

/** Connections to other networks, services that answer the Internet, and addresses of services. */
export function* waysIn(graph: PlanGraph): Generator<InternetPath> {
  for (const [type, [kind, path, says]] of Object.entries(BY_BEING_THERE))
    for (const one of graph.of(type)) if (one.value("enabled") !== false) yield open(kind, one, path, says);
  for (const [type, doors] of Object.entries(BY_SWITCH))
    for (const one of graph.of(type)) for (const each of doors) yield* switched(one, each);
  for (const one of graph.of("azurerm_storage_account"))
    for (const block of one.blocks("static_website"))
      yield open("static-website", block, "index_document", "serves a website to everyone");
  yield* managedApis(graph);
  yield* routedClusters(graph);
  yield* namesElsewhere(graph);
  yield* foreignBalancers(graph);
}
