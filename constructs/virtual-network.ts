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
import { recordDecision } from "../src/synth/recorded";
import type { IResource } from "./references";
import type { IResourceGroup, ResourceProps } from "./resource-group";
import type { IRouteTable } from "./route-table";

/** One inbound or outbound rule of a subnet. Lower priorities are read first; 100 to 4096. */
export interface SubnetRule {
  /** Unique in the subnet. */
  readonly name: string;
  /** 100 to 4096; unique in its direction, lower ones are read first. */
  readonly priority: number;
  /** As seen from the subnet. */
  readonly direction: "Inbound" | "Outbound";
  /** What happens to traffic that the rule describes. */
  readonly access: "Allow" | "Deny";
  /** `*` is any. */
  readonly protocol: "Tcp" | "Udp" | "*";
  /** CIDR, service tag or `*`; several of them only as CIDR, because Azure takes no tags in a list. */
  readonly from: string | readonly string[];
  /** CIDR, service tag or `*`. */
  readonly to: string;
  /** Destination ports: numbers, ranges such as `30000-32767`, or `*` alone. */
  readonly ports: readonly string[];
}

/** Properties of {@link VirtualNetwork}. */
export interface VirtualNetworkProps extends ResourceProps {
  /** CIDR of the whole network. */
  readonly range: string;
  /**
   * Literal IPv4 addresses of what resolves names for everything in the network. A reference to a resolver would be a
   * cycle: the resolver needs the network first. `added-later`: Azure's own DNS, until a resource beside it names others,
   * which this one then leaves alone. @default Azure's own DNS
   */
  readonly dnsServers?: readonly string[] | "added-later";
}

/** Properties of a subnet. */
export interface SubnetProps {
  /** Its name in Azure, unique in the network. */
  readonly name: string;
  /** CIDR inside the network's range. */
  readonly range: string;
  /** Name of the security group that holds its rules. */
  readonly securityGroupName: string;
  /** What may pass; beside them Azure's own rules hold, which let everything within the network through. */
  readonly rules: readonly SubnetRule[];
  /** The service that the subnet is handed to, for example `Microsoft.App/environments`. @default none */
  readonly delegation?: string;
  /** Where traffic to outside the network goes. @default Azure's own routes, straight to the Internet */
  readonly routeTable?: IRouteTable;
}

/** Properties of a subnet that Azure allows no security group on. */
export interface PlatformSubnetProps {
  /** Azure knows such a subnet by its name. */
  readonly name: "AzureFirewallManagementSubnet" | "AzureFirewallSubnet" | "GatewaySubnet";
  /** CIDR inside the network's range. */
  readonly range: string;
}

/** A subnet, and what must exist before anything is placed in it. */
export interface ISubnet extends IResource {
  /**
   * Resources in the subnet depend on these, so that its security group and its routes outlive them. @default nothing, as
   * for a subnet of another stack, which is applied before
   */
  readonly ready?: readonly ITerraformDependable[];
}

/** A subnet of a network that is made here. */
export interface NetworkSubnet extends Required<ISubnet> {
  /** Its CIDR. */
  readonly range: string;
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
      ...(Array.isArray(props.dnsServers) && { dnsServers: [...props.dnsServers] }),
    });
    if (props.dnsServers === "added-later") {
      this.network.lifecycle = { ignoreChanges: ["dns_servers"] };
      recordDecision(
        this.network,
        "ignore_changes on dns_servers",
        "the resolver is added when people need the network, and names itself as its DNS server",
      );
    }
    this.id = this.network.id;
  }

  /** A network of another stack, by its name. */
  static reference(group: IResourceGroup, name: string): IResource {
    return { id: `${group.id}/providers/Microsoft.Network/virtualNetworks/${name}` };
  }

  /** A subnet of another stack's network, by their names. */
  static subnetReference(group: IResourceGroup, network: string, subnet: string): ISubnet {
    return { id: `${VirtualNetwork.reference(group, network).id}/subnets/${subnet}` };
  }

  addSubnet(id: string, props: SubnetProps): NetworkSubnet {
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
  addPlatformSubnet(id: string, props: PlatformSubnetProps): NetworkSubnet {
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
