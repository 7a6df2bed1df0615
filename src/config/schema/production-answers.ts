import { addDays } from "../dates";
import { region } from "../regions";
import { RECOVERY } from "./pre-production-answers";
import type { Situation } from "./rule";

/** Days in which a service that runs on both must be moved from the old environment to the new. */
const HANDOVER_DAYS = 60;

/** A copy in the paired region where data may be there, else in the zones of its own region. */
export function recoveryOf({ from }: Situation): { path: string; geoBackup: "none" | "paired-region" } {
  const paired = region(String(from["location"]))?.pair;
  const allowed = Array.isArray(from["residency"]) && paired !== undefined && from["residency"].includes(paired);
  return { path: RECOVERY.path, geoBackup: allowed ? "paired-region" : "none" };
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

/** A promise as it could look: one that the stage's topology keeps. */
export const PROMISE_EXAMPLE = {
  availability: 99.5,
  rto: "8 hours",
  rpo: "1 hour",
  support: "weekdays 9-17 CET",
  plannedDowntime: "Sundays 02:00-04:00 UTC",
  customers: "status page https://status.orders.example",
} as const;

/** A risk as it could look. */
export const RISKS_EXAMPLE = [
  {
    risk: "the loss of a whole region ends the service until it is rebuilt elsewhere",
    class: "customer-impact",
    owner: "ada@orders.example",
    accepted: "2027-06-01",
  },
] as const;
