import { fromFolder } from "../environment/folder-source";
import { fromPlans } from "../environment/plan-source";
import { EnvironmentFolder, isFoundationName } from "../environment/select";
import type { Source } from "../environment/source";
import { synthesizedFoundation } from "../environment/stacks";
import { badInput } from "../errors";
import type { LoadedFoundation } from "../foundation/load";
import { graphOf } from "../plan/graph-of";

/** What a report is about: environments and foundations by name, plan files, or an output folder. */
export interface Subject {
  readonly environments: string;
  readonly plan?: readonly string[];
  readonly dir?: string;
}

/** Everything that a report is about, foundations last. Nothing is written. */
export function sourcesOf(names: readonly string[], { environments, plan, dir }: Subject): readonly Source[] {
  if (plan && dir !== undefined) throw badInput("--plan and --dir name two things to report on", "Give one of them.");
  const ours = names.filter((name) => !isFoundationName(name));
  const folder = new EnvironmentFolder(environments);
  const bases = names.length > ours.length ? folder.foundations(names) : [];
  if (!plan && dir === undefined) {
    const all = ours.length > 0 || bases.length === 0 ? folder.environments(ours) : [];
    return [...all.map((one) => one.built()), ...bases.map(fromFoundation)];
  }
  if (bases.length > 0) throw badInput("a foundation is reported on by its name alone", "Leave out --plan and --dir.");
  const named = ours.length > 0 ? folder.environments(ours) : [];
  if (dir !== undefined) return fromFolder(dir, named);
  if (named.length > 1)
    throw badInput(
      `--plan is reported as one environment, but ${ours.join(", ")} names ${named.length}`,
      "Name one environment, or none.",
    );
  return [fromPlans(plan ?? [], named[0])];
}

/** A foundation synthesized in memory. It has no stage and no data of the product. */
function fromFoundation(loaded: LoadedFoundation): Source {
  const { resolved, stack } = synthesizedFoundation(loaded);
  return { env: resolved.name, graph: graphOf([stack]) };
}
