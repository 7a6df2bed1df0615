import { didYouMean } from "../config/suggest";
import { plain } from "../display/inert";
import { badInput } from "../errors";
import { FACTS } from "../evidence/facts";
import { RULES } from "../policy/catalogue";
import type { Rule } from "../policy/rule";
import { STAGE_TITLES } from "../stages/stage";

/** Which gates demand a rule: `from Pilot`, `at POC only`. */
export function gatesOf({ since, only }: Pick<Rule, "since" | "only">): string {
  if (only !== undefined) return `at ${STAGE_TITLES[only]} only`;
  return since === undefined ? "at no gate" : `from ${STAGE_TITLES[since]}`;
}

/** Every control in order, one line each. */
export function listControls(custom: readonly Rule[] = []): string {
  return [...RULES, ...custom]
    .toSorted((a, b) => (a.control < b.control ? -1 : 1))
    .map((one) => `${plain(one.control)}  ${plain(one.title)} (${gatesOf(one)})`)
    .join("\n");
}

/**
 * What one control demands, why, and what to do when it fails.
 *
 * @throws BadInput for an id that no rule and no evidence has
 */
export function explain(id: string, custom: readonly Rule[] = []): string {
  const wanted = id.trim().toUpperCase();
  const rules = [...RULES, ...custom];
  const rule = rules.find((one) => one.control.toUpperCase() === wanted);
  const facts = Object.entries(FACTS).filter(([, one]) => one.control === wanted);
  if (!rule && facts.length === 0) {
    const known = [...new Set([...rules.map((one) => one.control), ...Object.values(FACTS).map((one) => one.control)])];
    throw badInput(
      `there is no control ${JSON.stringify(plain(id))}${didYouMean(wanted, known)}`,
      "List the controls with `gatewright check --explain`.",
    );
  }
  const lines: string[] = [];
  if (rule) {
    lines.push(
      plain(rule.title),
      "",
      `  Why    ${plain(rule.why)}`,
      `  Fix    ${plain(rule.fix)}`,
      `  Gates  ${gatesOf(rule)}; severity ${rule.severity}; ${rule.neverWaived ? "never waived" : "can be waived, with a reason and an end"}`,
      `  Needs  ${rule.needs.join(", ")}`,
    );
    if (rule.types.length > 0)
      lines.push(`  Reads  ${rule.types.includes("*") ? "every azurerm resource" : rule.types.join(", ")}`);
  }
  for (const [name, { since, maxAgeDays, says }] of facts)
    lines.push(
      `  Evidence  ${name}: that ${says}, at most ${maxAgeDays} days old${since === undefined ? "" : `, from ${STAGE_TITLES[since]}`}`,
    );
  lines.push(`  Id     ${plain(rule?.control ?? wanted)}`);
  return lines.join("\n");
}
