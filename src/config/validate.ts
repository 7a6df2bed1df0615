import { BadInput, type Problem } from "../errors";
import { hiding } from "../secrets/withhold";
import { isStage, STAGES } from "../stages/stage";
import { CHECKS } from "./checks";
import { mapping } from "./checks/draft";
import { orList, problemsFrom, show } from "./issues";
import { formatPath, type Path, type PositionOf, valueAt } from "./path";
import { type EnvironmentConfig, isSupported, SCHEMAS } from "./schema";
import { findSecretKeys, findSecrets } from "./secrets";
import { suggest } from "./suggest";

/**
 * Checks a config, written in YAML or TypeScript, and returns it typed.
 *
 * @param input  what was written
 * @param positionOf  where it was written; problems carry it
 * @throws BadInput with every problem of the config, in the order of the file
 */
export function validateConfig(input: unknown, positionOf?: PositionOf): EnvironmentConfig {
  const located = (place: Path, problem: Problem): Problem => ({ ...problem, at: positionOf?.(place) });
  const fail = (place: Path, path: string, says: string, fix: string) =>
    new BadInput([located(place, { path, says, fix })]);

  if (input === null || typeof input !== "object" || Array.isArray(input))
    throw fail(
      [],
      "",
      `an environment config must be a mapping, got ${show(input)}`,
      "Start with workload, stage, location and owner.",
    );
  const { stage } = mapping(input);
  const meant = isStage(stage) ? stage : typeof stage === "string" ? suggest(stage, STAGES) : undefined;
  const schema = isStage(meant) && isSupported(meant) ? SCHEMAS[meant] : undefined;
  const draft = mapping(meant === undefined ? input : { ...input, stage: meant });

  const parsed = schema?.safeParse(draft);
  const fromSchema = parsed?.error?.issues.flatMap((issue) => problemsFrom(issue, schema!, draft)) ?? [];
  const fromChecks = CHECKS.flatMap((check) => check(draft)).map((found) => ({
    ...found,
    path: formatPath(found.place),
  }));
  // A wrong stage stands first and alone: what else is wrong depends on it, except for a secret, which has leaked.
  const leaked = fromChecks.filter(({ control }) => control === "SEC-01");
  const problems = isStage(stage)
    ? inOrder(input, distinct([...stageProblems(stage, meant), ...fromChecks, ...fromSchema]))
    : [...stageProblems(stage, meant), ...leaked];
  if (parsed?.success && problems.length === 0) return parsed.data;
  const pasted = [
    ...findSecretKeys(draft).map(({ key }) => key),
    ...findSecrets(draft).map(({ path }) => String(valueAt(draft, path))),
  ];
  const hide = hiding(pasted);
  throw new BadInput(
    problems.map(({ place, ...problem }) =>
      located(place, {
        ...problem,
        path: hide(problem.path),
        says: hide(problem.says),
        fix: problem.fix && hide(problem.fix),
      }),
    ),
  );
}

function stageProblems(stage: unknown, meant: string | undefined): (Problem & { readonly place: Path })[] {
  const at = { place: ["stage"], path: "stage" };
  if (!isStage(stage)) {
    const near = meant === undefined ? "" : `; did you mean "${meant}"?`;
    const says = stage == null ? "stage is required" : `stage must be ${orList(STAGES)}, got ${show(stage)}${near}`;
    return [{ ...at, says, fix: "The stage decides what else the file must say." }];
  }
  if (isSupported(stage)) return [];
  const fix = `This version knows ${Object.keys(SCHEMAS).join(" and ")}.`;
  return [{ ...at, says: `stage ${stage} cannot be synthesized by this version`, fix }];
}

/** A place that a check has already judged is not judged again by the schema. */
function distinct<T extends { readonly place: Path; readonly says: string }>(problems: readonly T[]): T[] {
  const seen = new Set<string>();
  return problems.filter(({ place, says }) => {
    const key = JSON.stringify([place, says]);
    return !seen.has(key) && seen.add(key);
  });
}

/** Problems in the order in which the config was written; what is missing comes where it would belong. */
function inOrder<T extends { readonly place: Path }>(input: unknown, problems: readonly T[]): T[] {
  const rank = (place: Path) =>
    place.map((part, depth) => {
      const parent = valueAt(input, place.slice(0, depth));
      return parent !== null && typeof parent === "object" ? Object.keys(parent).indexOf(String(part)) : -1;
    });
  return problems
    .map((problem) => ({ problem, rank: rank(problem.place) }))
    .sort((a, b) => compare(a.rank, b.rank))
    .map(({ problem }) => problem);
}

function compare([a = -1, ...restA]: readonly number[], [b = -1, ...restB]: readonly number[]): number {
  return a - b || (restA.length + restB.length > 0 ? compare(restA, restB) : 0);
}
