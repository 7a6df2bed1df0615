import { z } from "zod";
import { cidr, date, email, location, sentence, subscriptionName, text } from "./primitives";
import { patterned } from "./rule";

export const digest = patterned(/^sha256:[0-9a-f]{64}$/, "a digest: sha256: and 64 hexadecimal digits");

/** Where an environment came from; written by `promote`, never by hand. */
export const promotionRecord = z
  .strictObject({
    from: text.describe("The environment that was promoted, for example orders-poc."),
    digest: digest.describe("Digest of its config at that moment."),
    answers: text.describe("The answers file."),
    by: email.describe("Who decided."),
    decided: date.describe("When."),
    why: z.record(text, sentence).optional().describe("Reasons given with the answers, by path."),
    expired: date.optional().describe("Day on which the promoted environment had expired, where it had."),
    cost: z
      .strictObject({ before: z.number(), after: z.number() })
      .optional()
      .describe("Monthly floor before and after, as shown when it was decided."),
  })
  .describe("Where this environment came from. Written by `gatewright promote`.");

/** What becomes of the environment that was promoted. */
export const previousShape = {
  data: z.enum(["drop", "migrate", "keep"]).describe("What happens to its data; promotion copies none."),
  destroyBy: date.describe("Day by which it is destroyed."),
} satisfies z.ZodRawShape;

/** What every environment from Pilot on says of itself. A stage asks for some of it anew and carries the rest. */
export const retainedShape = {
  subscription: subscriptionName.describe(
    "Name of the Azure subscription; its id is the Terraform variable subscription_id.",
  ),
  residency: z.array(location).min(1).describe("Regions that data may be in."),
  network: cidr.describe("Address space of the environment's network."),
  support: z
    .strictObject({ contact: email, hours: sentence.describe("When somebody answers.") })
    .describe("Who users turn to, and who alerts reach."),
  privacy: z
    .strictObject({
      role: z.enum(["controller", "processor", "joint-controller"]).describe("The company's role for the data."),
      contact: email.describe("Where people ask about their data."),
    })
    .describe("Data protection position."),
  foundation: patterned(/^[\w./-]+\.foundation\.ya?ml$/, "a foundation file such as orders.foundation.yaml").describe(
    "The foundation that keeps its state and identities.",
  ),
  reviewBy: date.describe("Day by which the environment is reviewed."),
  releases: z
    .strictObject({
      revisions: z.enum(["single", "multiple"]).describe("multiple keeps the last revision ready to take over."),
      rollback: sentence.describe("How a bad release is undone."),
    })
    .describe("How releases go out and back."),
} satisfies z.ZodRawShape;
