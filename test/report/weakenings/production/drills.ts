import type { ProductionWeakening } from "../../../support/built-production";
import { drill, evidenceWith, productionEvidence, smallTeam } from "../../../support/production";
import { inConfig, type Json, ofFact } from "../../../support/weakenings";

const recorded =
  (fact: string, ...instead: readonly Json[]) =>
  (_: Json, given: Json) =>
    Object.assign(given, { evidence: evidenceWith(fact, ...instead) });

const drilled = (...drills: readonly Json[]) => recorded("restore-drilled", ...drills);
const took = (rto: string, rpo: string) => ({ measured: { rto, rpo } });

/** Restores that were not drilled, not lately, not here, or not as fast as is promised. */
export const DRILLS: readonly ProductionWeakening[] = [
  { what: "no drill", change: drilled(), caught: ["RES-03"] },
  { what: "a drill of 91 days ago", change: drilled(drill({ date: "2027-03-16" })), caught: ["RES-03"] },
  {
    what: "a drill of 90 days ago, of an environment that was there",
    change: (_, given) => {
      given.config.created = "2027-03-01";
      given.config.promotion.decided = "2027-03-01";
      drilled(drill({ date: "2027-03-17" }))(_, given);
    },
    caught: [],
  },
  {
    what: "a drill before there was an environment",
    change: drilled(drill({ date: "2027-05-31" })),
    caught: ["RES-03"],
  },
  { what: "a drill of tomorrow", change: drilled(drill({ date: "2027-06-16" })), caught: ["RES-03"] },
  { what: "a drill that nobody can look up", change: drilled(drill({ link: "" })), caught: ["RES-03"] },
  { what: "a drill of another generation", change: drilled(drill({ generation: 2 })), caught: ["RES-03"] },
  {
    what: "a drill of no generation in particular",
    change: drilled(drill({ generation: undefined })),
    caught: ["RES-03"],
  },
  {
    what: "a drill of the Pre-Production",
    change: drilled(drill({ env: "orders-pre-production" })),
    caught: ["RES-03"],
  },
  { what: "a drill that was not timed", change: drilled(drill({ measured: undefined })), caught: ["RES-03"] },
  { what: "a drill that took until soon", change: drilled(drill(took("soon", "little"))), caught: ["RES-03"] },
  { what: "a drill that took as long as promised", change: drilled(drill(took("8 hours", "1 hour"))), caught: [] },
  {
    what: "a drill that took an hour more than promised",
    change: drilled(drill(took("9 hours", "10 minutes"))),
    caught: ["GOV-05", "RES-03"],
  },
  {
    what: "a drill that lost an hour more than promised",
    change: drilled(drill(took("3 hours", "2 hours"))),
    caught: ["GOV-05", "RES-03"],
  },
  {
    what: "a drill that took too long, after one that did not",
    change: drilled(drill({ date: "2027-06-01" }), drill(took("9 hours", "10 minutes"))),
    caught: ["GOV-05", "RES-03"],
  },
  {
    what: "a drill that took too long, before one that did not",
    change: drilled(drill({ date: "2027-06-01", ...took("9 hours", "10 minutes") }), drill()),
    caught: [],
  },
];

/** What was not looked at before customers were promised anything. */
export const REVIEWS: readonly ProductionWeakening[] = [
  { what: "no readiness review", change: recorded("review-held"), caught: ["GOV-05"] },
  {
    what: "a readiness review of half a year ago",
    change: ofFact("review-held", (entry) => Object.assign(entry, { date: "2026-12-16" })),
    caught: ["GOV-05"],
  },
  { what: "risks that nobody accepted", change: recorded("risk-accepted"), caught: ["GOV-05"] },
  { what: "no risks", change: inConfig((config) => delete config.risks), caught: ["GOV-05"] },
  { what: "a risk that nobody owns", change: inConfig(({ risks }) => delete risks[0].owner), caught: ["GOV-05"] },
  {
    what: "a risk of no known class",
    change: inConfig(({ risks }) => Object.assign(risks[0], { class: "weather" })),
    caught: ["GOV-05"],
  },
];

/** One person for every role, with this evidence about it. */
const alone =
  (...evidence: readonly Json[]) =>
  (_: Json, given: Json) => {
    Object.assign(given.config.change, { approves: given.config.change.deploys });
    Object.assign(given, { evidence });
  };

/** Somebody who approves their own change. */
export const SELF_APPROVAL: readonly ProductionWeakening[] = [
  { what: "self-approval", change: alone(...productionEvidence()), caught: ["IAM-05"] },
  {
    what: "self-approval with a small team's word and an accepted risk",
    change: alone(...productionEvidence(), smallTeam()),
    caught: [],
  },
  {
    what: "self-approval with a small team's word and no accepted risk",
    change: alone(...evidenceWith("risk-accepted", smallTeam())),
    caught: ["GOV-05", "IAM-05"],
  },
  {
    what: "self-approval with a small team's word that ended yesterday",
    change: alone(...productionEvidence(), smallTeam("2027-06-14")),
    caught: ["IAM-05"],
  },
  {
    what: "self-approval with a small team's word for a year",
    change: alone(...productionEvidence(), smallTeam("2028-06-10")),
    caught: ["IAM-05"],
  },
];
