import { factOf } from "../azure";
import { normalLocation } from "../azure/regions";
import type { Source } from "../azure/source";
import type { PlanGraph } from "../plan/graph";
import type { Resource } from "../plan/resource";
import { isAccount } from "../reach/evidence-stores";
import { PROFILE } from "../reach/front-door";
import { VAULT } from "../reach/paas";
import { durationText } from "./duration";
import type { Limit } from "./limits";
import { switchesItself } from "./mode";
import { placedOrigins, probeMinutes } from "./origins";
import { STORES } from "./parts";
import { placeOf } from "./place";
import type { Fix, Measured } from "./promise";
import { buildMinutes, SOURCE } from "./rebuild";
import { DECIDE_MINUTES, RECOVERY, type RecoveryFact, SWITCH_MINUTES } from "./recovery-facts";
import { replicasElsewhere, replicationsElsewhere } from "./region-copies";
import type { TwoRegions } from "./second-region";
import { restorable } from "./stored";

/** Minutes that people take to bring what region two should have had: secrets, images. */
const BRING_MINUTES = 60;

/** One thing that has to happen until the second region serves, after the ones before it. */
interface Step {
  readonly what: string;
  readonly minutes: number;
  /** As one of several: `a decision`. */
  readonly short: string;
  /** Continues "After the loss of the region": `a person promotes …`. */
  readonly says: string;
  readonly sources: readonly Source[];
}

function byFact(what: string, short: string, { minutes, says, url, asOf, confidence }: RecoveryFact): Step {
  return { what, minutes, short, says, sources: [{ url, asOf, confidence }] };
}

const DECISION: Step = {
  what: "failover.decides",
  minutes: DECIDE_MINUTES,
  short: "a decision",
  says: "a person sees it and decides to leave",
  sources: [],
};

/** Stands before the loss in every mode, or is nothing that the product needs to serve. */
const NOT_BUILT: ReadonlySet<string> = new Set([
  ...STORES,
  VAULT,
  "azurerm_virtual_network_gateway",
  "azurerm_private_dns_resolver",
  "azurerm_private_dns_resolver_inbound_endpoint",
]);

/** True for what Azure takes its time for. */
function takesTime({ type }: Resource): boolean {
  return (factOf(type, "minutes")?.safe ?? 0) > 0;
}

/**
 * What of the second region has to be made: what is written down for it, or else what the first has. Stacks in which
 * nothing takes time hold what is there already: data, keys, logs.
 */
function toBuild(graph: PlanGraph, { home, second }: TwoRegions): readonly Resource[] {
  const built = graph.managed().filter((one) => !NOT_BUILT.has(one.type));
  const there = built.filter((one) => placeOf(one) === second);
  const written = there.some((one) => factOf(one.type, "runs") !== undefined);
  const made = written ? there : built.filter((one) => placeOf(one) === home);
  const stacks = new Set(made.filter(takesTime).map(({ stack }) => stack));
  return made.filter(({ stack }) => stacks.has(stack));
}

function building(graph: PlanGraph, regions: TwoRegions): Step[] {
  const made = toBuild(graph, regions);
  const minutes = buildMinutes(made);
  return [
    {
      what: regions.second,
      minutes,
      short: "platform and services",
      says: `the platform and the services of ${regions.second} are made`,
      sources: [SOURCE],
    },
    {
      what: regions.second,
      minutes: SWITCH_MINUTES,
      short: "approvals and a look",
      says: `people approve the private connections of the edge to ${regions.second} and look whether it answers`,
      sources: [],
    },
  ];
}

/** What the second region must have of its own: it is there, or people bring it. */
function own(graph: PlanGraph, { home, second }: TwoRegions): Step[] {
  const at = (type: string, place: string) => graph.of(type).filter((one) => placeOf(one) === place)[0];
  const step = (what: Resource, minutes: number, short: string, says: string) => [
    { what: what.address, minutes, short, says, sources: [] },
  ];
  const [vault, there] = [at(VAULT, home), at(VAULT, second)];
  const registry = at("azurerm_container_registry", home);
  const copies = registry?.blocks("georeplications").map((one) => normalLocation(one.text("location") ?? "")) ?? [];
  const replicated = copies.includes(second) || at("azurerm_container_registry", second) !== undefined;
  const secrets = there
    ? step(there, 0, "secrets", `secrets are in ${there.address}, if people seed it as they do the first vault`)
    : vault
      ? step(vault, BRING_MINUTES, "secrets", `people seed the secrets of ${vault.address} into a vault in ${second}`)
      : [];
  const images = !registry
    ? []
    : replicated
      ? step(registry, 0, "images", `images are in ${second}, where ${registry.address} has a copy`)
      : step(registry, BRING_MINUTES, "images", `people bring the images of ${registry.address} to ${second}`);
  return [...secrets, ...images];
}

/** What must be made writable: every server and every account once. */
function writers(graph: PlanGraph): Step[] {
  return restorable(graph).flatMap((store): Step[] => {
    if (isAccount(store)) {
      const [replication] = replicationsElsewhere(store);
      if (!replication) return [];
      const { says, ...fact } = RECOVERY.writable;
      const what = replication.policy.address;
      return [byFact(what, "writable blobs", { ...fact, says: `${says} (${what})` })];
    }
    const [replica] = replicasElsewhere(store);
    if (!replica) return [];
    const { says, ...fact } = RECOVERY.promote;
    return [byFact(replica.address, "promotion", { ...fact, says: `${says} (${replica.address})` })];
  });
}

/** How callers come to the second region, where nothing leads them there by itself. */
function entry(graph: PlanGraph, { second }: TwoRegions): Step {
  const origins = placedOrigins(graph);
  const edge = (origins.find(({ place }) => place === second) ?? origins[0])?.origin ?? graph.of(PROFILE)[0];
  if (edge) return byFact(edge.address, "Front Door", RECOVERY.edgeSpread);
  return {
    what: "DNS",
    minutes: SWITCH_MINUTES,
    short: "DNS",
    says: `a person leads the names to ${second}, and callers forget the old answer`,
    sources: [],
  };
}

/** What happens one after the other, by the mode. */
function steps(graph: PlanGraph, regions: TwoRegions): readonly Step[] {
  const { mode } = regions;
  const [bring, write] = [own(graph, regions), writers(graph)];
  if (switchesItself(mode)) {
    const people = [...bring, ...write];
    return people.some(({ minutes }) => minutes > 0) ? [DECISION, ...people] : people;
  }
  const stand = mode === "cold-standby" ? building(graph, regions) : [];
  const grow = mode === "warm-standby" ? [byFact("services", "replicas", RECOVERY.scaleOut)] : [];
  return [DECISION, ...stand, ...bring, ...write, ...grow, entry(graph, regions)];
}

function asLimit({ what, minutes, says, sources }: Step): Limit {
  const takes = `: ${durationText(minutes)}${sources.length > 0 ? "" : ", a guess"}`;
  return {
    what,
    minutes,
    basis: minutes === 0 ? "published" : "estimate",
    says: `After the loss of the region ${says}${minutes === 0 ? "" : takes}.`,
    sources,
  };
}

const PROOF =
  "Drill a forced failover and record failover-drilled with measured { kind: forced, rto, rpo }: what was measured counts.";

/** What a drill of this environment measured, in place of every estimate. */
function asDrilled({ failover }: Measured): Limit | undefined {
  const minutes = failover?.forced?.rto;
  if (minutes === undefined) return undefined;
  return {
    what: "failover drill",
    minutes,
    basis: "measured",
    says: `The last forced failover drill had the product back after ${durationText(minutes)}.`,
    fix: { says: "Find out in the drill's notes what took so long, or promise rto as it was measured." },
    sources: [],
  };
}

/** An orderly switch is no loss of a region, but one that took longer than promised says enough. */
function asPlanned({ failover }: Measured): Limit[] {
  const minutes = failover?.planned?.rto;
  if (minutes === undefined) return [];
  const says = `Even the planned switchover of the last drill took ${durationText(minutes)}.`;
  const fix: Fix = { says: "Find out in the drill's notes what took so long, or promise rto as it was measured." };
  return [{ what: "failover drill", minutes, basis: "measured", says, fix, sources: [] }];
}

/** What the second region's coming up takes as a whole, as its last limit, and step by step. */
export function failoverOf(graph: PlanGraph, regions: TwoRegions, measured: Measured): Limit[] {
  const drilled = asDrilled(measured);
  if (drilled) return [drilled];
  const { home, second, mode } = regions;
  const all = steps(graph, regions);
  const [edge] = graph.of(PROFILE);
  const self = switchesItself(mode)
    ? byFact(edge?.address ?? "the edge", "probes", {
        ...RECOVERY.edgeProbes,
        minutes: probeMinutes(graph) ?? RECOVERY.edgeProbes.minutes,
      })
    : undefined;
  const people = all.reduce((sum, { minutes }) => sum + minutes, 0);
  const minutes = Math.max(people, self?.minutes ?? 0);
  const parts = [...(self ? [self] : []), ...all];
  const takes = parts.filter((one) => one.minutes > 0);
  const list = takes.map((one) => `${one.short} ${one.minutes}`).join(", ");
  return [
    ...asPlanned(measured),
    ...parts.map(asLimit),
    {
      what: second,
      minutes,
      basis: "estimate",
      chosen: true,
      says: `After the loss of the region ${second} takes over from ${home} within ${durationText(minutes)} as ${mode} (minutes: ${list}).`,
      fix: { says: `Promise rto of ${durationText(minutes)} or longer, or drill a forced failover that is quicker.` },
      proof: PROOF,
      sources: parts.flatMap(({ sources }) => sources),
    },
  ];
}
