import type { PositionOf } from "../config/path";
import { type Path, valueAt } from "../config/path";
import { isUnanswered } from "../config/placeholder";
import { findSecretKeys } from "../config/secrets";
import type { Problem } from "../errors";
import { hiding } from "../secrets/withhold";
import type { Place } from "./questions";
import type { RawSitting } from "./sitting";

/** True for a path that is another, or lies inside it. */
export function within(path: string, outer: string): boolean {
  return path === outer || path.startsWith(`${outer}.`) || path.startsWith(`${outer}[`);
}

/** The sitting that decided last. */
export function lastOf(sittings: readonly RawSitting[]): RawSitting | undefined {
  const day = ({ fields }: RawSitting) => String(fields["decided"]);
  return sittings.reduce<RawSitting | undefined>((last, one) => (last && day(last) > day(one) ? last : one), undefined);
}

/** Where a part of the new config was written: in a sitting, or in the config that is promoted. */
export function locator(sittings: readonly RawSitting[], places: readonly Place[], carried?: PositionOf): PositionOf {
  const last = lastOf(sittings);
  const find = (path: Path) => {
    if (path[0] === "promotion") return last?.positionOf?.(path.slice(1));
    if (path[0] === "created") return last?.positionOf?.(["decided"]);
    const asked = places.some(({ path: place }) => place.every((part, depth) => path[depth] === part));
    const author = sittings.findLast(({ fields }) => !isUnanswered(valueAt(fields["answers"], path)));
    if (author || asked) return (author ?? last)?.positionOf?.(["answers", ...path]);
    return carried?.(path);
  };
  return find as PositionOf;
}

/** Each problem once, file by file from the top, without a name that somebody pasted a secret into. */
export function tidy(problems: readonly Problem[], sittings: readonly RawSitting[]): Problem[] {
  const pasted = findSecretKeys(sittings.map(({ fields }) => fields)).map(({ key }) => key);
  const hide = hiding(pasted);
  const seen = new Set<string>();
  return problems
    .map((problem) => ({ ...problem, path: hide(problem.path), says: hide(problem.says) }))
    .filter(({ says, at }) => {
      const key = JSON.stringify([says, at]);
      return !seen.has(key) && seen.add(key);
    })
    .sort(
      (a, b) =>
        (a.at?.file ?? "").localeCompare(b.at?.file ?? "", "en") ||
        (a.at?.line ?? 0) - (b.at?.line ?? 0) ||
        (a.at?.column ?? 0) - (b.at?.column ?? 0),
    );
}
