import { nearMisses } from "./said";

const gate = "pre-production" as const;
const beside = (says: string) => `It is a path beside the entry: it ${says}.`;
const maybe = (says: string) => `Whether it ${says} is not known before apply.`;
const withoutSwitch = "answers the Internet, and has no switch against it";
const forwards = "forwards from a load balancer that is not here";
/** A network card whose configurations are made in a loop. */
const carded = (for_each: unknown) =>
  ({
    name: "nic",
    dynamic: {
      ip_configuration: { for_each, content: { name: "i", public_ip_address_id: "${azurerm_public_ip.a.id}" } },
    },
  }) as never;

nearMisses("NET-05", {
  "a firewall's rule that forwards inward is a path, also where the firewall is in another state": {
    gate,
    resources: {
      "azurerm_firewall_policy_rule_collection_group.in": {
        name: "in",
        firewall_policy_id: "${var.policy}",
        nat_rule_collection: [
          { name: "in", action: "Dnat", rule: [{ name: "desk", destination_ports: ["3389"], translated_port: 3389 }] },
        ],
      },
      "azurerm_firewall_policy_rule_collection_group.out": {
        name: "out",
        firewall_policy_id: "${var.policy}",
        network_rule_collection: [
          { name: "out", action: "Allow", rule: [{ name: "time", destination_ports: ["123"] }] },
        ],
      },
    },
    fail: { "azurerm_firewall_policy_rule_collection_group.in": beside("forwards traffic inward") },
  },
  "services that have no switch against it, or whose switch is open, answer the Internet": {
    gate,
    resources: {
      "azurerm_app_service_environment_v3.open": { name: "a" },
      "azurerm_app_service_environment_v3.inside": { name: "a", internal_load_balancing_mode: "Web, Publishing" },
      "azurerm_hdinsight_hadoop_cluster.h": { name: "h" },
      "azurerm_service_fabric_cluster.s": { name: "s", management_endpoint: "https://s.example:19080" },
      "azurerm_service_fabric_managed_cluster.s": { name: "s" },
      "azurerm_analysis_services_server.a": { name: "a" },
      "azurerm_digital_twins_instance.d": { name: "d" },
      "azurerm_notification_hub_namespace.n": { name: "n" },
      "azurerm_virtual_hub_ip.h": { name: "h", public_ip_address_id: "${var.address}" },
      "azurerm_batch_pool.open": { name: "b", network_configuration: { subnet_id: "x" } },
      "azurerm_batch_pool.inside": {
        name: "b",
        network_configuration: { public_address_provisioning_type: "NoPublicIPAddresses" },
      },
    },
    fail: {
      "azurerm_app_service_environment_v3.open": beside("answers the Internet"),
      "azurerm_hdinsight_hadoop_cluster.h": beside(withoutSwitch),
      "azurerm_service_fabric_cluster.s": beside(withoutSwitch),
      "azurerm_service_fabric_managed_cluster.s": beside(withoutSwitch),
      "azurerm_analysis_services_server.a": beside(withoutSwitch),
      "azurerm_digital_twins_instance.d": beside(withoutSwitch),
      "azurerm_notification_hub_namespace.n": beside(withoutSwitch),
      "azurerm_virtual_hub_ip.h": beside("has a public address"),
      "azurerm_batch_pool.open": beside("gives its nodes public addresses"),
    },
  },
  "what a load balancer of somebody else forwards is a path; what the environment's own forwards is not": {
    gate,
    resources: {
      "azurerm_lb.inside": { name: "l", frontend_ip_configuration: { name: "i", subnet_id: "x" } },
      "azurerm_lb_nat_rule.own": { name: "r", loadbalancer_id: "${azurerm_lb.inside.id}" },
      "azurerm_lb_nat_rule.foreign": { name: "r", loadbalancer_id: "${var.balancer}" },
      "azurerm_network_interface_backend_address_pool_association.foreign": { backend_address_pool_id: "${var.pool}" },
    },
    fail: {
      "azurerm_lb_nat_rule.foreign": beside(forwards),
      "azurerm_network_interface_backend_address_pool_association.foreign": beside(forwards),
    },
  },
  "blocks made in a loop over what is written down are there, over a variable they may be": {
    gate,
    resources: {
      "azurerm_network_interface.two": carded(["a", "b"]),
      "azurerm_network_interface.none": carded([]),
      "azurerm_network_interface.some": carded("${var.cards}"),
      "azurerm_linux_virtual_machine_scale_set.some": {
        network_interface: {
          name: "n",
          ip_configuration: { name: "i", dynamic: { public_ip_address: { for_each: "${var.x}", content: {} } } },
        },
      },
    },
    fail: { "azurerm_network_interface.two": beside("has a public address") },
    unknown: {
      "azurerm_network_interface.some": maybe("has a public address"),
      "azurerm_linux_virtual_machine_scale_set.some": maybe("gives every instance a public address"),
    },
  },
});
