import type { Waivable } from "./waiver";

/** What a rule says of an environment in which some conditional resources do not exist. */
interface Otherwise {
  readonly absent: readonly string[];
  readonly said: readonly Waivable[];
}

const SHOWN = 3;

function named(absent: readonly string[]): string {
  const more = absent.length - SHOWN;
  const some = [...absent.slice(0, SHOWN), ...(more > 0 ? [`${more} more`] : [])];
  const last = some.pop() ?? "";
  return some.length === 0 ? `${last} does not exist` : `${some.join(", ")} and ${last} do not exist`;
}

const isGood = ({ finding }: Waivable) => finding.verdict === "pass" || finding.verdict === "not-applicable";

/**
 * A judgement of everything that is written, in which whatever holds only as long as something conditional exists is
 * *unknown*.
 */
export function withDoubts(said: readonly Waivable[], others: readonly Otherwise[]): readonly Waivable[] {
  if (others.length === 0) return said;
  const all = new Map(said.map((one) => [one.finding.id, one]));
  for (const { absent, said: otherwise } of others)
    for (const one of otherwise) {
      const before = all.get(one.finding.id);
      if (isGood(one) || (before && !isGood(before))) continue;
      const says = `If ${named(absent)}, which is not known before apply: ${one.finding.says}`;
      all.set(one.finding.id, { ...one, finding: { ...one.finding, verdict: "unknown", says } });
    }
  const meant = [...all.values()].filter(({ finding }) => finding.resource !== "" || finding.path !== "");
  return meant.length > 0 ? meant : said;
}
