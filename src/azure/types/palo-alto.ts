import { type Entry, entry, part, parts } from "../entry";

const STACK = "azurerm_palo_alto_local_rulestack";
const NONE = { none: "what it forwards is judged with the paths from the Internet" };

const firewall = (managed: string | undefined, given: Partial<Entry>) =>
  entry({
    noun: "Palo Alto firewall",
    holds: { none: "traffic passes through" },
    publicSide: NONE,
    waysIn: NONE,
    waysOut:
      managed === undefined
        ? { none: "its rulestack says what it does" }
        : [{ what: "logs and settings", to: [managed], says: "is managed from outside Azure, by" }],
    localAuth: { none: "nobody signs in to it" },
    gives: { none: "it gives nobody a right" },
    publicAddresses: ["network_profile.public_ip_address_ids", "network_profile.egress_nat_ip_address_ids"],
    paid: true,
    ...given,
  });

const inNetwork: Partial<Entry> = {
  inSubnets: [
    { path: "network_profile.vnet_configuration.trusted_subnet_id" },
    { path: "network_profile.vnet_configuration.untrusted_subnet_id" },
  ],
};

/** Palo Alto's firewalls, and their rules. */
export const paloAlto: Readonly<Record<string, Entry>> = {
  azurerm_palo_alto_local_rulestack: part("azurerm_palo_alto_next_generation_firewall_virtual_network_local_rulestack"),
  ...parts(
    STACK,
    "azurerm_palo_alto_local_rulestack_certificate",
    "azurerm_palo_alto_local_rulestack_fqdn_list",
    "azurerm_palo_alto_local_rulestack_outbound_trust_certificate_association",
    "azurerm_palo_alto_local_rulestack_outbound_untrust_certificate_association",
    "azurerm_palo_alto_local_rulestack_prefix_list",
    "azurerm_palo_alto_local_rulestack_rule",
  ),
  azurerm_palo_alto_next_generation_firewall_virtual_hub_local_rulestack: firewall(undefined, {}),
  azurerm_palo_alto_next_generation_firewall_virtual_hub_panorama: firewall("panorama_base64_config", {}),
  azurerm_palo_alto_next_generation_firewall_virtual_hub_strata_cloud_manager: firewall(
    "strata_cloud_manager_tenant_name",
    {},
  ),
  azurerm_palo_alto_next_generation_firewall_virtual_network_local_rulestack: firewall(undefined, inNetwork),
  azurerm_palo_alto_next_generation_firewall_virtual_network_panorama: firewall("panorama_base64_config", inNetwork),
  azurerm_palo_alto_next_generation_firewall_virtual_network_strata_cloud_manager: firewall(
    "strata_cloud_manager_tenant_name",
    inNetwork,
  ),
  azurerm_palo_alto_virtual_network_appliance: part(
    "azurerm_palo_alto_next_generation_firewall_virtual_hub_local_rulestack",
  ),
};
