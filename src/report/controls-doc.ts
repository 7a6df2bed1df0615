import { markdown } from "../display/inert";
import type { NotBefore } from "../evidence/days";
import { FACTS, type Fact } from "../evidence/facts";
import { RULES } from "../policy/catalogue";
import type { Rule } from "../policy/rule";
import { STAGE_TITLES } from "../stages/stage";
import { gatesOf } from "./explain";

const FAMILIES: Readonly<Record<string, string>> = {
  REC: "Recreation",
  NET: "Network",
  DAT: "Data",
  SEC: "Secrets",
  IAM: "Identity and access",
  SUP: "Supply chain",
  CHG: "Change",
  OBS: "Observability",
  INC: "Incidents",
  CST: "Cost",
  GOV: "Governance",
  RES: "Resilience",
  FND: "Foundation",
};

const EXAMPLE = `\`\`\`yaml
# part of environments/evidence.yaml
- fact: restore-drilled
  env: orders-production
  generation: 1
  by: grace@orders.example
  date: 2027-06-10
  link: https://wiki.orders.example/drills/restore-2027-06-10
  measured: { rto: 3 hours, rpo: 10 minutes }
\`\`\``;

/** `docs/controls.md`: every control of the catalogue, and the evidence that gates take. */
export function controlsDocument(rules: readonly Rule[] = RULES): string {
  const families = Object.entries(FAMILIES).flatMap(([family, title]) => {
    const own = rules.filter((one) => one.control.startsWith(`${family}-`));
    return own.length === 0 ? [] : [`## ${title}`, ...own.toSorted(byControl).map(control)];
  });
  return [
    "# Controls",
    "What each gate demands. This page is generated from the rules; `gatewright check --explain NET-04` prints one of them.",
    "Six of them ask something of every resource type: NET-04 a public side, NET-05 ways in, NET-08 what it sends out, DAT-08 keys, IAM-01 rights that it gives, DAT-02 what it keeps. " +
      "Of a type that this version does not know, of azurerm or of another provider, or about which it has not read that, they are *unknown*, which holds from Pre-Production on. " +
      "Only this may be waived where the control itself never is: [extending.md](extending.md#a-type-that-nobody-knows).",
    ...families,
    "## Evidence",
    "What no plan can show is written down in `environments/evidence.yaml`, a list of entries: who, when, and a link.",
    EXAMPLE,
    "`generation` may be left out of what holds for every one, and not of a drill; what was done before the environment, " +
      "its decision or the risks that it names is no evidence about it. `until` ends an entry earlier, and `small-team` needs it. " +
      "`measured` has `rto` and `rpo` of a drill, and `digest` or `digests` of images with a bill of materials.",
    evidence(),
  ]
    .join("\n\n")
    .concat("\n");
}

function byControl(a: Rule, b: Rule): number {
  return a.control < b.control ? -1 : 1;
}

function control(rule: Rule): string {
  const facts = Object.entries(FACTS).filter(([, one]) => one.control === rule.control);
  const lines = [
    `### ${rule.control}: ${markdown(rule.title)}`,
    `${markdown(rule.why)} **Fix:** ${markdown(rule.fix)}`,
    [
      `Demanded ${gatesOf(rule)}`,
      `severity ${rule.severity}`,
      `judged on ${rule.needs.join(", ")}`,
      ...(rule.neverWaived ? ["never waived"] : []),
      ...facts.map(([name]) => `evidence \`${name}\``),
    ]
      .join("; ")
      .concat("."),
  ];
  return lines.join("\n\n");
}

const BEGINNINGS = {
  made: "the environment",
  decided: "its decision",
  risks: "its newest risk",
} as const satisfies Record<NotBefore, string>;

function evidence(): string {
  const rows = Object.entries(FACTS).map(
    ([name, { control: id, since, maxAgeDays, says, notBefore }]: [string, Fact]) =>
      `| \`${name}\` | ${markdown(says)} | ${since === undefined ? "shown only" : `from ${STAGE_TITLES[since]}`} | ${maxAgeDays} days | ${notBefore ? BEGINNINGS[notBefore] : ""} | ${id} |`,
  );
  const head = "| Fact | Says that | Demanded | Counts for | Not older than | Control |";
  return [head, head.replace(/[^|]+/g, " --- "), ...rows].join("\n");
}
