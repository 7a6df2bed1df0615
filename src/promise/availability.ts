import { distinct } from "../azure/source";
import { monthlyFloor } from "../cost/floor";
import type { PlanGraph } from "../plan/graph";
import type { SynthesizedStack } from "../plan/terraform-json";
import { composed, percent, type RequestPath, share } from "./composed";
import { needsDatabase } from "./over-regions";
import type { PathPart } from "./parts";
import type { Fix, PromiseLine } from "./promise";
import type { TwoRegions } from "./second-region";

/** True when a figure reaches the promise; multiplying leaves an error far below what anyone promises. */
function reaches(value: number, promised: number): boolean {
  return value >= promised - 1e-9;
}

function weakestPath(paths: readonly RequestPath[], view: "now" | "best" = "now"): RequestPath | undefined {
  return [...paths].sort((a, b) => composed(a.parts, view) - composed(b.parts, view))[0];
}

/** The part that takes most; of equal ones the first that could be better. */
function weakestPart({ parts }: RequestPath): PathPart | undefined {
  return [...parts].sort(
    (a, b) => share(a) - share(b) || Number(b.better !== undefined) - Number(a.better !== undefined),
  )[0];
}

function improved(paths: readonly RequestPath[], part: PathPart): RequestPath[] {
  const swap = (one: PathPart): PathPart =>
    one.resource === part.resource && one.better ? { ...one, sla: one.better.sla, better: undefined } : one;
  return paths.map((path) => ({ ...path, parts: path.parts.map(swap) }));
}

/** What to change, the change that helps most first, until the promise is kept or nothing is left to change. */
function repair(
  paths: readonly RequestPath[],
  promised: number,
): { readonly fixes: readonly Fix[]; readonly reached: number } {
  const fixes: Fix[] = [];
  let now: readonly RequestPath[] = paths;
  for (;;) {
    const worst = weakestPath(now);
    const reached = worst ? composed(worst.parts) : 0;
    const gain = (one: PathPart) => (one.better?.sla.percent ?? 0) - 100 * share(one);
    const [best] = worst ? worst.parts.filter((one) => one.better).sort((a, b) => gain(b) - gain(a)) : [];
    if (reaches(reached, promised) || !best?.better) return { fixes, reached };
    fixes.push(best.better.fix);
    now = improved(now, best);
  }
}

/**
 * What a second region would do: only two regions that answer at once raise the figure, and only where no database is
 * needed. Its price is the environment's monthly floor again, where the stacks are synthesized ones.
 */
function secondRegion(graph: PlanGraph, path: RequestPath | undefined, regions: TwoRegions | undefined): Fix {
  const least = "promise that or less, or let promise.covers name fewer services";
  if (path && needsDatabase(path.parts))
    return { says: `${least}; a second region does not raise it, as a person makes its database the writer` };
  const either = "promise that or less, let promise.covers name fewer services, or";
  if (regions?.mode === "active-active") return { says: least };
  if (regions) return { says: `${either} choose scale.mode active-active` };
  const own = graph.stacks.every(({ basis }) => basis === "static");
  const stacks = graph.stacks.map(({ name, json }) => ({ name, json }) as SynthesizedStack);
  const monthly = own ? Math.round(monthlyFloor(stacks).monthly) : 0;
  const cost = monthly > 0 ? `about ${monthly} USD a month more` : "about what the environment costs today once more";
  return {
    says: `${either} add a second region (Scale, active-active), ${cost}`,
    ...(monthly > 0 && { monthly }),
  };
}

function joined(fixes: readonly Fix[]): Fix {
  const monthly = fixes.every((one) => one.monthly !== undefined)
    ? fixes.reduce((sum, one) => sum + (one.monthly ?? 0), 0)
    : undefined;
  return { says: fixes.map(({ says }) => says).join(" "), ...(monthly !== undefined && { monthly }) };
}

function fixOf(
  graph: PlanGraph,
  paths: readonly RequestPath[],
  promised: number,
  regions: TwoRegions | undefined,
): Fix {
  const { fixes, reached } = repair(paths, promised);
  if (reaches(reached, promised)) return joined(fixes);
  const most = percent(reached);
  if (reached === 0) return { says: "Put something with a published availability on the path of requests." };
  const region = secondRegion(graph, weakestPath(paths), regions);
  const where = regions?.mode === "active-active" ? "in these regions" : "in one region";
  const first = fixes.length > 0 ? `${joined(fixes).says} That gives ${most}. ` : "";
  return {
    says: `${first}No setting ${where} gives more than ${most}: ${region.says}.`,
    ...(region.monthly !== undefined && { monthly: region.monthly }),
  };
}

function step({ service, parts }: RequestPath): string {
  const figures = parts.map(({ says, sla }) => `${says} ${sla ? percent(sla.percent) : "no commitment"}`);
  return `${service}: ${figures.join(" × ")} = ${percent(composed(parts))}`;
}

/**
 * Holds a promised availability against what Microsoft commits to for each part of the path of requests, multiplied. The
 * service with the weakest path speaks.
 *
 * @see https://learn.microsoft.com/azure/well-architected/reliability/metrics (composite targets)
 */
export function judgeAvailability(
  promised: number,
  graph: PlanGraph,
  paths: readonly RequestPath[],
  missing: readonly string[],
  regions?: TwoRegions,
): PromiseLine {
  const head = { line: "availability" as const, promised: `${promised} %` };
  const steps = paths.map(step);
  const sources = distinct(
    paths
      .flatMap(({ parts }) => parts.flatMap(({ sla }) => sla ?? []))
      .map(({ url, asOf, confidence }) => ({ url, asOf, confidence })),
  );
  const [nobody] = missing;
  if (nobody !== undefined)
    return {
      ...head,
      verdict: "not kept",
      limitedBy: nobody,
      says: `Nothing runs ${nobody}, which the promise covers.`,
      fix: { says: `Name services under promise.covers that the environment runs, not ${missing.join(", ")}.` },
      steps,
      sources,
    };
  const worst = weakestPath(paths);
  if (!worst)
    return {
      ...head,
      verdict: "unknown",
      says: "No service is seen that takes requests and has a published availability.",
      steps,
      sources,
    };
  const [now, best] = [composed(worst.parts), composed(weakestPath(paths, "best")?.parts ?? [], "best")];
  const can = percent(now);
  if (reaches(now, promised))
    return { ...head, verdict: "kept", can, says: `The path of ${worst.service} composes to ${can}.`, steps, sources };
  const part = weakestPart(worst);
  const limitedBy = part?.resource.address ?? worst.service;
  const uncertain = worst.parts.find((one) => one.atBest);
  if (reaches(best, promised))
    return {
      ...head,
      verdict: "unknown",
      can,
      limitedBy: uncertain?.resource.address ?? limitedBy,
      says: `Whether the path of ${worst.service} reaches ${promised} % depends on a value that is not known before apply.`,
      steps,
      sources,
    };
  const figure = part?.sla ? `${part.says}, ${part.sla.percent} %` : `${part?.says ?? "nothing"}, no commitment`;
  return {
    ...head,
    verdict: "not kept",
    can,
    limitedBy,
    says: `The path of ${worst.service} composes to ${can}; its weakest part is ${limitedBy} (${figure}).`,
    fix: fixOf(graph, paths, promised, regions),
    steps,
    sources,
  };
}
