import { distinct, type Source } from "../azure/source";
import { durationText } from "./duration";
import type { Fix, PromiseLine, PromiseLineName, PromiseVerdict } from "./promise";

/** What a minute figure rests on: Azure's own page, a drill, an alert that tells before it is more, or a cautious guess. */
export type Basis = "published" | "measured" | "watched" | "estimate";

/** One thing that bounds a recovery: how long it takes, or how much it loses. */
export interface Limit {
  /** Address, or a name where it is no resource. */
  readonly what: string;
  /**
   * Minutes; `undefined` where there is no end to it, `unknown` where it depends on a value not known before apply,
   * `unbounded` where it ends, and nothing says when at the latest.
   */
  readonly minutes: number | undefined | "unknown" | "unbounded";
  readonly basis: Basis;
  readonly says: string;
  readonly fix?: Fix;
  /** What would prove it, where only an estimate speaks, or nothing does. @default a restore drill */
  readonly proof?: string;
  /** True where somebody chose it over something quicker, so that even an estimate beyond the promise does not keep it. */
  readonly chosen?: true;
  readonly sources: readonly Source[];
}

const ORDER = { none: 4e9, unknown: 3e9, unbounded: 2e9 } as const;

/** Worst first: without an end, then not known, then without a bound, then the longest. */
function order({ minutes }: Limit): number {
  return typeof minutes === "number" ? minutes : ORDER[minutes ?? "none"];
}

function verdictOf(limits: readonly Limit[], promised: number): { verdict: PromiseVerdict; by?: Limit } {
  const sorted = [...limits].sort((a, b) => order(b) - order(a));
  const open = sorted.find(({ minutes }) => minutes === undefined);
  if (open) return { verdict: "not kept", by: open };
  const over = ({ minutes }: Limit) => typeof minutes === "number" && minutes > promised;
  const broken = sorted.find((one) => over(one) && (one.basis !== "estimate" || one.chosen));
  if (broken) return { verdict: "not kept", by: broken };
  const unknown = sorted.find(({ minutes }) => minutes === "unknown");
  if (unknown) return { verdict: "unknown", by: unknown };
  const unbounded = sorted.find(({ minutes }) => minutes === "unbounded");
  if (unbounded) return { verdict: "unproven", by: unbounded };
  const guessed = sorted.find((one) => over(one)) ?? sorted.find(({ basis }) => basis === "estimate");
  if (guessed) return { verdict: "unproven", by: guessed };
  return { verdict: "kept", ...(sorted[0] && { by: sorted[0] }) };
}

/** What decides in words of the line. */
interface Words {
  readonly line: PromiseLineName;
  readonly none: string;
  readonly drill: string;
}

const WORDS = {
  rpo: {
    line: "rpo",
    none: "Nothing that a disaster could take is kept here.",
    drill: "Drill a restore and record measured.rpo: what was measured counts instead of an estimate.",
  },
  rto: {
    line: "rto",
    none: "Nothing has to be restored or made again.",
    drill: "Drill a restore and record measured.rto: what was measured counts instead of an estimate.",
  },
} satisfies Record<"rpo" | "rto", Words>;

/** Holds a promised time against every limit; the worst one speaks. */
export function judgeLimits(line: "rpo" | "rto", promised: number, limits: readonly Limit[]): PromiseLine {
  const words: Words = WORDS[line];
  const { verdict, by } = verdictOf(limits, promised);
  const longest = [...limits].sort((a, b) => order(b) - order(a))[0]?.minutes ?? (limits.length === 0 ? 0 : undefined);
  const fix = by && fixOf(verdict, by, words);
  const estimated =
    verdict === "unproven" && typeof by?.minutes === "number" ? ` ${against(by.minutes, promised)}` : "";
  return {
    line,
    promised: durationText(promised),
    verdict,
    ...(typeof longest === "number" && { can: durationText(longest) }),
    ...(by && { limitedBy: by.what }),
    says: by ? `${by.says}${estimated}` : words.none,
    ...(fix && { fix }),
    steps: limits.map(({ says }) => says),
    sources: distinct(limits.flatMap(({ sources }) => sources)),
  };
}

function fixOf(verdict: PromiseVerdict, { minutes, fix, proof }: Limit, { line, drill }: Words): Fix | undefined {
  if (verdict === "unproven") return { says: proof ?? drill, monthly: 0 };
  if (verdict !== "not kept") return undefined;
  const most = typeof minutes === "number" ? `: promise ${line} of ${durationText(minutes)} or longer` : "";
  return fix ?? { says: `No setting changes it${most}.` };
}

function against(estimate: number, promised: number): string {
  const side = estimate > promised ? "more than" : "within";
  return `That is an estimate, ${side} the ${durationText(promised)} promised; only a drill can show it.`;
}
