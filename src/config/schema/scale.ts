import { z } from "zod";
import { orList } from "../issues";
import { SCALE_MODES } from "../scale-mode";
import { reviewDeparts, reviewOf } from "./pilot-answers";
import { cidr, date, email, hostname, location, sentence } from "./primitives";
import { promisedShape } from "./production";
import { type QuestionMeta, rule } from "./rule";
import {
  costsMore,
  edgeExample,
  failoverOf,
  firstWriter,
  hasVpn,
  hasWriter,
  keptBudget,
  leavesResidency,
  pairedRegion,
  promiseExample,
  regionExample,
  residencyExample,
  risksAnew,
  risksWithQueues,
  secondBudget,
  secondNetwork,
  secondPool,
  triggerExample,
} from "./scale-answers";

const question = (meta: QuestionMeta): QuestionMeta => meta;
const never = () => false;

const amount = rule(z.number(), (n) => Number.isFinite(n) && n >= 0, {
  mustBe: "zero or more",
  fix: "Write what was counted, without a unit.",
});
const now = amount.describe("What it is on the day of the measurement.");
const mark = amount.describe("From where on the company wants a second region.");

const measure = sentence.describe("What is counted.");

/** What was counted before and now, and from where on it counts. */
const grown = z.strictObject({ measure, was: amount.describe("What it was when the Production began."), now, mark });

const trigger = z
  .strictObject({
    usage: grown.describe("How much it is used."),
    expectation: z.strictObject({ measure, now, mark }).describe("What customers expect."),
    supportLoad: grown.describe("What the people who help are asked."),
    unitCost: z
      .strictObject({
        measure: sentence.describe("The unit that is sold."),
        now: amount.describe("What one costs today, in the billing currency."),
        after: amount.describe("What one costs with the second region."),
        carries: amount.describe("What one may cost before it is sold at a loss."),
      })
      .describe("What one unit costs, and what it carries."),
    measured: date.describe("Day of the measurement, at most a year before a check."),
    by: email.describe("Who measured."),
  })
  .describe("The numbers that say that a second region is worth its cost.");

const edge = z
  .strictObject({
    certificate: z.literal("managed").describe("Who renews the certificate: Azure's edge does."),
    cutOver: date.describe("Day on which the host names lead to the edge; the gateway goes after it."),
    worldwide: sentence.describe("What may be said of data at an edge that stands all over the world."),
  })
  .describe("The one way in: Azure Front Door, in front of both regions.");

const failover = z
  .strictObject({
    decides: email.describe("Who decides that the second region takes over."),
    acts: email.describe("Who carries it out."),
  })
  .describe("Who makes the second region the first one.");

/** The second region, and why there is one. */
const secondRegion = z
  .strictObject({
    mode: z
      .enum(SCALE_MODES)
      .describe("How ready the second region stands.")
      .meta(
        question({ ask: `How ready does the second region stand: ${orList(SCALE_MODES)}?`, example: "warm-standby" }),
      ),
    region: location
      .describe("The second Azure region.")
      .meta(question({ ask: "Which is the second region?", recommend: pairedRegion, example: regionExample })),
    network: cidr
      .describe("Address space of its network; outside every other one of the workload.")
      .meta(
        question({ ask: "Which address range may the second network use?", recommend: secondNetwork, departs: never }),
      ),
    vpnPool: cidr
      .optional()
      .describe("Addresses of its VPN clients; absent at cold-standby, which has no VPN.")
      .meta(
        question({
          ask: "Which addresses do VPN clients of the second region get?",
          asked: hasVpn,
          recommend: secondPool,
          departs: never,
        }),
      ),
    monthlyBudget: promisedShape.monthlyBudget
      .describe("Budget a month of the second region; the other one keeps the first region and the edge.")
      .meta(
        question({
          ask: "What may the second region cost a month?",
          recommend: secondBudget,
          example: 900,
          departs: costsMore,
        }),
      ),
    edge: edge.meta(
      question({
        ask: "When do the host names lead to the edge, and what may be said of data there?",
        recommend: { certificate: "managed" },
        example: edgeExample,
        departs: never,
      }),
    ),
    trigger: trigger.meta(
      question({ ask: "Which numbers say that a second region is worth its cost?", example: triggerExample }),
    ),
    failover: failover.meta(
      question({
        ask: "Who decides on a failover, and who carries it out?",
        recommend: failoverOf,
        example: { decides: "ada@orders.example", acts: "grace@orders.example" },
        departs: never,
      }),
    ),
    writerHost: hostname
      .optional()
      .describe("With active-active: the server that takes writes, by its own host name, for the apps of both regions.")
      .meta(
        question({
          ask: "Under which host name do apps of both regions reach the database that takes writes?",
          asked: hasWriter,
          example: firstWriter,
        }),
      ),
  })
  .describe("The second region, and why there is one.");

/** The config of a Scale: a living Production and a second region. */
export const scaleSchema = z
  .strictObject({
    stage: z.literal("scale"),
    ...promisedShape,
    monthlyBudget: promisedShape.monthlyBudget.meta(
      question({
        ask: "What may the first region and the edge cost a month?",
        recommend: keptBudget,
        example: 3000,
        departs: never,
        changesMoney: true,
      }),
    ),
    residency: promisedShape.residency.meta(
      question({
        ask: "In which regions may data be, now that there is a second one?",
        anew: leavesResidency,
        example: residencyExample,
      }),
    ),
    reviewBy: promisedShape.reviewBy.meta(
      question({ ask: "When is it reviewed?", recommend: reviewOf, departs: reviewDeparts }),
    ),
    promise: promisedShape.promise.meta(
      question({
        ask: "What are customers promised, now also for the loss of a region?",
        anew: true,
        example: promiseExample,
      }),
    ),
    risks: promisedShape.risks.meta(
      question({
        ask: "Which risks are known and accepted, by whom, with those that a second region leaves?",
        anew: risksAnew,
        example: risksWithQueues,
      }),
    ),
    scale: secondRegion,
  })
  .describe("A Gatewright Scale.");

export type ScaleConfig = z.infer<typeof scaleSchema>;
