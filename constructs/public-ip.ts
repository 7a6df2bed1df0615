import { PublicIp as AzurePublicIp } from "@cdktf/provider-azurerm/lib/public-ip";
import { Construct } from "constructs";
import type { ResourceProps } from "./resource-group";

/** Properties of {@link PublicIp}. */
export interface PublicIpProps extends ResourceProps {
  /** Availability zones, for example `["1", "2", "3"]`, the same as of what holds the address; an empty list names none. */
  readonly zones: readonly string[];
}

/**
 * A public address that stays the same. Standard, because gateways and firewalls take no other; closed from outside
 * until something listens on it.
 *
 * @example
 * const address = new PublicIp(this, "address", { group, name: "pip-orders", zones: ["1", "2", "3"] });
 * @see https://learn.microsoft.com/azure/virtual-network/ip-services/public-ip-addresses
 */
export class PublicIp extends Construct {
  readonly id: string;
  /** The IPv4 address, known after apply. */
  readonly address: string;

  constructor(scope: Construct, id: string, props: PublicIpProps) {
    super(scope, id);
    const resource = new AzurePublicIp(this, "resource", {
      name: props.name,
      resourceGroupName: props.group.name,
      location: props.group.location,
      tags: { ...props.group.tags },
      sku: "Standard",
      allocationMethod: "Static",
      ...(props.zones.length > 0 && { zones: [...props.zones] }),
    });
    this.id = resource.id;
    this.address = resource.ipAddress;
  }
}
