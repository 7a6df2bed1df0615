import { asDay } from "../../config/day";
import { saysSomething } from "../../config/visible-text";
import { minutesOf } from "../../promise/duration";
import { judgePromise } from "../../promise/judge";
import { measuredIn } from "../../promise/measured";
import type { Measured, PromiseLine } from "../../promise/promise";
import { ownEvidence } from "../helpers/own-evidence";
import { type RuleContext, rule } from "../rule";

const WORDS = ["support", "plannedDowntime", "customers"] as const;
/** Classes in which a readiness review names what is left. */
const RISK_CLASSES = ["data", "customer-impact", "compliance", "operational-dependency"];

function isText(value: unknown): boolean {
  return saysSomething(value);
}

function missingIn({ config }: RuleContext): string[] {
  const promise = config.promise ?? {};
  const { availability } = promise;
  const percent = typeof availability === "number" && availability > 0 && availability <= 100;
  return [
    ...(percent ? [] : ["availability"]),
    ...(["rto", "rpo"] as const).filter((name) => minutesOf(promise[name]) === undefined),
    ...WORDS.filter((name) => !isText(promise[name])),
  ];
}

function judgeLine(context: RuleContext, { line, promised, verdict, says, fix }: PromiseLine): void {
  const path = `promise.${line}`;
  if (verdict === "unknown") context.unknown("config", path, says);
  else if (verdict === "not kept") {
    const whole = `The topology cannot keep ${line} ${promised}. ${says}`;
    context.fail("config", path, whole, fix && { fix: fix.says });
  } else
    context.pass("config", path, verdict === "kept" ? `${promised}: ${says}` : `${promised}, not proven yet: ${says}`);
}

/** What drills measured counts where evidence and day are there, as in the report: not when stacks are synthesized. */
function measured(context: RuleContext): Measured {
  if (!context.knows("evidence") || !context.knows("today")) return {};
  const { config, today } = context;
  return measuredIn(ownEvidence(context), config.generation ?? 1, today, config);
}

function judgeRisks(context: RuleContext): void {
  const risks = context.config.risks ?? [];
  if (risks.length === 0)
    context.fail("config", "risks", "No risk is accepted: either nobody looked, or nobody wrote it down.");
  for (const [index, { risk, class: kind, owner, accepted }] of risks.entries()) {
    const path = `risks[${index}]`;
    const lacks = [
      ...(isText(risk) ? [] : ["risk"]),
      ...(RISK_CLASSES.includes(kind ?? "") ? [] : ["class"]),
      ...(isText(owner) ? [] : ["owner"]),
      ...(asDay(accepted) ? [] : ["accepted"]),
    ];
    if (lacks.length === 0) context.pass("config", path);
    else context.fail("config", path, `The accepted risk does not say ${lacks.join(", ")}.`);
  }
}

export const gov05 = rule({
  control: "GOV-05",
  title: "The promise to customers is complete and the topology can keep it; known risks are accepted by a person",
  why: "A promise that the platform cannot keep is broken on a day that somebody else chooses.",
  fix: "Answer promise (availability, rto, rpo, support, plannedDowntime, customers) and risks (risk, class, owner, accepted).",
  severity: "high",
  since: "production",
  types: [],
  needs: ["plan", "config"],
  check(context) {
    const missing = missingIn(context);
    for (const name of missing)
      context.fail(
        "config",
        `promise.${name}`,
        `The promise to customers does not say ${name}, or not so that it can be read.`,
      );
    const { graph, config } = context;
    const { lines } = judgePromise(config.promise ?? {}, { graph, config, measured: measured(context) });
    const judged = lines.filter(({ line }) => !missing.includes(line));
    for (const one of judged) judgeLine(context, one);
    const words = WORDS.filter((name) => !missing.includes(name) && !judged.some(({ line }) => line === name));
    for (const name of words) context.pass("config", `promise.${name}`);
    judgeRisks(context);
  },
});
