import type { Resource } from "../../plan/resource";
import { type Rule, rule } from "../../policy/rule";
import type { ResolvedFoundation, ResolvedSubscription } from "../resolve";
import { INHERITED_TAGS } from "../resolve";
import { isIn, providerOf, textOf } from "./reading";

const LOCATIONS = "e56962a6-4747-49cd-b67b-bf8b01975c4c";
const GROUP_LOCATIONS = "e765b5de-1225-4ba3-bd56-1ac6695af988";
const INHERIT_TAG = "ea3f2387-9b95-492a-a190-fcdc54f7b070";
/** Built-in policies that refuse what has no tags. */
const TAG_DENIALS = [
  "871b6d14-10aa-478d-b590-94f262ecfa99",
  "1e30110a-5ceb-460c-a204-c1c3969c6d62",
  "96670d01-0a4d-4649-9c89-2d3abc0a5025",
  "8ce3da23-7156-49e4-b145-24f95f9dcb46",
];

/** FND-04: what holds for whole subscriptions. */
export const fnd04 = (foundation: ResolvedFoundation): Rule =>
  rule({
    control: "FND-04",
    title: "Every subscription has its policies, activity log, Defender plans, security contact and budget",
    why: "What nobody declared is found by what holds for the whole subscription, or by nobody.",
    fix: "Build the subscription's part from the foundation's config.",
    severity: "medium",
    types: ["azurerm_subscription_policy_assignment"],
    needs: ["plan", "config"],
    check(context) {
      const policies = context.resources("azurerm_subscription_policy_assignment");
      for (const policy of policies)
        if (TAG_DENIALS.includes(definition(policy)) && policy.value("enforce") !== false)
          context.fail(
            policy,
            "policy_definition_id",
            "It refuses what has no tags, such as the group that Azure makes for a container environment.",
            {
              fix: "Add missing tags by a policy with the modify effect, or only audit them.",
            },
          );
      for (const one of foundation.subscriptions) {
        const say = (there: boolean, part: string, what: string) => {
          const path = `subscriptions.${one.name}.${part}`;
          if (there) context.pass("config", path);
          else context.fail("config", path, `${one.name} has no ${what}.`);
        };
        const some = (type: string, good: (resource: Resource) => boolean) => context.resources(type).some(good);
        const own = policies.filter((policy) => isIn(policy, "subscription_id", one.variable));
        const regions = (id: string) => own.some((policy) => definition(policy) === id && allows(policy, foundation));
        const inherits = (tag: string) =>
          own.some((policy) => definition(policy) === INHERIT_TAG && textOf(policy, "parameters").includes(`"${tag}"`));
        say([LOCATIONS, GROUP_LOCATIONS].every(regions), "locations", "policy of exactly the allowed locations");
        say(INHERITED_TAGS.every(inherits), "tags", "policies that add missing tags");
        say(
          some("azurerm_monitor_diagnostic_setting", (log) => isIn(log, "target_resource_id", one.variable)),
          "activityLog",
          "activity log in a workspace",
        );
        say(
          some("azurerm_consumption_budget_subscription", (budget) => isIn(budget, "subscription_id", one.variable)),
          "budget",
          "budget",
        );
        say(
          some("azurerm_security_center_contact", (contact) => ofSubscription(contact, one)),
          "securityContact",
          "security contact",
        );
        for (const { type } of one.defender) {
          const covers = (plan: Resource) =>
            ofSubscription(plan, one) && plan.text("resource_type") === type && plan.text("tier") === "Standard";
          say(
            some("azurerm_security_center_subscription_pricing", covers),
            `defender.${type}`,
            `Defender plan for ${type}`,
          );
        }
      }
    },
  });

const definition = (policy: Resource) => textOf(policy, "policy_definition_id").split("/").at(-1) ?? "";

/** True when a policy allows exactly the config's regions and is enforced. */
function allows(policy: Resource, { config }: ResolvedFoundation): boolean {
  const wanted = JSON.stringify([...new Set(config.allowedLocations)].sort());
  return policy.value("enforce") !== false && textOf(policy, "parameters").includes(wanted);
}

function ofSubscription(resource: Resource, { alias }: ResolvedSubscription): boolean {
  return providerOf(resource) === (alias === undefined ? "azurerm" : `azurerm.${alias}`);
}
