import { type Entry, entry, part, parts, plain } from "../entry";
import { extensionOf } from "./compute";

const CLOUD = "azurerm_vmware_private_cloud";
const HCI = "azurerm_stack_hci_cluster";
const MANAGER = "azurerm_system_center_virtual_machine_manager_server";
const MOBILE = "azurerm_mobile_network";
const ELSEWHERE = { none: "it stands outside Azure" };

/** What stands in other data centres and is managed from Azure, VMware and SAP in Azure; SAP is not read. */
export const hybrid: Readonly<Record<string, Entry>> = {
  azurerm_arc_machine: entry({
    noun: "Arc machine",
    holds: ELSEWHERE,
    publicSide: ELSEWHERE,
    localAuth: ELSEWHERE,
    gives: { none: "roles are resources of their own" },
  }),
  azurerm_arc_machine_extension: part("azurerm_arc_machine", { waysOut: extensionOf() }),
  azurerm_arc_private_link_scope: plain("private endpoints reach Arc through it", {
    publicSide: { path: "public_network_access_enabled", off: false, closedByDefault: true },
  }),
  azurerm_arc_resource_bridge_appliance: entry({ holds: ELSEWHERE, publicSide: ELSEWHERE }),
  azurerm_databox_edge_device: entry({ holds: ELSEWHERE, publicSide: ELSEWHERE }),
  azurerm_extended_custom_location: plain("it names a cluster outside Azure as a place"),
  azurerm_extended_location_custom_location: plain("it names a cluster outside Azure as a place"),
  azurerm_mobile_network: entry({ holds: ELSEWHERE, publicSide: ELSEWHERE }),
  ...parts(
    MOBILE,
    "azurerm_mobile_network_attached_data_network",
    "azurerm_mobile_network_data_network",
    "azurerm_mobile_network_packet_core_control_plane",
    "azurerm_mobile_network_packet_core_data_plane",
    "azurerm_mobile_network_service",
    "azurerm_mobile_network_sim_policy",
    "azurerm_mobile_network_site",
    "azurerm_mobile_network_slice",
  ),
  azurerm_mobile_network_sim: part(MOBILE, { holds: "secrets" }),
  azurerm_mobile_network_sim_group: part(MOBILE, { holds: "secrets" }),
  azurerm_orbital_contact: part("azurerm_orbital_spacecraft"),
  azurerm_orbital_contact_profile: part("azurerm_orbital_spacecraft", {
    waysOut: [
      { what: "telemetry", to: ["event_hub_uri", "links.channels.end_point.ip_address"], says: "sends telemetry to" },
    ],
    inSubnets: [{ path: "network_configuration_subnet_id" }],
  }),
  azurerm_orbital_spacecraft: plain("it describes a satellite"),
  azurerm_stack_hci_cluster: entry({ holds: ELSEWHERE, publicSide: ELSEWHERE }),
  azurerm_stack_hci_extension: part(HCI, { waysOut: extensionOf() }),
  ...parts(
    HCI,
    "azurerm_stack_hci_deployment_setting",
    "azurerm_stack_hci_logical_network",
    "azurerm_stack_hci_marketplace_gallery_image",
    "azurerm_stack_hci_network_interface",
    "azurerm_stack_hci_storage_path",
    "azurerm_stack_hci_virtual_hard_disk",
  ),
  azurerm_system_center_virtual_machine_manager_server: entry({ holds: ELSEWHERE, publicSide: ELSEWHERE }),
  ...parts(
    MANAGER,
    "azurerm_system_center_virtual_machine_manager_availability_set",
    "azurerm_system_center_virtual_machine_manager_cloud",
    "azurerm_system_center_virtual_machine_manager_virtual_machine_instance",
    "azurerm_system_center_virtual_machine_manager_virtual_machine_instance_guest_agent",
    "azurerm_system_center_virtual_machine_manager_virtual_machine_template",
    "azurerm_system_center_virtual_machine_manager_virtual_network",
  ),
  azurerm_vmware_cluster: part(CLOUD, { paid: true }),
  azurerm_vmware_express_route_authorization: part(CLOUD, { gives: { what: "a key that joins a circuit to it" } }),
  azurerm_vmware_netapp_volume_attachment: part(CLOUD),
  azurerm_vmware_private_cloud: entry({
    noun: "VMware private cloud",
    holds: "customer data",
    publicSide: { none: "its connection to the Internet is a way in, and judged as one" },
    waysIn: [
      {
        kind: "public-service",
        path: "internet_connection_enabled",
        closed: [false],
        absent: "closed",
        says: "answers the Internet",
      },
    ],
    waysOut: { none: "what its machines send is set inside it" },
    localAuth: [{ what: "passwords of vCenter and NSX" }],
    gives: { none: "keys of circuits are resources of their own" },
    paid: true,
  }),
  azurerm_workloads_sap_discovery_virtual_instance: entry({}),
  azurerm_workloads_sap_single_node_virtual_instance: entry({
    inSubnets: [{ path: "single_server_configuration.subnet_id" }],
    paid: true,
  }),
  azurerm_workloads_sap_three_tier_virtual_instance: entry({
    inSubnets: [
      { path: "three_tier_configuration.application_server_configuration.subnet_id" },
      { path: "three_tier_configuration.central_server_configuration.subnet_id" },
      { path: "three_tier_configuration.database_server_configuration.subnet_id" },
    ],
    paid: true,
  }),
};
