import type { ProductionConfig } from "../../src/config/schema";
import type { EvidenceEntry } from "../../src/evidence/entry";
import { mistakesIn } from "./mistakes";
import { preProductionConfig } from "./pre-production";

const digest = (digit: string) => `sha256:${digit.repeat(64)}`;

/** The day on which a Production is judged in the tests. */
export const TODAY = "2027-06-15";

/**
 * The Pre-Production of the tests one gate on: every kind of service and store, every exposure, and a promise with every
 * line of it. A new object each time, to be changed by a test.
 */
export function productionConfig(): ProductionConfig {
  const { egress, recovery, previous: _migrated, promotion: _below, ...carried } = preProductionConfig();
  const { partner } = egress.allow;
  return {
    ...carried,
    stage: "production",
    created: "2027-06-01",
    monthlyBudget: 3000,
    subscription: "orders-production",
    network: "10.40.0.0/22",
    previous: { data: "keep" },
    reviewBy: "2027-08-30",
    entry: { ...carried.entry, host: "app.orders.example" },
    egress: { ...egress, allow: { ...egress.allow, partner: { ...partner!, until: "2027-08-31" } } },
    recovery: { path: recovery.path, geoBackup: "none" },
    promise: {
      availability: 99.5,
      rto: "8 hours",
      rpo: "1 hour",
      support: "weekdays 9-17 CET",
      plannedDowntime: "Sundays 02:00-04:00 UTC",
      customers: "status page https://status.orders.example",
      latency: { p95: 800 },
    },
    risks: [
      {
        risk: "the loss of the region ends the service until it is rebuilt in another",
        class: "customer-impact",
        owner: "ada@orders.example",
        accepted: "2027-05-28",
      },
    ],
    promotion: {
      from: "orders-pre-production",
      digest: digest("0"),
      answers: "orders.production.answers.yaml",
      by: "ada@orders.example",
      decided: "2027-06-01",
      why: { monthlyBudget: "zones, standbys and a second copy of everything" },
      cost: { before: 1251, after: 1667 },
    },
  };
}

const recorded = (fact: string, more: Partial<EvidenceEntry> = {}): EvidenceEntry => ({
  fact,
  env: "orders-production",
  generation: 1,
  by: "ada@orders.example",
  date: "2027-06-10",
  link: `https://wiki.orders.example/${fact}`,
  ...more,
});

/** A restore that took three hours and lost ten minutes, five days before the check. */
export const drill = (more: Partial<EvidenceEntry> = {}): EvidenceEntry =>
  recorded("restore-drilled", { measured: { rto: "3 hours", rpo: "10 minutes" }, ...more });

/** One person for every role, until a day; at most 90 days. */
export const smallTeam = (until = "2027-08-31"): EvidenceEntry => recorded("small-team", { until });

/** All that the gate wants to see of it beside plan and config. */
export function productionEvidence(): readonly EvidenceEntry[] {
  return [
    recorded("vpn-group"),
    recorded("data-protection-review"),
    recorded("sbom", { measured: { digests: ["1", "2", "3", "4", "5", "6", "7", "8"].map(digest) } }),
    drill(),
    recorded("review-held"),
    recorded("risk-accepted"),
  ];
}

/** The evidence with one fact left out, or recorded otherwise. */
export function evidenceWith(fact: string, ...instead: readonly EvidenceEntry[]): readonly EvidenceEntry[] {
  return [...productionEvidence().filter((one) => one.fact !== fact), ...instead];
}

export const { changed, describeMistakes } = mistakesIn(productionConfig);
