import type { PlanGraph } from "../plan/graph";
import { placeOf, sent } from "../reach/sent";
import { NOT_KNOWN } from "./values";

/** Something that Azure sends out of a resource by itself, past every firewall. */
export interface SentByAzure {
  readonly resource: string;
  readonly what: string;
  /** Address of what takes it, variable, host or id. */
  readonly to: string;
  /** Whether that is part of the environment. */
  readonly inside: "yes" | "no" | "not known";
}

const INSIDE = { resource: "yes", external: "no", outside: "no", unknown: "not known" } as const;

/** What Azure sends by itself, each thing once, in the order of addresses. */
export function sentByAzure(graph: PlanGraph): SentByAzure[] {
  const rows = sent(graph).map(({ part, what, to }): SentByAzure => {
    const place = to.kind === "unknown" ? NOT_KNOWN : placeOf(to);
    return { resource: part.resource.address, what, to: place, inside: INSIDE[to.kind] };
  });
  const byKey = new Map(rows.map((row) => [`${row.resource} ${row.what} ${row.to}`, row]));
  return [...byKey].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row);
}
