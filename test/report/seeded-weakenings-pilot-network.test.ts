import { Testing } from "cdktf";
import { PilotEnvironment } from "../../stacks/2-pilot";
import { pilotConfig } from "../support/pilot";
import { add, drop, inPlatform, set, stacksOf, testWeakenings, type Weakening } from "../support/weakenings";

const NETWORK: readonly Weakening[] = [
  {
    what: "a vault open to everyone",
    change: inPlatform("azurerm_key_vault.vault", (one) =>
      Object.assign(one.network_acls, { default_action: "Allow" }),
    ),
    caught: ["NET-02"],
  },
  {
    what: "a vault without network rules",
    change: inPlatform("azurerm_key_vault.vault", (one) => delete one.network_acls),
    caught: ["NET-02"],
  },
  {
    what: "storage open to everyone",
    change: inPlatform("azurerm_storage_account.storage", (one) =>
      Object.assign(one.network_rules, { default_action: "Allow" }),
    ),
    caught: ["NET-02"],
  },
  {
    what: "a database open to Azure",
    change: add("platform", "azurerm_postgresql_flexible_server_firewall_rule.extra", {
      name: "azure",
      server_id: "${azurerm_postgresql_flexible_server.database-database.id}",
      start_ip_address: "0.0.0.0",
      end_ip_address: "0.0.0.0",
    }),
    caught: ["NET-02"],
  },
  {
    what: "apps outside the network",
    change: inPlatform("azurerm_container_app_environment.apps", (one) => delete one.infrastructure_subnet_id),
    caught: ["NET-03"],
  },
  {
    what: "a vault without a private endpoint",
    change: drop("platform", "azurerm_private_endpoint.private_endpoint-vault"),
    caught: ["NET-04"],
  },
  {
    what: "a private endpoint to another resource",
    change: inPlatform("azurerm_private_endpoint.private_endpoint-vault", (one) =>
      Object.assign(one.private_service_connection, {
        private_connection_resource_id: "${azurerm_storage_account.storage.id}",
      }),
    ),
    caught: ["NET-04"],
  },
  {
    what: "a private endpoint in the wrong zone",
    change: inPlatform("azurerm_private_endpoint.private_endpoint-vault", (one) =>
      Object.assign(one.private_dns_zone_group, {
        private_dns_zone_ids: ["${azurerm_private_dns_zone.private_zone-blob-core-windows-net.id}"],
      }),
    ),
    caught: ["NET-04"],
  },
  {
    what: "a zone that is not linked",
    change: drop("platform", "azurerm_private_dns_zone_virtual_network_link.private_link-vaultcore-azure-net"),
    caught: ["NET-04"],
  },
  {
    what: "a subnet without a security group",
    change: drop("platform", "azurerm_subnet_network_security_group_association.network_association-endpoints"),
    caught: ["NET-10"],
  },
  {
    what: "SSH from the Internet",
    change: inPlatform("azurerm_network_security_group.network_security-apps", (one) =>
      one.security_rule.unshift({ ...one.security_rule[0], name: "ssh", priority: 90, destination_port_range: "22" }),
    ),
    caught: ["NET-10"],
  },
  {
    what: "endpoints that the security group does not reach",
    change: set("platform", "azurerm_subnet.network_subnet-endpoints", {
      private_endpoint_network_policies: "Disabled",
    }),
    caught: ["NET-10"],
  },
];

describe("every weakening of a Pilot is caught by the intended control and by no other", () => {
  const base = stacksOf(new PilotEnvironment(Testing.app(), pilotConfig()));

  testWeakenings(base, NETWORK);
});
