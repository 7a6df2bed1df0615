import { WebApplicationFirewallPolicy } from "@cdktf/provider-azurerm/lib/web-application-firewall-policy";
import { Construct } from "constructs";
import type { ResourceProps } from "./resource-group";

/** Properties of {@link WebFirewall}. */
export interface WebFirewallProps extends ResourceProps {
  /** Ranges that may send requests; an empty list is everybody, whom the managed rules then filter. */
  readonly allowFrom: readonly string[];
}

/** The newest rule sets that the provider takes at 4.55: attacks by pattern, and known bots. */
const RULE_SETS = [
  { type: "Microsoft_DefaultRuleSet", version: "2.1" },
  { type: "Microsoft_BotManagerRuleSet", version: "1.1" },
] as const;

/** Bodies, other than uploaded files, are read whole: a larger one is refused, so that nothing hides behind the limit. */
const BODY_LIMIT_KB = 128;

/**
 * The web application firewall of a gateway: it blocks, and does not only write down what it would have blocked.
 *
 * @example
 * new WebFirewall(this, "firewall", { group, name: "waf-orders", allowFrom: ["203.0.113.0/24"] });
 * @see https://learn.microsoft.com/azure/web-application-firewall/ag/application-gateway-crs-rulegroups-rules
 */
export class WebFirewall extends Construct {
  readonly id: string;

  constructor(scope: Construct, id: string, props: WebFirewallProps) {
    super(scope, id);
    this.id = new WebApplicationFirewallPolicy(this, "resource", {
      name: props.name,
      resourceGroupName: props.group.name,
      location: props.group.location,
      tags: { ...props.group.tags },
      policySettings: {
        enabled: true,
        mode: "Prevention",
        requestBodyCheck: true,
        requestBodyEnforcement: true,
        requestBodyInspectLimitInKb: BODY_LIMIT_KB,
        maxRequestBodySizeInKb: BODY_LIMIT_KB,
        fileUploadLimitInMb: 100,
      },
      managedRules: { managedRuleSet: RULE_SETS.map((set) => ({ ...set })) },
      ...(props.allowFrom.length > 0 && { customRules: [blockAllBut(props.allowFrom)] }),
    }).id;
  }
}

function blockAllBut(ranges: readonly string[]) {
  return {
    name: "AllowedAddressesOnly",
    priority: 1,
    ruleType: "MatchRule",
    action: "Block",
    matchConditions: [
      {
        matchVariables: [{ variableName: "RemoteAddr" }],
        operator: "IPMatch",
        negationCondition: true,
        matchValues: [...ranges],
      },
    ],
  };
}
