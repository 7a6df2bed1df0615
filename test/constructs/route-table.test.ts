import { RouteTable } from "../../constructs/route-table";
import { ScratchStack } from "./scratch-stack";

test("a route table sends the Internet to the firewall and keeps the routes of VPN clients", () => {
  const stack = new ScratchStack();
  new RouteTable(stack, "routes", { group: stack.group, name: "rt", firewall: { privateAddress: "10.30.2.4" } });
  expect(stack.resources()).toEqual({
    "azurerm_route_table.routes": {
      name: "rt",
      bgp_route_propagation_enabled: true,
      route: [
        {
          name: "internet",
          address_prefix: "0.0.0.0/0",
          next_hop_type: "VirtualAppliance",
          next_hop_in_ip_address: "10.30.2.4",
        },
      ],
    },
  });
});
