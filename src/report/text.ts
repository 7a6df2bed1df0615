import { plain } from "../display/inert";
import { GATE_TITLES, isAtLeast, STAGE_TITLES } from "../stages/stage";
import type { Between, Gap } from "./between";
import { gapsOf } from "./between";
import type { EnvironmentReport, Facts, PlacedFinding, Report } from "./model";
import { count, sentenceOf } from "./sentence";
import { type UnreadOnce, unreadOnce } from "./unread";

/** Findings of one control that are written out; the rest is counted. */
const SHOWN_PER_CONTROL = 5;

/** The report for a terminal: plain text without colour. Sentences first, ids last. */
export function renderText(report: Report): string {
  const several = report.environments.length > 1;
  return `${report.environments.map((one) => environment(one, several)).join("\n\n")}\n`;
}

function environment(one: EnvironmentReport, several: boolean): string {
  const lines: string[] = [];
  if (one.between) lines.push(...betweenLines(one, one.between, several));
  else {
    lines.push(headline(one));
    if (one.facts) lines.push(`  ${factLine(one.facts, one).join("   ")}`);
    const { read, unread } = unreadOnce(one.holding);
    lines.push(...group(read).flatMap(([control, findings]) => failures(control, findings)));
    lines.push(...unread.flatMap((each, index) => unreadLines(each, unread[index + 1])));
  }
  if (!one.between)
    for (const { says, control, holds } of one.evidence) if (holds) lines.push(`  ${sentence(says)} (${control})`);
  lines.push(...asides(one));
  return lines.map(plain).join("\n");
}

/** `orders-poc  POC  ADMITTED  18 of 20 controls hold, 2 do not apply   (static)` */
export function headline(one: EnvironmentReport): string {
  const outcome = one.outcome === "held" ? "HELD" : "ADMITTED";
  return `${plain(one.env)}  ${GATE_TITLES[one.gate].toUpperCase()}  ${outcome}  ${countsLine(one)}   (${one.basis})`;
}

/** How the controls stand, in words. */
export function countsLine({ counts }: EnvironmentReport): string {
  const parts = [`${counts.pass} of ${count(counts.judged, "control")} hold${counts.judged === 1 ? "s" : ""}`];
  if (counts.fail > 0) parts.push(`${counts.fail} fail`);
  if (counts.unknown > 0) parts.push(`${counts.unknown} unknown`);
  if (counts.waived > 0) parts.push(`${counts.waived} waived`);
  if (counts["not-applicable"] > 0)
    parts.push(counts["not-applicable"] === 1 ? "1 does not apply" : `${counts["not-applicable"]} do not apply`);
  return parts.join(", ");
}

/** What the environment is, in a few words each. */
export function factLine(facts: Facts, one: Pick<EnvironmentReport, "gate">): string[] {
  const { entryPoints, regions, expires, daysLeft, monthlyFloor, monthlyBudget, deletionBlockers } = facts;
  const parts = [entryPoints.length > 0 ? `public ${entryPoints.join(", ")}` : "nothing public"];
  if (one.gate !== "foundation" && isAtLeast(one.gate, "pilot") && regions.length > 0)
    parts.push(`data stays in: ${regions.join(", ")}`);
  if (expires !== undefined && daysLeft !== undefined)
    parts.push(
      daysLeft < 0
        ? `expired on ${expires}, ${count(-daysLeft, "day")} ago`
        : `expires ${expires}, ${count(daysLeft, "day")}`,
    );
  if (monthlyFloor !== undefined || monthlyBudget !== undefined)
    parts.push(
      [
        monthlyFloor !== undefined && `monthly floor ~${monthlyFloor}${lacking(facts.unpriced)}`,
        monthlyBudget !== undefined && `budget ${monthlyBudget}`,
      ]
        .filter(Boolean)
        .join(", "),
    );
  parts.push(deletionBlockers.length === 0 ? "nothing blocks deletion" : blocked(deletionBlockers));
  return parts;
}

function lacking(unpriced: readonly string[] = []): string {
  return unpriced.length === 0 ? "" : ` and the price of ${unpriced.join(", ")}`;
}

function blocked(blockers: readonly string[]): string {
  const [first = ""] = blockers;
  const more = blockers.length > 1 ? ` and ${blockers.length - 1} more` : "";
  return `deletion blocked by ${first}${more}`;
}

function group(findings: readonly PlacedFinding[]): [string, PlacedFinding[]][] {
  const groups = new Map<string, PlacedFinding[]>();
  for (const one of findings) groups.set(one.control, [...(groups.get(one.control) ?? []), one]);
  return [...groups];
}

function failures(control: string, findings: readonly PlacedFinding[]): string[] {
  const lines = findings.slice(0, SHOWN_PER_CONTROL).flatMap((one, index, shown) => {
    const at = one.resource === "config" && one.place ? `${where(one)}  ` : "";
    const sentence = `  ${at}${sentenceOf(one)} (${control})`;
    return shown[index + 1]?.fix === one.fix || one.fix === "" ? [sentence] : [sentence, `      ${one.fix}`];
  });
  const left = findings.length - SHOWN_PER_CONTROL;
  return left > 0 ? [...lines.slice(0, -1), `  and ${left} more like it (${control})`, ...lines.slice(-1)] : lines;
}

function unreadLines({ says, fix, controls }: UnreadOnce, next: UnreadOnce | undefined): string[] {
  const sentence = `  ${says} (${controls})`;
  return next?.fix === fix ? [sentence] : [sentence, `      ${fix}`];
}

function where({ place }: PlacedFinding): string {
  return place ? `${place.file}:${place.line}:${place.column}` : "";
}

/** What does not hold the gate and must be seen all the same. */
function asides(one: EnvironmentReport): string[] {
  const lines: string[] = [];
  for (const found of one.waived)
    lines.push(
      `  waived until ${found.waived?.until ?? ""} by ${found.waived?.by ?? ""}: ${sentenceOf(found)} (${found.control})`,
    );
  for (const { state, says, control, until, fact, holds } of one.evidence)
    if (state === "present" && fact === "small-team")
      lines.push(`  small team, until ${until ?? ""}: ${sentence(says)} (${control})`);
    else if (!holds && state !== "present") lines.push(`  evidence: ${sentence(says)} (${control})`);
  const { read, unread } = unreadOnce(one.unknown);
  for (const found of read) lines.push(`  unknown: ${sentenceOf(found)} (${found.control})`);
  for (const { says, controls } of unread) lines.push(`  unknown: ${says} (${controls})`);
  for (const { says, fix, control } of one.warnings) lines.push(`  warning: ${says} ${fix} (${control})`);
  if (one.notJudged.length > 0) lines.push(...notJudged(one));
  return lines;
}

function notJudged({ notJudged: all }: EnvironmentReport): string[] {
  const byNeed = new Map<string, string[]>();
  for (const { control, missing } of all) {
    const need = missing.join(" and ");
    byNeed.set(need, [...(byNeed.get(need) ?? []), control]);
  }
  return [...byNeed].map(
    ([need, ids]) => `  not judged, for want of ${need}: ${count(ids.length, "control")} (${ids.join(", ")})`,
  );
}

function betweenLines(one: EnvironmentReport, found: Between, several: boolean): string[] {
  const gaps = gapsOf(found);
  const own = one.stage === undefined ? "environment" : STAGE_TITLES[one.stage];
  const from = `this ${own}${several ? ` (${one.env})` : ""}`;
  if (gaps.length === 0) return [`Between ${from} and ${stageWithArticle(one)}: nothing.`];
  const stacks = `${one.gate === "pilot" ? "the Pilot" : GATE_TITLES[one.gate]}'s stacks bring`;
  const parts = [
    found.already.length > 0 && `${found.already.length} fail${found.already.length === 1 ? "s" : ""} already`,
    found.answers.length > 0 && `${found.answers.length} need${found.answers.length === 1 ? "s" : ""} an answer`,
    found.evidence.length > 0 && `${found.evidence.length} need${found.evidence.length === 1 ? "s" : ""} evidence`,
    found.stacks.length > 0 && `${found.stacks.length} ${stacks}`,
    found.notYet.length > 0 && `${found.notYet.length} cannot be judged yet`,
  ].filter((part) => part !== false);
  const lines = [
    `Between ${from} and ${stageWithArticle(one)}: ${count(gaps.length, "control")}. ${parts.join(", ")}.`,
  ];
  const list = (head: string, some: readonly Gap[]) => {
    if (some.length > 0) lines.push(`  ${head}`, ...some.map(gapLine));
  };
  list("fail already", found.already);
  list("need an answer", found.answers);
  list("need evidence", found.evidence);
  list(stacks, found.stacks);
  list("cannot be judged yet", found.notYet);
  return lines;
}

function gapLine({ title, paths, control }: Gap): string {
  const asked = paths.length > 0 ? `: ${paths.slice(0, 4).join(", ")}${paths.length > 4 ? ", …" : ""}` : "";
  return `    ${title}${asked} (${control})`;
}

/** `a Pilot`, but `Production`. */
function stageWithArticle({ gate }: EnvironmentReport): string {
  return gate === "poc" || gate === "pilot" ? `a ${STAGE_TITLES[gate]}` : GATE_TITLES[gate];
}

function sentence(says: string): string {
  return says.replace(/\.$/, "");
}
