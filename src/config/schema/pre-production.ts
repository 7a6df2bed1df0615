import { z } from "zod";
import { parseImage } from "../../azure/image";
import { commonShape } from "./common";
import { exposure, hardenedShape, previousWithMigration } from "./hardened";
import { dataMapEntry, digestImage } from "./pilot";
import { budgetOf, digestExample, reviewDeparts, reviewOf } from "./pilot-answers";
import {
  ACCESS_EXAMPLE,
  egressExample,
  egressOf,
  entryExample,
  externalsOf,
  INCIDENTS_EXAMPLE,
  migrationExample,
  networkAfter,
  ownImage,
  poolBeside,
  RECOVERY,
} from "./pre-production-answers";
import { promotionRecord, retainedShape } from "./retained";
import { type QuestionMeta, rule } from "./rule";
import { serviceBehindEntryShape, serviceRecord } from "./service";
import { storesSchema } from "./store";

/** Sizes of a database from Pre-Production on: general purpose, so that load tests mean something. */
export const GENERAL_PURPOSE_SKUS = ["GP_Standard_D2ds_v5", "GP_Standard_D4ds_v5", "GP_Standard_D8ds_v5"] as const;

const question = (meta: QuestionMeta): QuestionMeta => meta;
const never = () => false;

const ownDigestImage = rule(digestImage, (text) => parseImage(text)?.host === undefined, {
  mustBe: "an image of the environment's own registry",
  fix: "Write repository@sha256:… without a host; the digest is imported from the build registry.",
  control: "SUP-02",
});
const image = ownDigestImage.meta(
  question({ ask: "Which digest of the image runs?", recommend: ownImage, example: digestExample, departs: never }),
);

/** Services from Pre-Production on: own images by digest, and no filter of their own behind the entry. */
export const hardenedServices = serviceRecord({ ...serviceBehindEntryShape, image, exposure });

export const hardenedStores = storesSchema(GENERAL_PURPOSE_SKUS, image, { data: dataMapEntry });

/** The config of a Pre-Production: private, one way in, governed ways out, recreated deliberately. */
export const preProductionSchema = z
  .strictObject({
    stage: z.literal("pre-production"),
    ...commonShape,
    monthlyBudget: commonShape.monthlyBudget.meta(
      question({ ask: "What may it cost a month?", recommend: budgetOf, example: 1700, changesMoney: true }),
    ),
    decisions: commonShape.decisions.meta(
      question({
        ask: "Which decisions shape the platform, now that it is to last; is `platform` still Container Apps, or AKS?",
        example: { platform: "Container Apps, confirmed for Production" },
        anew: true,
      }),
    ),
    externals: commonShape.externals
      .unwrap()
      .meta(question({ ask: "What does it use and not own?", recommend: externalsOf, departs: never })),
    subscription: retainedShape.subscription.meta(
      question({ ask: "Which subscription holds the environment?", example: "orders-preproduction", anew: true }),
    ),
    residency: retainedShape.residency,
    network: retainedShape.network.meta(
      question({ ask: "Which address range may the network use?", recommend: networkAfter, departs: never }),
    ),
    support: retainedShape.support,
    privacy: retainedShape.privacy,
    previous: previousWithMigration.meta(
      question({
        ask: "What becomes of the old environment and its data?",
        example: migrationExample,
        anew: true,
      }),
    ),
    foundation: retainedShape.foundation,
    reviewBy: retainedShape.reviewBy.meta(
      question({ ask: "When is it reviewed?", recommend: reviewOf, departs: reviewDeparts }),
    ),
    releases: retainedShape.releases,
    entry: hardenedShape.entry.meta(
      question({ ask: "Under which host name is it reached, and which paths lead where?", example: entryExample }),
    ),
    vpn: hardenedShape.vpn.meta(
      question({
        ask: "Which addresses do VPN clients get, and which app registration do they sign in to?",
        recommend: poolBeside,
        departs: never,
      }),
    ),
    egress: hardenedShape.egress.meta(
      question({
        ask: "What must be reached outside, who needs it and why?",
        recommend: egressOf,
        example: egressExample,
        departs: (answer) => (answer as { sku?: unknown }).sku !== "Basic",
      }),
    ),
    access: hardenedShape.access.meta(
      question({
        ask: "Which groups (object ids) read, operate, approve and rescue, and how do operators get their role?",
        example: ACCESS_EXAMPLE,
      }),
    ),
    incidents: hardenedShape.incidents.meta(
      question({
        ask: "Who coordinates an incident, who repairs, where do they talk, and where is it written up?",
        example: INCIDENTS_EXAMPLE,
      }),
    ),
    change: hardenedShape.change.meta(
      question({
        ask: "Who deploys, approves and accepts risk, and which checks must a release pass?",
        example: {
          deploys: "ada@orders.example",
          approves: "grace@orders.example",
          acceptsRisk: "ada@orders.example",
          checks: ["unit tests", "dependency scan"],
        },
      }),
    ),
    supply: hardenedShape.supply.meta(
      question({ ask: "From which registry are images imported?", recommend: { buildRegistry: "build-registry" } }),
    ),
    recovery: hardenedShape.recovery.meta(
      question({
        ask: "How does it come back, and how often is that practised?",
        recommend: RECOVERY,
        departs: never,
      }),
    ),
    services: hardenedServices,
    stores: hardenedStores.optional(),
    promotion: promotionRecord,
  })
  .describe("A Gatewright Pre-Production.");

export type PreProductionConfig = z.infer<typeof preProductionSchema>;
