import {
  NetworkSecurityGroup,
  type NetworkSecurityGroupSecurityRule,
} from "@cdktf/provider-azurerm/lib/network-security-group";
import { Subnet as AzureSubnet } from "@cdktf/provider-azurerm/lib/subnet";
import { SubnetNetworkSecurityGroupAssociation } from "@cdktf/provider-azurerm/lib/subnet-network-security-group-association";
import { SubnetRouteTableAssociation } from "@cdktf/provider-azurerm/lib/subnet-route-table-association";
import { VirtualNetwork as AzureVirtualNetwork } from "@cdktf/provider-azurerm/lib/virtual-network";
import type { ITerraformDependable } from "cdktf";
import { Construct } from "constructs";
import type { IResourceGroup } from "./resource-group";
import type { IRouteTable } from "./route-table";

/** One inbound or outbound rule of a subnet. Lower priorities are read first; 100 to 4096. */
export interface SubnetRule {
  readonly name: string;
  readonly priority: number;
  readonly direction: "Inbound" | "Outbound";
  readonly access: "Allow" | "Deny";
  readonly protocol: "Tcp" | "Udp" | "*";
  /** CIDR, service tag or `*`; several of them only as CIDR, because Azure takes no tags in a list. */
  readonly from: string | readonly string[];
  readonly to: string;
  readonly ports: readonly string[];
}

/** Properties of {@link VirtualNetwork}. */
export interface VirtualNetworkProps {
  readonly group: IResourceGroup;
  readonly name: string;
  /** CIDR of the whole network. */
  readonly range: string;
  /**
   * Literal IPv4 addresses of what resolves names for everything in the network. A reference to a resolver would be a
   * cycle: the resolver needs the network first. @default Azure's own DNS
   */
  readonly dnsServers?: readonly string[];
}

/** Properties of a subnet. */
export interface SubnetProps {
  readonly name: string;
  /** CIDR inside the network's range. */
  readonly range: string;
  readonly securityGroupName: string;
  readonly rules: readonly SubnetRule[];
  /** The service that the subnet is handed to, for example `Microsoft.App/environments`. */
  readonly delegation?: string;
  /** Where traffic to outside the network goes. @default Azure's own routes, straight to the Internet */
  readonly routeTable?: IRouteTable;
}

/** Properties of a subnet that Azure allows no security group on. */
export interface PlatformSubnetProps {
  readonly name: "AzureFirewallManagementSubnet" | "AzureFirewallSubnet" | "GatewaySubnet";
  /** CIDR inside the network's range. */
  readonly range: string;
}

/** A subnet, and what must exist before anything is placed in it. */
export interface ISubnet {
  readonly id: string;
  readonly range: string;
  /** Resources in the subnet depend on these, so that its security group and its routes outlive them. */
  readonly ready: readonly ITerraformDependable[];
}

/**
 * The environment's own network. Every subnet that may have a security group has one; private endpoints obey it, which
 * Azure does not do by default.
 *
 * @example
 * const network = new VirtualNetwork(this, "network", { group, name: "vnet-orders", range: "10.20.0.0/22" });
 * const apps = network.addSubnet("apps", { name: "snet-apps", range: "10.20.0.0/23", securityGroupName: "nsg-apps", rules: [] });
 * @see https://learn.microsoft.com/azure/private-link/disable-private-endpoint-network-policy
 */
export class VirtualNetwork extends Construct {
  readonly id: string;
  readonly securityGroups: { readonly name: string; readonly id: string }[] = [];
  private readonly group: IResourceGroup;
  private readonly network: AzureVirtualNetwork;

  constructor(scope: Construct, id: string, props: VirtualNetworkProps) {
    super(scope, id);
    const { group } = props;
    this.group = group;
    this.network = new AzureVirtualNetwork(this, "resource", {
      name: props.name,
      resourceGroupName: group.name,
      location: group.location,
      tags: { ...group.tags },
      addressSpace: [props.range],
      ...(props.dnsServers && { dnsServers: [...props.dnsServers] }),
    });
    this.id = this.network.id;
  }

  /** ARM id of a subnet of another stack's network, by their names. */
  static subnetId(group: IResourceGroup, network: string, subnet: string): string {
    return `${group.id}/providers/Microsoft.Network/virtualNetworks/${network}/subnets/${subnet}`;
  }

  addSubnet(id: string, props: SubnetProps): ISubnet {
    const { group } = this;
    const subnet = new AzureSubnet(this, `subnet-${id}`, {
      name: props.name,
      resourceGroupName: group.name,
      virtualNetworkName: this.network.name,
      addressPrefixes: [props.range],
      privateEndpointNetworkPolicies: "Enabled",
      ...(props.delegation !== undefined && {
        delegation: [
          {
            name: "service",
            serviceDelegation: {
              name: props.delegation,
              actions: ["Microsoft.Network/virtualNetworks/subnets/join/action"],
            },
          },
        ],
      }),
    });
    const security = new NetworkSecurityGroup(this, `security-${id}`, {
      name: props.securityGroupName,
      resourceGroupName: group.name,
      location: group.location,
      tags: { ...group.tags },
      securityRule: props.rules.map(ruleBlock),
    });
    const association = new SubnetNetworkSecurityGroupAssociation(this, `association-${id}`, {
      subnetId: subnet.id,
      networkSecurityGroupId: security.id,
    });
    this.securityGroups.push({ name: id, id: security.id });
    if (!props.routeTable) return { id: subnet.id, range: props.range, ready: [association] };
    const routes = new SubnetRouteTableAssociation(this, `routes-${id}`, {
      subnetId: subnet.id,
      routeTableId: props.routeTable.id,
    });
    return { id: subnet.id, range: props.range, ready: [association, routes] };
  }

  /** A subnet of the firewall or of the VPN gateway. Azure knows it by its name and guards it itself. */
  addPlatformSubnet(id: string, props: PlatformSubnetProps): ISubnet {
    const subnet = new AzureSubnet(this, `subnet-${id}`, {
      name: props.name,
      resourceGroupName: this.group.name,
      virtualNetworkName: this.network.name,
      addressPrefixes: [props.range],
    });
    return { id: subnet.id, range: props.range, ready: [] };
  }
}

function ruleBlock(rule: SubnetRule): NetworkSecurityGroupSecurityRule {
  const sources =
    typeof rule.from === "string" ? { sourceAddressPrefix: rule.from } : { sourceAddressPrefixes: [...rule.from] };
  const ports =
    rule.ports.length === 1 ? { destinationPortRange: rule.ports[0] } : { destinationPortRanges: [...rule.ports] };
  return {
    name: rule.name,
    priority: rule.priority,
    direction: rule.direction,
    access: rule.access,
    protocol: rule.protocol,
    ...sources,
    sourcePortRange: "*",
    destinationAddressPrefix: rule.to,
    ...ports,
  };
}
