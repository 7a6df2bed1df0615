import { SubscriptionPolicyAssignment } from "@cdktf/provider-azurerm/lib/subscription-policy-assignment";
import type { TerraformProvider } from "cdktf";
import { Construct } from "constructs";
import type { IResource, ISubscription } from "./references";

/**
 * Built-in policies by what they do.
 *
 * @see https://learn.microsoft.com/azure/governance/policy/samples/built-in-policies
 */
const POLICIES = {
  /** Refuses resources elsewhere; leaves global ones alone. */
  "allowed-locations": "e56962a6-4747-49cd-b67b-bf8b01975c4c",
  "allowed-locations-of-groups": "e765b5de-1225-4ba3-bd56-1ac6695af988",
  /** Copies a tag from the group where a resource has none. */
  "inherit-tag": "ea3f2387-9b95-492a-a190-fcdc54f7b070",
} as const;

/** Properties of {@link SubscriptionPolicies}. */
export interface SubscriptionPoliciesProps {
  /** The subscription that they hold in. */
  readonly subscription: ISubscription;
  /** Azure region names; nothing can be created anywhere else. */
  readonly allowedLocations: readonly string[];
  /** Tags that a resource takes over from its group when it has none of its own. */
  readonly inheritedTags: readonly string[];
  /** The user-assigned identity that sets missing tags on resources that exist already. */
  readonly identity: IResource;
  /** Region of the assignments that have an identity. */
  readonly location: string;
  /** The provider that reaches the subscription. @default the stack's provider */
  readonly provider?: TerraformProvider;
}

/**
 * What Azure itself refuses or mends in a subscription: regions are refused, missing tags are added. Tags are never a
 * reason to refuse, because the group that Azure makes for a Container Apps environment has none and would fail.
 *
 * @example
 * new SubscriptionPolicies(this, "policies", { subscription, allowedLocations: ["westeurope"], inheritedTags: ["owner"],
 *   identity, location: "westeurope" });
 * @see https://learn.microsoft.com/azure/governance/policy/concepts/effect-modify
 */
export class SubscriptionPolicies extends Construct {
  constructor(scope: Construct, id: string, props: SubscriptionPoliciesProps) {
    super(scope, id);
    const { subscription, provider, location } = props;
    const assign = (
      part: string,
      policy: keyof typeof POLICIES,
      displayName: string,
      parameters: Readonly<Record<string, unknown>>,
      identity?: IResource,
    ) =>
      new SubscriptionPolicyAssignment(this, part, {
        name: `gatewright-${part}`,
        displayName,
        subscriptionId: `/subscriptions/${subscription.subscriptionId}`,
        policyDefinitionId: `/providers/Microsoft.Authorization/policyDefinitions/${POLICIES[policy]}`,
        parameters: JSON.stringify(
          Object.fromEntries(Object.entries(parameters).map(([name, value]) => [name, { value }])),
        ),
        ...(identity && { location, identity: { type: "UserAssigned", identityIds: [identity.id] } }),
        ...(provider && { provider }),
      });
    const regions = { listOfAllowedLocations: [...new Set(props.allowedLocations)].sort() };
    assign("locations", "allowed-locations", "Resources only in allowed regions", regions);
    assign("group-locations", "allowed-locations-of-groups", "Resource groups only in allowed regions", regions);
    for (const tag of props.inheritedTags)
      assign(`tag-${tag}`, "inherit-tag", `Tag ${tag} from the group where missing`, { tagName: tag }, props.identity);
  }
}
