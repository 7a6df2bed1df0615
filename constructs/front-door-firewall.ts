import { CdnFrontdoorFirewallPolicy } from "@cdktf/provider-azurerm/lib/cdn-frontdoor-firewall-policy";
import { CdnFrontdoorSecurityPolicy } from "@cdktf/provider-azurerm/lib/cdn-frontdoor-security-policy";
import type { ITerraformDependable } from "cdktf";
import { Construct } from "constructs";
import type { IResource } from "./references";
import type { ResourceProps } from "./resource-group";

/** Properties of {@link FrontDoorFirewall}; the name is the policy's: letters and digits only. */
export interface FrontDoorFirewallProps extends ResourceProps {
  /** The Premium profile that it is for. */
  readonly profile: IResource;
  /** Everything that takes requests: the endpoint and the custom domains of the profile, 1 to 500. */
  readonly domains: readonly IResource[];
  /** Ranges that may send requests, at most 600; an empty list is everybody, whom the managed rules then filter. */
  readonly allowFrom: readonly string[];
}

/** The newest rule sets that Front Door has: attacks by pattern, and known bots. */
const RULE_SETS = [
  { type: "Microsoft_DefaultRuleSet", version: "2.1", action: "Block" },
  { type: "Microsoft_BotManagerRuleSet", version: "1.1", action: "Block" },
] as const;

/**
 * The web application firewall of a Front Door: it blocks, and does not only write down what it would have blocked.
 *
 * @example
 * new FrontDoorFirewall(this, "firewall", { group, name: "fdfporders", profile, domains: [endpoint], allowFrom: [] });
 * @see https://learn.microsoft.com/azure/web-application-firewall/afds/waf-front-door-drs
 */
export class FrontDoorFirewall extends Construct {
  readonly id: string;
  /** What lets requests through comes after these. */
  readonly ready: readonly ITerraformDependable[];

  constructor(scope: Construct, id: string, props: FrontDoorFirewallProps) {
    super(scope, id);
    const policy = new CdnFrontdoorFirewallPolicy(this, "resource", {
      name: props.name,
      resourceGroupName: props.group.name,
      tags: { ...props.group.tags },
      skuName: "Premium_AzureFrontDoor",
      enabled: true,
      mode: "Prevention",
      requestBodyCheckEnabled: true,
      managedRule: RULE_SETS.map((set) => ({ ...set })),
      ...(props.allowFrom.length > 0 && { customRule: [blockAllBut(props.allowFrom)] }),
    });
    const association = new CdnFrontdoorSecurityPolicy(this, "association", {
      name: "firewall",
      cdnFrontdoorProfileId: props.profile.id,
      securityPolicies: {
        firewall: {
          cdnFrontdoorFirewallPolicyId: policy.id,
          association: {
            domain: props.domains.map(({ id }) => ({ cdnFrontdoorDomainId: id })),
            patternsToMatch: ["/*"],
          },
        },
      },
    });
    this.id = policy.id;
    this.ready = [association];
  }
}

/** By the address that connected: the other one, `RemoteAddr`, is what a header of the request says. */
function blockAllBut(ranges: readonly string[]) {
  return {
    name: "AllowedAddressesOnly",
    enabled: true,
    priority: 1,
    type: "MatchRule",
    action: "Block",
    matchCondition: [
      { matchVariable: "SocketAddr", operator: "IPMatch", negationCondition: true, matchValues: [...ranges] },
    ],
  };
}
