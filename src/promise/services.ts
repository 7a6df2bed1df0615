import type { CustomerPromise } from "../config/promise";
import type { PlanGraph } from "../plan/graph";
import { WORKLOADS } from "../plan/images";
import type { Resource } from "../plan/resource";
import { RUNNERS } from "./parts";
import { placeOf } from "./place";
import type { Topology } from "./promise";
import type { TwoRegions } from "./second-region";

/** One service that a promise covers, and what runs it. */
export interface Covered {
  readonly service: string;
  readonly runner: Resource;
}

/** The services that a promise covers, and the names that nothing runs. */
export interface Coverage {
  readonly covered: readonly Covered[];
  readonly missing: readonly string[];
}

/** The service that a container app is: its container's name, or else its own. */
export function serviceOf(app: Resource): string {
  const [template] = app.blocks("template");
  return template?.blocks("container")[0]?.text("name") ?? app.text("name") ?? app.name;
}

/** What runs where the product is: of a service in two regions the one at home. */
export function atHome(covered: readonly Covered[], regions: TwoRegions | undefined): readonly Covered[] {
  if (!regions) return covered;
  const isHere = ({ runner }: Covered) => placeOf(runner) !== regions.second;
  const here = new Set(covered.filter(isHere).map(({ service }) => service));
  return covered.filter((one) => isHere(one) || !here.has(one.service));
}

/** What runs the same service in the second region. */
export function twinOf(runner: Resource, second: string): Resource | undefined {
  const service = serviceOf(runner);
  return runner.graph.of(...RUNNERS).find((one) => placeOf(one) === second && serviceOf(one) === service);
}

/** True for an app that callers outside its container environment reach. */
export function takesRequests(app: Resource): boolean {
  if (app.type !== "azurerm_container_app") return true;
  return app.blocks("ingress").some((one) => one.value("external_enabled") !== false);
}

function isNamed(app: Resource, name: string): boolean {
  return [serviceOf(app), app.text("name"), app.name].includes(name);
}

/** True where the name is that of a scheduled job, of which availability says nothing. */
function isJob(graph: PlanGraph, name: string): boolean {
  return graph.of(WORKLOADS[1]).some((one) => isNamed(one, name));
}

/**
 * What a promise covers: the services that it names, else those that the config calls public, else every app that takes
 * requests from outside.
 */
export function coverage(promise: Pick<CustomerPromise, "covers">, { graph, config }: Topology): Coverage {
  const all = graph.of(...RUNNERS);
  const known = Object.entries(config?.services ?? {});
  const open = known.filter(([, one]) => one.exposure === "public").map(([name]) => name);
  const names = promise.covers ?? (open.length > 0 ? open : undefined);
  if (names === undefined) {
    const outward = all.filter(takesRequests);
    return { covered: outward.map((runner) => ({ service: serviceOf(runner), runner })), missing: [] };
  }
  const covered = names.flatMap((service) =>
    all.filter((one) => isNamed(one, service)).map((runner) => ({ service, runner })),
  );
  const missing = names.filter((one) => !covered.some(({ service }) => service === one) && !isJob(graph, one));
  return { covered, missing };
}
