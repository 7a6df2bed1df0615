import { type Finding, holding, type Verdict } from "../policy/verdict";
import { isAtLeast } from "../stages/stage";
import type { ControlLine } from "./control-line";

/** One control between an environment and a later gate. */
export interface Gap {
  readonly control: string;
  readonly title: string;
  /** What is missing, in sentences; for answers the paths of the config. */
  readonly paths: readonly string[];
}

/** What stands between an environment and a later gate, by who can bring it. */
export interface Between {
  /** Only the company can answer. */
  readonly answers: readonly Gap[];
  /** What the later stage's stacks are built with. */
  readonly stacks: readonly Gap[];
  /** What must have been done and written down. */
  readonly evidence: readonly Gap[];
  /** What already holds the environment at its own stage. */
  readonly already: readonly Gap[];
  /** What the later gate cannot judge yet, and so holds for. */
  readonly notYet: readonly Gap[];
}

/** Controls whose findings are about resources while the answer is the company's to give: images by digest, residency. */
const ANSWERED_IN_CONFIG = new Set(["SUP-01", "DAT-01", "DAT-02"]);

/** Controls whose findings are about the config while evidence is what is missing: bills of materials. */
const PROVED_BY_EVIDENCE = new Set(["SUP-05"]);

/** Sorts what holds the later gate. A control counts once: as an answer when any of it is one. */
export function between(later: Verdict, own: Verdict | undefined, controls: readonly ControlLine[]): Between {
  const already = new Set(own ? holding(own, isAtLeast(own.gate, "pre-production")).map((one) => one.control) : []);
  const titles = new Map(controls.map((one) => [one.control, one.title]));
  const byControl = new Map<string, Finding[]>();
  for (const one of holding(later, isAtLeast(later.gate, "pre-production")))
    byControl.set(one.control, [...(byControl.get(one.control) ?? []), one]);
  const gaps: Record<keyof Between, Gap[]> = { answers: [], stacks: [], evidence: [], already: [], notYet: [] };
  for (const [control, findings] of byControl) {
    const asked = findings.filter((one) => one.resource === "config");
    const proved =
      PROVED_BY_EVIDENCE.has(control) || (asked.length > 0 && asked.every((one) => one.path.startsWith("recreation.")));
    const kind = already.has(control)
      ? "already"
      : proved
        ? "evidence"
        : findings.every((one) => one.unread !== undefined)
          ? "notYet"
          : asked.length > 0 || ANSWERED_IN_CONFIG.has(control)
            ? "answers"
            : "stacks";
    const paths = [...new Set(asked.map((one) => one.path))];
    gaps[kind].push({ control, title: titles.get(control) ?? control, paths });
  }
  for (const { control, says, holds } of later.evidence)
    if (holds && !byControl.has(control)) gaps.evidence.push({ control, title: says.replace(/\.$/, ""), paths: [] });
  return gaps;
}

/** All of the gaps. */
export function gapsOf({ answers, stacks, evidence, already, notYet }: Between): readonly Gap[] {
  return [...already, ...answers, ...evidence, ...stacks, ...notYet];
}
