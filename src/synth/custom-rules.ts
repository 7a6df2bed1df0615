import { saysSomething } from "../config/visible-text";
import { BadInput, type Problem } from "../errors";
import { RULES } from "../policy/catalogue";
import type { Rule } from "../policy/rule";
import { isStage, STAGES } from "../stages/stage";

const ID = /^[A-Z][A-Z0-9]*(?:-[A-Z0-9]+)+$/;
const NEEDS = ["plan", "config", "evidence", "today", "neighbours"];

/**
 * Checks rules that a company wrote, so that a mistake in one is told before anything is judged.
 *
 * @throws BadInput with every mistake
 */
export function checkedRules(rules: readonly Rule[]): readonly Rule[] {
  const problems: Problem[] = [];
  const seen = new Set<string>();
  const known = rules.length > 0 ? new Set(RULES.map((one) => one.control)) : new Set<string>();
  for (const [index, rule] of rules.entries()) {
    const mistake = mistakeOf(rule) ?? clash(rule.control, known, seen);
    seen.add(rule?.control);
    if (!mistake) continue;
    const name = typeof rule?.control === "string" ? rule.control : `the rule at position ${index + 1}`;
    problems.push({ path: "", says: `custom rules: ${name} ${mistake}` });
  }
  if (problems.length > 0) throw new BadInput(problems);
  return rules;
}

function mistakeOf(rule: Partial<Rule>): string | undefined {
  if (rule === null || typeof rule !== "object") return "is not a rule; make it with rule({ … })";
  if (typeof rule.control !== "string" || !ID.test(rule.control)) return "needs a control id such as ACME-01";
  for (const field of ["title", "why", "fix"] as const)
    if (!saysSomething(rule[field])) return `does not say its ${field}`;
  if (typeof rule.check !== "function") return "has no check function";
  if (!Array.isArray(rule.types)) return "does not list its resource types";
  if (!Array.isArray(rule.needs) || !rule.needs.every((one) => NEEDS.includes(one)))
    return `must list its needs out of ${NEEDS.join(", ")}`;
  if (!["high", "medium", "low"].includes(rule.severity ?? "")) return "must have the severity high, medium or low";
  if ((rule.since === undefined) === (rule.only === undefined)) return "must have either since or only";
  return isStage(rule.since ?? rule.only) ? undefined : `must name a stage: ${STAGES.join(", ")}`;
}

function clash(control: string, known: ReadonlySet<string>, seen: ReadonlySet<string>): string | undefined {
  if (known.has(control)) return "is a control of the product; give yours an id of its own, such as ACME-01";
  return seen.has(control) ? "is declared twice" : undefined;
}
