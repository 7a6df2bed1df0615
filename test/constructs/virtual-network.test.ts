import { VirtualNetwork } from "../../constructs/virtual-network";
import { ScratchStack } from "./scratch-stack";

const RANGE = "10.30.0.0/22";
const apps = { name: "snet-apps", range: "10.30.0.0/23", securityGroupName: "nsg-apps", rules: [] };

function networkIn(stack: ScratchStack, more: { readonly dnsServers?: readonly string[] } = {}): VirtualNetwork {
  return new VirtualNetwork(stack, "network", { group: stack.group, name: "vnet", range: RANGE, ...more });
}

describe("a virtual network", () => {
  it("leaves names to Azure's DNS where nothing else is said", () => {
    const stack = new ScratchStack();
    networkIn(stack);
    expect(stack.resources()).toEqual({ "azurerm_virtual_network.network": { name: "vnet", address_space: [RANGE] } });
  });

  it("names its DNS servers by literal address", () => {
    const stack = new ScratchStack();
    networkIn(stack, { dnsServers: ["10.30.3.4"] });
    expect(stack.resources()["azurerm_virtual_network.network"]?.["dns_servers"]).toEqual(["10.30.3.4"]);
  });

  it("gives a subnet a security group and makes its endpoints obey it", () => {
    const stack = new ScratchStack();
    const { ready } = networkIn(stack).addSubnet("apps", { ...apps, delegation: "Microsoft.App/environments" });
    expect(ready).toHaveLength(1);
    const { "azurerm_virtual_network.network": _, ...rest } = stack.resources();
    expect(rest).toEqual({
      "azurerm_network_security_group.network_security-apps": { name: "nsg-apps", security_rule: [] },
      "azurerm_subnet.network_subnet-apps": {
        name: "snet-apps",
        virtual_network_name: "${azurerm_virtual_network.network.name}",
        address_prefixes: ["10.30.0.0/23"],
        private_endpoint_network_policies: "Enabled",
        delegation: [
          {
            name: "service",
            service_delegation: {
              name: "Microsoft.App/environments",
              actions: ["Microsoft.Network/virtualNetworks/subnets/join/action"],
            },
          },
        ],
      },
      "azurerm_subnet_network_security_group_association.network_association-apps": {
        network_security_group_id: "${azurerm_network_security_group.network_security-apps.id}",
        subnet_id: "${azurerm_subnet.network_subnet-apps.id}",
      },
    });
  });

  it("leads a subnet along a route table, which its residents wait for", () => {
    const stack = new ScratchStack();
    const { ready } = networkIn(stack).addSubnet("apps", { ...apps, routeTable: { id: "/routes" } });
    expect(ready).toHaveLength(2);
    expect(stack.resources()["azurerm_subnet_route_table_association.network_routes-apps"]).toEqual({
      route_table_id: "/routes",
      subnet_id: "${azurerm_subnet.network_subnet-apps.id}",
    });
  });

  it("writes one source of a rule as Azure's single prefix and several as its list", () => {
    const stack = new ScratchStack();
    const rule = {
      direction: "Inbound",
      access: "Allow",
      protocol: "Tcp",
      to: "10.30.0.0/23",
      ports: ["443"],
    } as const;
    networkIn(stack).addSubnet("apps", {
      ...apps,
      rules: [
        { ...rule, name: "probes", priority: 100, from: "AzureLoadBalancer" },
        { ...rule, name: "people", priority: 110, from: ["172.20.0.0/24", "10.30.2.0/26"] },
      ],
    });
    const group = stack.resources()["azurerm_network_security_group.network_security-apps"]!;
    const sources = (group["security_rule"] as Record<string, unknown>[]).map((one) => [
      one["source_address_prefix"],
      one["source_address_prefixes"],
    ]);
    expect(sources).toEqual([
      ["AzureLoadBalancer", null],
      [null, ["172.20.0.0/24", "10.30.2.0/26"]],
    ]);
  });

  it("gives the subnets of firewall and VPN gateway no security group and no routes", () => {
    const stack = new ScratchStack();
    const subnet = networkIn(stack).addPlatformSubnet("vpn", { name: "GatewaySubnet", range: "10.30.2.0/27" });
    expect(subnet.ready).toEqual([]);
    expect(subnet.range).toBe("10.30.2.0/27");
    const { "azurerm_virtual_network.network": _, ...rest } = stack.resources();
    expect(rest).toEqual({
      "azurerm_subnet.network_subnet-vpn": {
        name: "GatewaySubnet",
        virtual_network_name: "${azurerm_virtual_network.network.name}",
        address_prefixes: ["10.30.2.0/27"],
      },
    });
  });

  it("computes the id of a subnet of another stack from names", () => {
    const { group } = new ScratchStack();
    expect(VirtualNetwork.subnetReference(group, "vnet", "snet-gateway").id).toBe(
      `${group.id}/providers/Microsoft.Network/virtualNetworks/vnet/subnets/snet-gateway`,
    );
  });
});
