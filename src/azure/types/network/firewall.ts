import { type Entry, part, parts, plain } from "../../entry";

const RULES = "its rules are judged one by one";

/** Firewalls, their policies and rules. */
export const firewall: Readonly<Record<string, Entry>> = {
  azurerm_firewall: plain(RULES, {
    sla: { usual: "firewall", zones: "firewall-zones" },
    arm: { segment: "Microsoft.Network/azureFirewalls" },
    zones: { path: "zones", spans: { atLeast: 2 }, want: 'zones = ["1", "2", "3"]' },
    diagnosed: true,
    inSubnets: [
      {
        path: "ip_configuration.subnet_id",
        own: "the firewall itself",
        address: "ip_configuration.public_ip_address_id",
      },
      {
        path: "management_ip_configuration.subnet_id",
        own: "the management of the firewall",
        address: "management_ip_configuration.public_ip_address_id",
      },
    ],
    publicAddresses: ["ip_configuration.public_ip_address_id", "management_ip_configuration.public_ip_address_id"],
    minutes: {
      usual: 15,
      what: "firewall",
      safe: 20,
      source: "https://learn.microsoft.com/azure/firewall/tutorial-firewall-deploy-portal",
    },
  }),
  azurerm_firewall_policy: plain(RULES, { arm: { segment: "Microsoft.Network/firewallPolicies" } }),
  azurerm_firewall_policy_rule_collection_group: part("azurerm_firewall_policy", {
    arm: { segment: "ruleCollectionGroups", parentId: "firewall_policy_id" },
  }),
  ...parts(
    "azurerm_firewall",
    "azurerm_firewall_application_rule_collection",
    "azurerm_firewall_nat_rule_collection",
    "azurerm_firewall_network_rule_collection",
  ),
  azurerm_ip_group: plain("its ranges are read with the rules that name it"),
  azurerm_ip_group_cidr: part("azurerm_ip_group"),
};
