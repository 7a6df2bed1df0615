import { Firewall as AzureFirewall } from "@cdktf/provider-azurerm/lib/firewall";
import type { ITerraformDependable } from "cdktf";
import { Construct } from "constructs";
import { BadInput } from "../src/errors";
import type { EgressRule, FirewallTier } from "./egress-rule";
import { FirewallPolicy } from "./firewall-policy";
import { PublicIp } from "./public-ip";
import type { ResourceProps } from "./resource-group";
import type { ISubnet } from "./virtual-network";

export type { EgressRule, EgressTarget, FirewallTier } from "./egress-rule";

/** Properties of {@link Firewall}. */
export interface FirewallProps extends ResourceProps {
  /** Name of the policy that holds its rules. */
  readonly policyName: string;
  /** Name of the address that the outside sees. */
  readonly publicIpName: string;
  /** Tier of the firewall and of its policy. */
  readonly tier: FirewallTier;
  /** The network's `AzureFirewallSubnet`, /26 or larger. */
  readonly subnet: ISubnet;
  /**
   * The network's `AzureFirewallManagementSubnet`, /26 or larger, and the address over which Azure runs the firewall.
   * Basic needs both. @default none: Azure runs the firewall over its one address
   */
  readonly management?: { readonly subnet: ISubnet; readonly publicIpName: string };
  /** Availability zones of the firewall and its addresses; they cannot be changed later. An empty list names none. */
  readonly zones: readonly string[];
  /** What may leave the network; everything else is denied. */
  readonly rules: readonly EgressRule[];
}

/**
 * The one way out of the network, and no way in: it translates no addresses inwards. A route table leads the subnets
 * here, so whatever needs to leave from them waits for the firewall and its rules.
 *
 * @example
 * const firewall = new Firewall(this, "firewall", { group, name: "afw-orders", policyName: "afwp-orders",
 *   publicIpName: "pip-orders-egress", tier: "Standard", subnet, zones: [], rules: [] });
 * @throws BadInput for Basic without management, or for rules that the tier cannot enforce
 * @see https://learn.microsoft.com/azure/firewall/overview
 */
export class Firewall extends Construct {
  readonly id: string;
  /** Where routes lead; known after apply. */
  readonly privateAddress: string;
  /** The address that the outside sees. */
  readonly publicIp: PublicIp;
  /** What leaves the network while it is made depends on these; the rules are in place by then. */
  readonly ready: readonly ITerraformDependable[];

  constructor(scope: Construct, id: string, props: FirewallProps) {
    super(scope, id);
    const { group, management, subnet, tier, zones } = props;
    if (tier === "Basic" && !management) throw withoutManagement();
    const policy = new FirewallPolicy(this, "policy", { group, name: props.policyName, tier, rules: props.rules });
    this.publicIp = new PublicIp(this, "address", { group, name: props.publicIpName, zones });
    const firewall = new AzureFirewall(this, "resource", {
      name: props.name,
      resourceGroupName: group.name,
      location: group.location,
      tags: { ...group.tags },
      skuName: "AZFW_VNet",
      skuTier: tier,
      firewallPolicyId: policy.id,
      ipConfiguration: [{ name: "egress", subnetId: subnet.id, publicIpAddressId: this.publicIp.id }],
      ...(management && {
        managementIpConfiguration: {
          name: "management",
          subnetId: management.subnet.id,
          publicIpAddressId: new PublicIp(this, "management", { group, name: management.publicIpName, zones }).id,
        },
      }),
      ...(zones.length > 0 && { zones: [...zones] }),
      dependsOn: [...policy.ready],
    });
    this.id = firewall.id;
    this.ready = [firewall];
    this.privateAddress = firewall.ipConfiguration.get(0).privateIpAddress;
  }
}

function withoutManagement(): BadInput {
  const path = "firewall.management";
  const says = `${path} must be given on firewall tier Basic`;
  const fix =
    "Azure runs a Basic firewall over a subnet of its own, AzureFirewallManagementSubnet: make it and pass it.";
  return new BadInput([{ path, says, fix, control: "NET-08" }]);
}
