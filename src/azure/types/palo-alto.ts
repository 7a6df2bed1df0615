import { type Entry, unread } from "../entry";

export const paloAlto: Readonly<Record<string, Entry>> = {
  ...unread(
    "azurerm_palo_alto_local_rulestack",
    "azurerm_palo_alto_local_rulestack_certificate",
    "azurerm_palo_alto_local_rulestack_fqdn_list",
    "azurerm_palo_alto_local_rulestack_outbound_trust_certificate_association",
    "azurerm_palo_alto_local_rulestack_outbound_untrust_certificate_association",
    "azurerm_palo_alto_local_rulestack_prefix_list",
    "azurerm_palo_alto_local_rulestack_rule",
    "azurerm_palo_alto_next_generation_firewall_virtual_hub_local_rulestack",
    "azurerm_palo_alto_next_generation_firewall_virtual_hub_panorama",
    "azurerm_palo_alto_next_generation_firewall_virtual_hub_strata_cloud_manager",
    "azurerm_palo_alto_next_generation_firewall_virtual_network_local_rulestack",
    "azurerm_palo_alto_next_generation_firewall_virtual_network_panorama",
    "azurerm_palo_alto_next_generation_firewall_virtual_network_strata_cloud_manager",
    "azurerm_palo_alto_virtual_network_appliance",
  ),
};
