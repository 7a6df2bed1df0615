import { z } from "zod";
import { SCALE_MODES } from "../scale-mode";
import { cidr, date, email, hostname, location, sentence } from "./primitives";
import { promisedShape } from "./production";
import { rule } from "./rule";

const amount = rule(z.number(), (n) => Number.isFinite(n) && n >= 0, {
  mustBe: "zero or more",
  fix: "Write what was counted, without a unit.",
});
const now = amount.describe("What it is on the day of the measurement.");
const mark = amount.describe("From where on the company wants a second region.");

/** What was counted, and from where on it counts. */
const measured = {
  measure: sentence.describe("What is counted."),
  now,
  mark,
} satisfies z.ZodRawShape;

const grown = z.strictObject({ ...measured, was: amount.describe("What it was when the Production began.") });

const trigger = z
  .strictObject({
    usage: grown.describe("How much it is used."),
    expectation: z.strictObject(measured).describe("What customers expect."),
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
export const secondRegion = z
  .strictObject({
    mode: z.enum(SCALE_MODES).describe("How ready the second region stands."),
    region: location.describe("The second Azure region."),
    network: cidr.describe("Address space of its network; outside every other one of the workload."),
    vpnPool: cidr.optional().describe("Addresses of its VPN clients; absent at cold-standby, which has no VPN."),
    monthlyBudget: promisedShape.monthlyBudget.describe(
      "Budget a month of the second region; the other one keeps the first region and the edge.",
    ),
    edge,
    trigger,
    failover,
    writerHost: hostname
      .optional()
      .describe("With active-active: host name of the database that takes writes, for the apps of both regions."),
  })
  .describe("The second region, and why there is one.");

/** The config of a Scale: a living Production and a second region. */
export const scaleSchema = z
  .strictObject({ stage: z.literal("scale"), ...promisedShape, scale: secondRegion })
  .describe("A Gatewright Scale.");

export type ScaleConfig = z.infer<typeof scaleSchema>;
