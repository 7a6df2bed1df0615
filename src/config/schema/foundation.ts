import { z } from "zod";
import { STAGES } from "../../stages/stage";
import { date, email, guid, location, sentence, subscriptionName, workloadName } from "./primitives";
import { patterned, rule } from "./rule";

const budget = rule(z.number(), (n) => Number.isFinite(n) && n >= 1 && n <= 1_000_000, {
  mustBe: "between 1 and 1000000, in the billing currency",
}).describe("Budget of the whole subscription a month, in the billing currency; warnings go to the owner.");

const repository = patterned(
  /^[A-Za-z0-9](?:[A-Za-z0-9-]{0,38})\/[A-Za-z0-9._-]{1,100}$/,
  "a GitHub repository as organization/name, such as orders-example/orders",
).describe("GitHub repository whose workflows deploy, as organization/name.");

const environment = z
  .strictObject({
    workload: workloadName.optional().describe("The product. Default: the foundation's workload."),
    stage: z.enum(STAGES).describe("Stage of the environment; Scale keeps the identity and state of Production."),
    subscription: subscriptionName.describe("Subscription that holds it, one of `subscriptions`."),
  })
  .describe("An environment that gets a deploy identity and a state container.");

/** The config of a company's foundation: state, deploy identities and what holds for whole subscriptions. */
export const foundationSchema = z
  .strictObject({
    workload: workloadName.describe("Short name of the company or of its first product; part of every name."),
    location,
    owner: email.describe("Who answers for the foundation and gets its budget warnings."),
    created: date.describe("Day the foundation was decided, year-month-day."),
    repository,
    runners: rule(z.string(), (value) => value === "hosted", {
      mustBe: "hosted",
      fix: "Private runners are not supported: the state storage keeps its public endpoint, which only Entra sign-in opens, because GitHub's runners have no fixed addresses.",
      control: "FND-01",
    })
      .optional()
      .describe("Where workflows run. Default, and the only choice: hosted, GitHub's own runners."),
    state: z
      .enum(["local", "own"])
      .describe("local for the first apply, which makes the state storage; own from then on, in that storage."),
    stateAccount: patterned(/^[a-z0-9]{3,24}$/, "3 to 24 lower-case letters and digits")
      .optional()
      .describe(
        "Name of the state storage account. Default: computed from workload, location and GitHub organization; write it here before one of them changes.",
      ),
    allowedLocations: z
      .array(location)
      .min(1)
      .describe("Regions in which anything may be created, in every subscription."),
    subscription: subscriptionName.describe("Subscription of the foundation itself, one of `subscriptions`."),
    subscriptions: rule(
      z.record(subscriptionName, z.strictObject({ monthlyBudget: budget })),
      (all) => Object.keys(all).length > 0,
      { mustBe: "at least one subscription" },
    ).describe("The company's subscriptions by name; each gets policies, a budget and an activity log."),
    environments: z.array(environment).describe("Environments, listed before their first deployment."),
    groups: z
      .strictObject({
        owners: guid.describe("Object id of the Entra group that applies the foundation: Owner."),
        operators: guid.describe("Object id of the Entra group that operates environments: Contributor."),
        readers: guid.describe("Object id of the Entra group that may look: Reader."),
        breakGlass: guid.describe("Object id of the Entra group of the emergency accounts: Owner, always."),
      })
      .describe("Who gets access; nobody gets it by a user's id."),
    writers: z
      .enum(["standing", "eligible"])
      .optional()
      .describe(
        "Whether owners and operators hold their roles always, or activate them (needs Entra ID P2). Default: standing up to Pilot, eligible from Pre-Production.",
      ),
    security: z
      .strictObject({
        contact: email.describe("Who is told of security alerts."),
        phone: patterned(
          /^\+[1-9][0-9 ()-]{5,20}$/,
          "a phone number with country code, such as +31 20 555 0100",
        ).optional(),
      })
      .describe("Security contact of every subscription."),
    company: z
      .strictObject({
        domain: z
          .strictObject({
            name: patterned(
              /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,}$/,
              "a domain name such as orders.example",
            ).describe("The company's domain."),
            owner: email.describe("Who can change it at the registrar."),
          })
          .optional()
          .describe("The company's domain and who owns it."),
        website: patterned(/^https:\/\/[!-~]+$/, "an address that starts with https://")
          .optional()
          .describe("Where the company is found in public."),
        admins: z.array(email).min(1).optional().describe("Entra administrators; at least two people."),
        evidence: sentence.optional().describe("Where evidence is kept: a folder, a drive, a repository."),
      })
      .optional()
      .describe("Facts that no infrastructure shows; `check foundation` asks for all of them."),
    azurerm: patterned(/^4\.\d+\.\d+$/, "an exact 4.x version of the azurerm provider, such as 4.55.0")
      .optional()
      .describe("Exact azurerm provider version. Default 4.55.0, which the bindings were made from."),
  })
  .describe("A Gatewright foundation.");

/** What a person wrote, checked: the config of a foundation. */
export type FoundationConfig = z.infer<typeof foundationSchema>;
