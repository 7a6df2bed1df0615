import { judge } from "../environment/judge";
import type { Source } from "../environment/source";
import { firewallRules } from "../exposure/allow-list";
import { besideNetworks } from "../exposure/beside-networks";
import { subnets } from "../exposure/subnets";
import type { PlanGraph } from "../plan/graph";
import { describe } from "../plan/reference";
import { controlStates } from "../policy/verdict";
import { dataStores } from "../report/summary/data-stores";
import { entryLabel, entryPoints } from "../report/summary/entry-points";
import { deletionBlockers } from "../report/summary/protection";
import { budgets, grants } from "../report/summary/roles";
import { subjectOf } from "./subject";

/** What matters of an environment, small and sorted, so that a change of it is a diff that people read. */
export interface StanceSnapshot {
  /** Ways in from the Internet. */
  readonly entryPoints: readonly string[];
  /** Roles by identity. */
  readonly identities: Readonly<Record<string, readonly string[]>>;
  /** Region, copies and retention by data store. */
  readonly dataStores: Readonly<Record<string, string>>;
  /** What keeps something from being destroyed. */
  readonly protection: readonly string[];
  /** Monthly budgets. */
  readonly budget: readonly string[];
  /** Where what leaves goes, and what firewalls let out for the product. */
  readonly egress: readonly string[];
  /** What is reached by private endpoints, by endpoint. */
  readonly privateEndpoints: Readonly<Record<string, string>>;
  /** How each control stands at the environment's own gate, on no day in particular; empty where the stage is not known. */
  readonly controls: Readonly<Record<string, string>>;
}

/** Ways out by where they start, then the product's own destinations: those of Azure follow from what it runs. */
function egressOf(graph: PlanGraph): string[] {
  const ways = [...subnets(graph), ...besideNetworks(graph)].map(({ resource, kind }) => `${resource}: ${kind}`);
  const allowed = firewallRules(graph)
    .filter(({ whose }) => whose === "product")
    .map(({ rule, action, to, ports }) => `${rule}: ${action} ${to.join(", ")} on ${ports.join(", ")}`);
  return [...ways, ...allowed].sort();
}

function privateEndpointsOf(graph: PlanGraph): Record<string, string> {
  return Object.fromEntries(
    graph.of("azurerm_private_endpoint").map((one) => {
      const parts = one.texts("private_service_connection.subresource_names").join(", ");
      const target = describe(one.ref("private_service_connection.private_connection_resource_id"));
      return [one.address, parts === "" ? target : `${target} (${parts})`];
    }),
  );
}

/** Without a day and without evidence, so that the same environment gives the same on any day. */
function controlsOf(source: Source): Record<string, string> {
  if (source.stage === undefined) return {};
  const verdict = judge(source, { gate: source.stage, evidence: [] });
  const missing = verdict.notJudged.map(({ control }) => [control, "not judged"] as const);
  return Object.fromEntries([...missing, ...controlStates(verdict)].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** The stance of an environment, its stacks or a plan. */
export function stanceOf(received: unknown): StanceSnapshot {
  const subject = subjectOf(received);
  const { graph } = subject;
  return {
    entryPoints: [...new Set(entryPoints(graph).map(entryLabel))].sort(),
    identities: Object.fromEntries(grants(graph).map(({ identity, roles }) => [identity, roles])),
    dataStores: Object.fromEntries(
      dataStores(graph).map(({ address, region, copies, retention }) => [
        address,
        [
          region ?? "unknown region",
          ...copies.map((copy) => `copy in ${copy.region ?? "unknown region"}`),
          ...retention.map(({ path, value }) => `${path.split(".").slice(-2).join(".")} ${value}`),
        ].join(", "),
      ]),
    ),
    protection: deletionBlockers(graph),
    budget: budgets(graph).map(({ address, amount }) => `${address} ${amount}`),
    egress: egressOf(graph),
    privateEndpoints: privateEndpointsOf(graph),
    controls: controlsOf(subject),
  };
}
