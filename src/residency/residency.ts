import { factOf, typesWith } from "../azure";
import { normalLocation } from "../azure/regions";
import { saysSomething } from "../config/visible-text";
import type { PlanGraph } from "../plan/graph";
import { keepsLogs } from "../reach/evidence-stores";
import { copiesOf, homeOf } from "../reach/locations";
import { placeOf, type Sent, sent } from "../reach/sent";

/** One place where data is or goes. */
export interface ResidencyRow {
  /** Terraform address. */
  readonly resource: string;
  /** What is kept or sent. */
  readonly what: string;
  /** `at rest`: kept here; `copy`: a second place that Azure makes; `flow`: sent to another resource. */
  readonly how: "at rest" | "copy" | "flow";
  /** Azure region, `worldwide`, or `unknown`. */
  readonly region: string;
  readonly allowed: "yes" | "no" | "unknown";
  /** Attribute or destination that decides it. */
  readonly because: string;
}

/** Where an environment's data is, computed from its plan. */
export interface Residency {
  /** The decision: regions that data may be in. */
  readonly decided: readonly string[];
  readonly rows: readonly ResidencyRow[];
  /** Regions that data really is in, sorted. */
  readonly regions: readonly string[];
}

const ALLOWED = { true: "yes", false: "no", undefined: "unknown" } as const;

/**
 * Every resource that holds or copies data, with the region it is in or goes to. Works on any plan: what leads outside it
 * is `unknown`, never allowed by silence.
 *
 * @param worldwide  why what passes an edge of Azure may be in the clear anywhere; without it, it may not
 */
export function residency(graph: PlanGraph, decided: readonly string[], worldwide?: string): Residency {
  const allowed = decided.map(normalLocation);
  const judge = (region: string | undefined): ResidencyRow["allowed"] =>
    region === undefined ? "unknown" : allowed.includes(region) ? "yes" : "no";
  const rows: ResidencyRow[] = [];
  for (const resource of graph.managed()) {
    const what =
      resource.type === "azurerm_storage_account" && keepsLogs(resource) ? "logs" : factOf(resource.type, "holds");
    const region = homeOf(resource);
    if (what !== undefined)
      rows.push({
        resource: resource.address,
        what,
        how: "at rest",
        region: region ?? "unknown",
        allowed: judge(region),
        because: "location",
      });
    for (const copy of copiesOf(resource))
      rows.push({
        resource: resource.address,
        what: what ?? "data",
        how: "copy",
        region: copy.to ?? "unknown",
        allowed: ALLOWED[String(copy.allows(allowed)) as keyof typeof ALLOWED],
        because:
          resource.type === "azurerm_key_vault"
            ? "Azure copies a vault to the paired region; within its geography that counts as allowed"
            : copy.path,
      });
  }
  rows.push(...flowsOf(sent(graph), judge), ...worldwideOf(graph, worldwide));
  const order = (row: ResidencyRow) => `${row.resource} ${row.how} ${row.because} ${row.region}`;
  rows.sort((a, b) => (order(a) < order(b) ? -1 : order(a) > order(b) ? 1 : 0));
  return { decided: allowed, rows, regions: [...new Set(rows.map(({ region }) => region))].sort() };
}

/** Where Azure sends data of a resource by itself; a host that is no resource is in a region that nobody knows. */
function flowsOf(
  sends: readonly Sent[],
  judge: (region: string | undefined) => ResidencyRow["allowed"],
): ResidencyRow[] {
  return sends.map(({ part, what, to }) => {
    const region = to.kind === "resource" ? homeOf(to.resource) : undefined;
    return {
      resource: part.resource.address,
      what,
      how: "flow",
      region: region ?? "unknown",
      allowed: judge(region),
      because: `to ${placeOf(to)}`,
    };
  });
}

/** What passes an edge of Azure, which stands in no region and in all; only a person's word allows it. */
function worldwideOf(graph: PlanGraph, why: string | undefined): ResidencyRow[] {
  return typesWith("worldwide").flatMap(([type, says]) =>
    graph.of(type).map(({ address }) => ({
      resource: address,
      what: "requests",
      how: "flow",
      region: "worldwide",
      allowed: saysSomething(why) ? "yes" : "no",
      because: saysSomething(why) ? `${says}: ${why}` : says,
    })),
  );
}
