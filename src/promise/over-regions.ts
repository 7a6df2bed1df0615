import type { PlanGraph } from "../plan/graph";
import { isAccount } from "../reach/evidence-stores";
import { PROFILE } from "../reach/front-door";
import { composed, percent } from "./composed";
import { entries } from "./entries";
import { type PathPart, pathPart, STORES } from "./parts";
import type { TwoRegions } from "./second-region";
import { type Covered, twinOf } from "./services";

/** True for what is the same whichever region answers: the edge, and stores with the links to them. */
function isShared({ resource }: PathPart): boolean {
  return resource.type === PROFILE || resource.type === "azurerm_private_endpoint" || STORES.includes(resource.type);
}

/** True where a path needs a database: it is written in one region, and a person makes the other one the writer. */
export function needsDatabase(parts: readonly PathPart[]): boolean {
  return parts.some(({ resource }) => STORES.includes(resource.type) && !isAccount(resource));
}

/**
 * The same path where two regions answer at once: one of them is enough, unless a database is needed. What the parts in a
 * region give together stands once, as one part.
 */
export function overRegions(
  graph: PlanGraph,
  parts: readonly PathPart[],
  services: readonly Covered[],
  regions: TwoRegions,
): readonly PathPart[] {
  const twins = services.flatMap(({ runner }) => twinOf(runner, regions.second) ?? []);
  const first = parts.filter((one) => !isShared(one));
  const second = twins
    .flatMap((one) => [...entries(graph, one), ...[pathPart(one) ?? []].flat()])
    .filter((one) => !isShared(one));
  const [figure] = first.flatMap((one) => one.sla ?? []);
  const runner = services[0]?.runner;
  if (needsDatabase(parts) || !runner || !figure || twins.length < services.length) return parts;
  const [a, b] = [composed(first) / 100, composed(second) / 100];
  const both: PathPart = {
    resource: runner,
    sla: { ...figure, percent: 100 * (1 - (1 - a) * (1 - b)) },
    says: `${regions.home} (${percent(100 * a)}) or ${regions.second} (${percent(100 * b)})`,
  };
  const isEdge = ({ resource }: PathPart) => resource.type === PROFILE;
  return [...parts.filter(isEdge), both, ...parts.filter((one) => isShared(one) && !isEdge(one))];
}
