import { DnsResolver } from "../../constructs/dns-resolver";
import { VirtualNetwork } from "../../constructs/virtual-network";
import { madeBefore, ScratchStack } from "./scratch-stack";

function resolverIn(stack: ScratchStack): DnsResolver {
  const { group } = stack;
  const network = new VirtualNetwork(stack, "network", {
    group,
    name: "vnet",
    range: "10.30.0.0/22",
    dnsServers: ["10.30.3.4"],
  });
  return new DnsResolver(stack, "resolver", {
    group,
    name: "dnspr",
    endpointName: "in",
    network,
    subnet: network.addSubnet("resolver", {
      name: "snet-resolver",
      range: "10.30.3.0/28",
      securityGroupName: "nsg-resolver",
      rules: [],
      delegation: "Microsoft.Network/dnsResolvers",
    }),
    address: "10.30.3.4",
  });
}

const endpoint = "azurerm_private_dns_resolver_inbound_endpoint.resolver_endpoint";
const association = "azurerm_subnet_network_security_group_association.network_association-resolver";

describe("a DNS resolver", () => {
  it("answers at the address that the network already names", () => {
    const stack = new ScratchStack();
    resolverIn(stack);
    const resources = stack.resources();
    expect(resources["azurerm_private_dns_resolver.resolver"]).toEqual({
      name: "dnspr",
      virtual_network_id: "${azurerm_virtual_network.network.id}",
    });
    expect(resources[endpoint]).toEqual({
      name: "in",
      private_dns_resolver_id: "${azurerm_private_dns_resolver.resolver.id}",
      ip_configurations: {
        subnet_id: "${azurerm_subnet.network_subnet-resolver.id}",
        private_ip_allocation_method: "Static",
        private_ip_address: "10.30.3.4",
      },
      depends_on: [association],
    });
  });

  it("is what needs names to be resolved waits for; the subnet changes only while the endpoint is away", () => {
    const stack = new ScratchStack();
    const { ready } = resolverIn(stack);
    expect(ready.map((one) => stack.written(one.fqn))).toEqual([`\${${endpoint}}`]);
    const resources = stack.resources();
    expect(madeBefore(resources, endpoint)).toContain(association);
    expect(madeBefore(resources, association)).not.toContain(endpoint);
  });

  it("is no cycle with the network that names it", () => {
    const stack = new ScratchStack();
    resolverIn(stack);
    expect(madeBefore(stack.resources(), "azurerm_virtual_network.network")).toEqual([]);
  });
});
