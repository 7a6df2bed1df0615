import { z } from "zod";
import { commonShape } from "./common";
import { hardenedShape, previousWithMigration } from "./hardened";
import { budgetOf, reviewDeparts, reviewOf } from "./pilot-answers";
import { hardenedServices, hardenedStores } from "./pre-production";
import { networkAfter } from "./pre-production-answers";
import { date, email, partName, sentence } from "./primitives";
import {
  entryOfProduction,
  PROMISE_EXAMPLE,
  previousGoes,
  previousStays,
  recoveryOf,
  risksExample,
} from "./production-answers";
import { promotionRecord, retainedShape } from "./retained";
import { patterned, type QuestionMeta, rule } from "./rule";

const question = (meta: QuestionMeta): QuestionMeta => meta;
const never = () => false;

/** What a promise may count in: minutes to days. */
const duration = patterned(
  /^[1-9]\d* (?:minute|hour|day)s?$/,
  'a time such as "8 hours"',
  "Write a whole number of minutes, hours or days: 90 minutes, 8 hours, 2 days.",
);

const promise = z
  .strictObject({
    availability: rule(z.number(), (percent) => percent >= 90 && percent < 100, {
      mustBe: "a percentage between 90 and 100, such as 99.5",
      fix: "No topology is there always: 100 is not a promise.",
    }).describe("Percent of a month that the service answers, planned downtime apart."),
    rto: duration.describe("Longest time until the service is back after a disaster."),
    rpo: duration.describe("Most data, as a time, that a disaster may take."),
    support: sentence.describe("When somebody helps."),
    plannedDowntime: sentence.describe("When the service may be away."),
    customers: sentence.describe("How customers are told."),
    latency: z
      .strictObject({
        p95: z.int().min(1).max(60_000).describe("Milliseconds in which 95 of 100 requests are answered."),
      })
      .optional(),
    covers: z.array(partName).min(1).optional().describe("Services that it speaks of. Default: every public service."),
    disasters: z
      .array(z.enum(["mistake", "zone", "region"]))
      .min(1)
      .optional()
      .describe("Disasters that RTO and RPO are promised for. Default: mistake and zone."),
  })
  .describe("What customers are promised.");

const risk = z
  .strictObject({
    risk: sentence.describe("What may happen."),
    class: z.enum(["data", "customer-impact", "compliance", "operational-dependency"]).describe("What it would touch."),
    owner: email.describe("Who accepted it."),
    accepted: date.describe("Day on which it was accepted, no later than the decision."),
  })
  .describe("A risk that the company knows and takes.");

const recovery = z
  .strictObject({
    path: sentence.describe("How the environment and its data come back."),
    geoBackup: z
      .enum(["none", "paired-region"])
      .describe("Whether copies are kept in the paired region too; residency must allow it. Cannot be changed later."),
  })
  .describe("How it is recovered.");

const previous = z
  .strictObject({
    ...previousWithMigration.shape,
    destroyBy: date.optional().describe("Day by which it is destroyed; with keep it may stay."),
  })
  .describe("What becomes of the old environment.");

/** What a Production and every stage after it say. A stage asks for some of it. */
export const promisedShape = {
  ...commonShape,
  externals: commonShape.externals.unwrap(),
  subscription: retainedShape.subscription,
  residency: retainedShape.residency,
  network: retainedShape.network,
  support: retainedShape.support,
  privacy: retainedShape.privacy,
  previous,
  foundation: retainedShape.foundation,
  reviewBy: retainedShape.reviewBy,
  releases: retainedShape.releases,
  ...hardenedShape,
  recovery,
  promise,
  risks: z.array(risk).min(1).describe("Risks that the company accepted."),
  services: hardenedServices,
  stores: hardenedStores.optional(),
  promotion: promotionRecord,
} satisfies z.ZodRawShape;

/** The config of a Production: promises, and what keeps them. */
export const productionSchema = z
  .strictObject({
    stage: z.literal("production"),
    ...promisedShape,
    monthlyBudget: promisedShape.monthlyBudget.meta(
      question({ ask: "What may it cost a month?", recommend: budgetOf, example: 3000, changesMoney: true }),
    ),
    subscription: promisedShape.subscription.meta(
      question({ ask: "Which subscription holds the environment?", example: "orders-production", anew: true }),
    ),
    network: promisedShape.network.meta(
      question({ ask: "Which address range may the network use?", recommend: networkAfter, departs: never }),
    ),
    previous: promisedShape.previous.meta(
      question({
        ask: "What becomes of the old environment and its data?",
        recommend: previousStays,
        departs: previousGoes,
      }),
    ),
    reviewBy: promisedShape.reviewBy.meta(
      question({ ask: "When is it reviewed?", recommend: reviewOf, departs: reviewDeparts }),
    ),
    entry: promisedShape.entry.meta(
      question({
        ask: "Under which host name do customers reach it, and which paths lead where?",
        example: entryOfProduction,
        anew: true,
      }),
    ),
    recovery: promisedShape.recovery.meta(
      question({ ask: "How does it come back, and may copies be in the paired region?", recommend: recoveryOf }),
    ),
    promise: promisedShape.promise.meta(question({ ask: "What are customers promised?", example: PROMISE_EXAMPLE })),
    risks: promisedShape.risks.meta(
      question({ ask: "Which risks are known and accepted, by whom?", example: risksExample }),
    ),
  })
  .describe("A Gatewright Production.");

export type ProductionConfig = z.infer<typeof productionSchema>;
