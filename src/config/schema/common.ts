import { z } from "zod";
import { date, email, location, partName, sentence, text, workloadName } from "./primitives";
import { patterned, type RuleParams, rule } from "./rule";

/** True for an address that stands for several: an asterisk that is no key of an instance. */
export function isWildcard(address: string): boolean {
  return address.replace(/\["[^"]*"\]/g, "").includes("*");
}

const waiver = z
  .strictObject({
    control: text.describe("Control id, for example NET-04."),
    resource: rule(text, (address) => !isWildcard(address), {
      mustBe: "the address of one resource",
      fix: "An exception is for one resource: write its address as the finding shows it, and one waiver for each.",
      control: "GOV-04",
    }).describe("Address of the resource, as the finding shows it; config for a finding about this file."),
    by: email,
    why: sentence,
    until: date.describe("Last day it counts; at most 90 days ahead, 30 at Production."),
  })
  .describe("A finding that the company accepts for a while.");

const external = z
  .strictObject({
    kind: z
      .enum(["registry", "dns-zone", "vpn-audience", "network", "workspace", "other"])
      .describe("What it is; decides the format that is checked."),
    owner: email,
    why: sentence,
  })
  .describe("Something that the environment uses and does not own; becomes a Terraform variable.");

const notSecret = z
  .strictObject({
    path: text.describe("Path in this file, for example services.api.env.TOKEN_NAME."),
    why: sentence,
  })
  .describe("Lifts the heuristic that takes a value for a secret; known secret formats are never lifted.");

/** The highest generation that a file may be at. Names have room for one more, which the proof of a recreation builds. */
export const LAST_GENERATION = 998;

const GENERATIONS = JSON.stringify({ mustBe: `between 1 and ${LAST_GENERATION}` } satisfies RuleParams);

/** Fields that every environment of every stage has. */
export const commonShape = {
  workload: workloadName,
  location,
  owner: email.describe("Who answers for the environment and gets its budget warnings."),
  created: date.describe("Day the environment was decided, year-month-day."),
  generation: z
    .int()
    .min(1, { error: GENERATIONS })
    .max(999, { error: GENERATIONS })
    .meta({ maximum: LAST_GENERATION })
    .optional()
    .describe("1 to 998; raising it recreates the environment beside the old one. Default 1."),
  monthlyBudget: rule(z.number(), (n) => Number.isFinite(n) && n >= 1 && n <= 1_000_000, {
    mustBe: "between 1 and 1000000, in the billing currency",
  }).describe("Budget a month in the billing currency; warnings go to the owner."),
  decisions: z
    .record(text, sentence)
    .describe("Decisions that shape the platform, by topic; `platform` (Container Apps or AKS) is required."),
  logging: z
    .strictObject({
      personalData: z.literal("never").describe("The stance on personal data in logs."),
      owner: email.optional().describe("Who answers for it. Default: the owner."),
      retentionDays: z.int().min(30).max(730).optional().describe("Days that logs are kept. Default: the stage's."),
    })
    .describe("What may be logged."),
  extend: patterned(/^\.\.?\/.+\.[cm]?[jt]s$/, "a path such as ./orders.extra.ts")
    .optional()
    .describe("TypeScript file, relative to this one, that adds resources."),
  externals: z.record(partName, external).optional(),
  waivers: z.array(waiver).optional(),
  notSecret: z.array(notSecret).optional(),
  azurerm: patterned(/^4\.\d+\.\d+$/, "an exact 4.x version of the azurerm provider, such as 4.55.0")
    .optional()
    .describe("Exact azurerm provider version. Default 4.55.0, which the bindings were made from."),
} satisfies z.ZodRawShape;

export type WaiverConfig = z.infer<typeof waiver>;
export type ExternalConfig = z.infer<typeof external>;
