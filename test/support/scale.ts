import type { ScaleMode } from "../../src/config/scale-mode";
import type { ScaleConfig } from "../../src/config/schema";
import { writerHosts } from "../../src/config/writer-hosts";
import type { EvidenceEntry } from "../../src/evidence/entry";
import { mistakesIn } from "./mistakes";
import { drill, evidenceWith, productionConfig } from "./production";

/** The day on which a Scale is judged in the tests. */
export const TODAY = "2027-10-01";

/**
 * The Production of the tests with a second region, at warm-standby: it keeps its name, day and generation. A new object
 * each time, to be changed by a test.
 */
export function scaleConfig(): ScaleConfig {
  const { promise, risks, promotion, egress, ...carried } = productionConfig();
  const { partner } = egress.allow;
  return {
    ...carried,
    stage: "scale",
    reviewBy: "2027-12-01",
    egress: { ...egress, allow: { ...egress.allow, partner: { ...partner!, until: "2027-12-31" } } },
    residency: ["westeurope", "northeurope"],
    scale: {
      mode: "warm-standby",
      region: "northeurope",
      network: "10.44.0.0/22",
      vpnPool: "172.20.1.0/24",
      monthlyBudget: 900,
      edge: {
        certificate: "managed",
        cutOver: "2027-09-20",
        worldwide: "TLS ends at the edge nearest to the caller; nothing is kept there",
      },
      trigger: {
        usage: { measure: "orders a day", was: 900, now: 4200, mark: 3500 },
        expectation: { measure: "contracts that ask for 1 hour after the loss of a region", now: 3, mark: 1 },
        supportLoad: { measure: "tickets about availability a month", was: 2, now: 11, mark: 8 },
        unitCost: { measure: "order", now: 0.42, after: 0.51, carries: 3.1 },
        measured: "2027-08-30",
        by: "ada@orders.example",
      },
      failover: { decides: "ada@orders.example", acts: "grace@orders.example" },
    },
    promise: { ...promise, rto: "1 hour", rpo: "15 minutes", disasters: ["mistake", "zone", "region"] },
    risks: [
      ...risks,
      {
        risk: "what is in the queue mail when the region is lost is lost with it",
        class: "data",
        owner: "ada@orders.example",
        accepted: "2027-08-30",
      },
    ],
    promotion: {
      ...promotion,
      from: "orders-production",
      answers: "orders.scale.answers.yaml",
      decided: "2027-09-01",
      why: { monthlyBudget: "customers ask for one hour after the loss of a region" },
      cost: { before: 1667, after: 2170 },
    },
  };
}

/** The same at another mode, with what that mode has to say more or less. */
export function scaleAt(mode: ScaleMode): ScaleConfig {
  const config = scaleConfig();
  const { vpnPool, ...common } = config.scale;
  config.scale = {
    ...common,
    mode,
    ...(mode !== "cold-standby" && { vpnPool }),
    ...(mode === "active-active" && { writerHost: writerHosts(config, common.region)[0] }),
  };
  return config;
}

/** All that the gate wants to see of it beside plan and config: what Production's does, of this year, and a drilled move. */
export function scaleEvidence(): readonly EvidenceEntry[] {
  const date = "2027-09-10";
  const times = { rto: "40 minutes", rpo: "5 minutes" };
  const again = evidenceWith("restore-drilled", drill({ measured: times })).map((one) => ({ ...one, date }));
  return [...again, drill({ fact: "failover-drilled", date, measured: { kind: "planned", ...times } })];
}

export const { changed, describeMistakes } = mistakesIn(scaleConfig);
