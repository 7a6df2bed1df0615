import { z } from "zod";
import { parseImage } from "../../azure/image";
import { SPECIAL_BASIS_NAMES, SPECIAL_KIND_NAMES } from "../special-categories";
import { commonShape } from "./common";
import {
  budgetOf,
  digestExample,
  foundationOf,
  previousExample,
  residencyOf,
  reviewDeparts,
  reviewOf,
} from "./pilot-answers";
import { cidr, hostname, image, sentence, text } from "./primitives";
import { previousShape, promotionRecord, retainedShape } from "./retained";
import { patterned, type QuestionMeta, rule } from "./rule";
import { servicesSchema } from "./service";
import { BURSTABLE_SKUS, storesSchema } from "./store";

/** Sizes of a Pilot's database: burstable, or the small general-purpose ones. */
export const PILOT_SKUS = [...BURSTABLE_SKUS, "GP_Standard_D2ds_v5", "GP_Standard_D4ds_v5"] as const;

/** The six lawful bases of the GDPR. @see https://eur-lex.europa.eu/eli/reg/2016/679/oj (article 6) */
const LAWFUL_BASES = [
  "consent",
  "contract",
  "legal-obligation",
  "vital-interests",
  "public-task",
  "legitimate-interests",
] as const;

const question = (meta: QuestionMeta): QuestionMeta => meta;

export const digestImage = rule(
  image,
  (text) => parseImage(text)?.digest !== undefined || parseImage(text) === undefined,
  {
    mustBe: "pinned by digest from Pilot on",
    fix: "Write repository@sha256:<64 hex digits>; `az acr manifest show-metadata` or `docker buildx imagetools inspect` tells the digest.",
    control: "SUP-01",
  },
);

const specialCategory = z
  .strictObject({
    kind: z.enum(SPECIAL_KIND_NAMES).describe("Which category it is."),
    basis: z.enum(SPECIAL_BASIS_NAMES).describe("Basis under article 9(2), or article 10 for criminal records."),
    law: sentence.optional().describe("The law that allows it, where the basis is one only together with a law."),
  })
  .describe("One category that the GDPR protects more, and why it may be kept.");

/** What a store holds about people: one line of the data map. */
export const dataMapEntry = z
  .strictObject({
    categories: z.array(text).min(1).describe("What is kept, for example name, address, orders."),
    purpose: sentence.describe("What it is kept for."),
    basis: z.enum(LAWFUL_BASES).describe("Lawful basis under article 6 of the GDPR."),
    keep: patterned(
      /^[1-9]\d* (?:day|week|month|year)s?$/,
      'a period such as "24 months"',
      "Write a whole number of days, weeks, months or years: 30 days, 24 months, 10 years.",
    ).describe("How long it is kept, for example 24 months."),
    special: z
      .array(specialCategory)
      .min(1)
      .optional()
      .describe(
        "Special categories in it (article 9) and criminal records (article 10). Needs an assessment as evidence.",
      ),
    notSpecial: sentence.optional().describe("Why words that look like a special category are none."),
  })
  .describe("Data map: what the store holds and why it may.");

const pinnedImage = digestImage.meta(question({ ask: "Which digest of the image runs?", example: digestExample }));

const dataMap = dataMapEntry.meta(
  question({
    ask: "What does the store hold, for what, on which lawful basis, and for how long? Is any of it of a special category?",
    example: { categories: ["name", "address"], purpose: "fulfil orders", basis: "contract", keep: "24 months" },
  }),
);

/** What a Pilot and every stage after it say of themselves, as a Pilot asks for it. */
const pilotShape = {
  subscription: retainedShape.subscription.meta(
    question({ ask: "Which subscription holds the environment?", example: "orders-customers" }),
  ),
  residency: retainedShape.residency.meta(
    question({ ask: "In which regions may data be kept?", recommend: residencyOf }),
  ),
  network: retainedShape.network.meta(
    question({ ask: "Which address range may the network use?", recommend: "10.20.0.0/22" }),
  ),
  operatorsFrom: z
    .array(cidr)
    .min(1)
    .describe("Addresses from which people operate it.")
    .meta(question({ ask: "From which addresses do people operate it?", example: ["203.0.113.7/32"] })),
  support: retainedShape.support.meta(
    question({
      ask: "Whom do users turn to, and when does somebody answer?",
      example: { contact: "help@orders.example", hours: "weekdays 9-17 CET" },
    }),
  ),
  privacy: retainedShape.privacy.meta(
    question({
      ask: "Is the company controller or processor, and whom do people ask about their data?",
      example: { role: "processor", contact: "privacy@orders.example" },
    }),
  ),
  previous: z
    .strictObject(previousShape)
    .describe("What becomes of the old environment.")
    .meta(
      question({
        ask: "What becomes of the old environment and its data?",
        example: previousExample,
      }),
    ),
  foundation: retainedShape.foundation.meta(
    question({ ask: "Which foundation does it stand on?", recommend: foundationOf }),
  ),
  reviewBy: retainedShape.reviewBy
    .describe("Day by which the Pilot is reviewed.")
    .meta(question({ ask: "When is it reviewed?", recommend: reviewOf, departs: reviewDeparts })),
  releases: retainedShape.releases.meta(
    question({
      ask: "How does a release go out, and how is it undone?",
      recommend: { revisions: "single", rollback: "apply the previous digests again" },
    }),
  ),
  promotion: promotionRecord,
} satisfies z.ZodRawShape;

/** The config of a Pilot: external users, so perhaps personal data. */
export const pilotSchema = z
  .strictObject({
    stage: z.literal("pilot"),
    ...commonShape,
    monthlyBudget: commonShape.monthlyBudget.meta(
      question({ ask: "What may it cost a month?", recommend: budgetOf, example: 350, changesMoney: true }),
    ),
    services: servicesSchema({
      image: pinnedImage,
      domain: hostname.optional().describe("Custom domain of a public service; bound in a second step, after DNS."),
    }),
    stores: storesSchema(PILOT_SKUS, pinnedImage, { data: dataMap }).optional(),
    ...pilotShape,
  })
  .describe("A Gatewright Pilot.");

export type PilotConfig = z.infer<typeof pilotSchema>;
