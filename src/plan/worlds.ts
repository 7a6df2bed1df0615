import type { PlanGraph } from "./graph";
import { append } from "./multimap";

/** The environment as it is when some of what is conditional does not exist. */
export interface World {
  readonly graph: PlanGraph;
  /** The addresses that are missing in it. */
  readonly absent: readonly string[];
}

/** The addresses of conditional resources, those together that hang on one expression. */
function conditional(graph: PlanGraph): string[][] {
  const groups = new Map<string, string[]>();
  for (const { perhaps, stack, address } of graph.resources)
    if (perhaps !== undefined) append(groups, `${stack.name} ${perhaps}`, address);
  return [...groups.values()];
}

/**
 * Other environments that the same input may make, each a graph of its own: without one conditional group, with one only,
 * with none. Any two groups are met in all four ways, so that what one protects is seen without the other.
 */
export function worldsOf(graph: PlanGraph): readonly World[] {
  return graph.once("worlds", () => {
    const groups = conditional(graph);
    const absences = [...groups, ...groups.map((kept) => groups.filter((one) => one !== kept).flat()), groups.flat()];
    const different = new Map(absences.filter((one) => one.length > 0).map((one) => [one.toSorted().join(" "), one]));
    return [...different.values()].map((absent) => ({ graph: graph.without(new Set(absent)), absent }));
  });
}
