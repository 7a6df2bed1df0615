import { RouteTable as AzureRouteTable } from "@cdktf/provider-azurerm/lib/route-table";
import { Construct } from "constructs";
import type { IResource } from "./references";
import type { ResourceProps } from "./resource-group";

/** Routes that a subnet may follow. */
export type IRouteTable = IResource;

/** Properties of {@link RouteTable}. */
export interface RouteTableProps extends ResourceProps {
  /** Where the routes lead; a reference to its private IPv4 address makes them wait for the firewall and its rules. */
  readonly firewall: { readonly privateAddress: string };
}

/**
 * Sends everything that leaves the network to the firewall. Traffic within the network keeps Azure's own routes, which
 * are more specific. Routes of the VPN gateway are taken over too, although the table calls them BGP: the addresses of
 * VPN clients are announced in no other way, and without them answers to a client would go to the firewall and be dropped.
 *
 * @example
 * const routes = new RouteTable(this, "routes", { group, name: "rt-orders", firewall });
 * network.addSubnet("apps", { name, range, securityGroupName, rules, routeTable: routes });
 * @see https://learn.microsoft.com/azure/virtual-network/virtual-networks-udr-overview
 */
export class RouteTable extends Construct implements IRouteTable {
  readonly id: string;

  constructor(scope: Construct, id: string, props: RouteTableProps) {
    super(scope, id);
    this.id = new AzureRouteTable(this, "resource", {
      name: props.name,
      resourceGroupName: props.group.name,
      location: props.group.location,
      tags: { ...props.group.tags },
      bgpRoutePropagationEnabled: true,
      route: [
        {
          name: "internet",
          addressPrefix: "0.0.0.0/0",
          nextHopType: "VirtualAppliance",
          nextHopInIpAddress: props.firewall.privateAddress,
        },
      ],
    }).id;
  }
}
