import { judgeFoundation } from "../../src/foundation/judge";
import { resolveFoundation } from "../../src/foundation/resolve";
import { subscriptionKey } from "../../src/foundation/subscription-key";
import { validateFoundation } from "../../src/foundation/validate";
import { foundationSteps } from "../../src/steps/foundation";
import { refusal } from "../support/problems";
import { foundationConfig, resources, synthesized } from "./support";

/** Names that Azure gives to subscriptions itself, by offer and language. */
const BY_AZURE = [
  "Azure subscription 1",
  "Pay-As-You-Go",
  "Pay-As-You-Go Dev/Test",
  "Free Trial",
  "Microsoft Azure Sponsorship",
  "Microsoft Partner Network",
  "Visual Studio Enterprise Subscription",
  "Visual Studio Enterprise Subscription – MPN",
  "Azure for Students",
  "Azure Pass - Sponsorship",
  "Access to Azure Active Directory",
  "Abonnement Azure 1",
  "Suscripción de Azure 1",
  "Azure-Abonnement 1",
];

const named = (name: string) =>
  foundationConfig({
    subscriptions: { base: { monthlyBudget: 50 }, [name]: { monthlyBudget: 500 } },
    environments: [{ stage: "pilot", subscription: name }],
  });

test.each(BY_AZURE)("%s is a name", (name) => {
  expect(validateFoundation(named(name)).subscriptions).toHaveProperty([name]);
  const { key, variable } = resolveFoundation(named(name)).subscriptions[1]!;
  expect(key).toMatch(/^[a-z][a-z0-9-]*$/);
  expect(variable).toMatch(/^[a-z][a-z0-9_]*_subscription_id$/);
  expect(judgeFoundation({ config: named(name) }, [synthesized(named(name))]).outcome).toBe("admitted");
});

test.each(["base", "orders-customers", "a--b", "orders-"])("%s keeps its addresses", (name) => {
  expect(subscriptionKey(name)).toBe(name);
});

test("a name that Terraform cannot hold has another in addresses, and its own in commands, as one word", () => {
  const config = named("2nd Azure subscription");
  const { json } = synthesized(config);
  expect(Object.keys(resources(json, "azurerm_consumption_budget_subscription"))).toEqual([
    "subscription-base_budget",
    "subscription-s-2nd-azure-subscription_budget",
  ]);
  expect(Object.keys(json.variable ?? {})).toContain("s_2nd_azure_subscription_subscription_id");
  expect(foundationSteps(resolveFoundation(config))[1]?.needs).toContain(
    `TF_VAR_s_2nd_azure_subscription_subscription_id="$(az account show --subscription '2nd Azure subscription' --query id --output tsv)"`,
  );
});

test.each(["", " Azure", "Azure ", 'a"b', "a$b", "a`b", "a\\b", "a;b", "a\nb", "{a}", "a!", "éß", "a".repeat(65)])(
  "%j is none",
  (name) => {
    expect(refusal(() => validateFoundation(named(name)))).toContain(
      "must be the name of an Azure subscription: at most 64 letters, digits, spaces",
    );
  },
);

test("two names that are one in addresses are refused", () => {
  const config = foundationConfig({
    subscriptions: { base: { monthlyBudget: 50 }, customers: { monthlyBudget: 500 }, Customers: { monthlyBudget: 1 } },
  });
  expect(refusal(() => validateFoundation(config))).toContain(
    'subscriptions: "Customers" and "customers" are both customers in Terraform\'s addresses',
  );
});
