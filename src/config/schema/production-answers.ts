import { region } from "../../azure/regions";
import { addDays } from "../dates";
import { valueAt } from "../path";
import { entryExample, RECOVERY } from "./pre-production-answers";
import type { Situation } from "./rule";

/** Days in which a service that runs on both must be moved from the old environment to the new. */
const HANDOVER_DAYS = 60;

/** The way back that was proved before, with a copy in the paired region where data may be there, else in the zones of its own. */
export function recoveryOf({ from }: Situation): { path: string; geoBackup: "none" | "paired-region" } {
  const paired = region(String(from["location"]))?.pair;
  const allowed = Array.isArray(from["residency"]) && paired !== undefined && from["residency"].includes(paired);
  const proved = valueAt(from, ["recovery", "path"]);
  return { path: typeof proved === "string" ? proved : RECOVERY.path, geoBackup: allowed ? "paired-region" : "none" };
}

/** A Pre-Production stays, to rehearse the next change on. */
export function previousStays(): { data: string } {
  return { data: "keep" };
}

/** Anything that ends within two months needs no reason. */
export function previousGoes(answer: unknown, _recommended: unknown, { decided }: Situation): boolean {
  const { data, destroyBy } = answer as { data?: unknown; destroyBy?: unknown };
  if (data === "keep") return false;
  return typeof destroyBy !== "string" || destroyBy > addDays(decided, HANDOVER_DAYS);
}

/** A way in under a name of its own: the environment before keeps its host name as long as it stands. */
export function entryOfProduction(situation: Situation): Record<string, unknown> {
  const { workload } = situation.from;
  const taken = valueAt(situation.from, ["entry", "host"]);
  const host = [`app.${workload}.example`, `www.${workload}.example`].find((name) => name !== taken);
  return { ...entryExample(situation), host };
}

/** A promise as it could look: one that the stage's topology keeps. */
export const PROMISE_EXAMPLE = {
  availability: 99.5,
  rto: "8 hours",
  rpo: "1 hour",
  support: "weekdays 9-17 CET",
  plannedDowntime: "Sundays 02:00-04:00 UTC",
  customers: "status page https://status.orders.example",
} as const;

/** A risk as it could look, accepted on the day of the decision. */
export function risksExample({ decided }: Situation): readonly Record<string, string>[] {
  return [
    {
      risk: "the loss of a whole region ends the service until it is rebuilt elsewhere",
      class: "customer-impact",
      owner: "ada@orders.example",
      accepted: decided,
    },
  ];
}
