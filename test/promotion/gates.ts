import type { EnvironmentConfig } from "../../src/config/schema";
import { pilotConfig } from "../support/pilot";
import { preProductionConfig } from "../support/pre-production";
import { productionConfig } from "../support/production";

/** A gate with answers that are taken: what is promoted, the answers file, and what is known beside it. */
export interface Gate {
  readonly from: EnvironmentConfig;
  readonly answers: string;
  readonly today: string;
  readonly cost: { readonly before: number; readonly after: number; readonly second?: number };
  /** Other environments of the workload. */
  readonly others: readonly EnvironmentConfig[];
}

const TO_PRE_PRODUCTION = `gate: pre-production
by: ada@orders.example
decided: 2027-03-01
answers:
  subscription: orders-preproduction
  network: 10.30.0.0/22
  monthlyBudget: 2000
  decisions: { platform: "Container Apps, confirmed for Production" }
  previous:
    data: migrate
    destroyBy: 2027-04-15
    migration: { owner: grace@orders.example, date: 2027-03-20, runbook: "https://wiki.orders.example/migrate" }
  entry: { host: preprod.orders.example, certificate: entry-certificate, routes: { "/": web } }
  egress:
    allow:
      payments: { fqdns: [api.payments.example], owner: grace@orders.example, why: card payments }
  access:
    readers: 00000000-0000-0000-0000-000000000001
    operators: 00000000-0000-0000-0000-000000000002
    approvers: 00000000-0000-0000-0000-000000000003
    breakGlass: 00000000-0000-0000-0000-000000000004
    writers: eligible
  incidents:
    coordinator: ada@orders.example
    responder: grace@orders.example
    channel: https://chat.orders.example/incidents
    postMortems: https://wiki.orders.example/post-mortems
  change: { deploys: grace@orders.example, approves: ada@orders.example, acceptsRisk: ada@orders.example, checks: [unit tests] }
why:
  monthlyBudget: a gateway, a firewall and a VPN of its own
`;

/** The Pilot of the tests at the gate of Pre-Production; somebody has planned a network for Production. */
export const PRE_PRODUCTION_GATE: Gate = {
  from: pilotConfig(),
  answers: TO_PRE_PRODUCTION,
  today: "2027-03-02",
  cost: { before: 138, after: 1251 },
  others: [
    { ...pilotConfig(), stage: "production", subscription: "orders-production", network: "10.40.0.0/22" } as never,
  ],
};

const TO_PRODUCTION = `gate: production
by: ada@orders.example
decided: 2027-06-01
answers:
  subscription: orders-production
  network: 10.40.0.0/22
  monthlyBudget: 3000
  entry: { host: app.orders.example, certificate: entry-certificate, routes: { "/": web, "/api": api, "/admin": admin } }
  promise:
    availability: 99.5
    rto: 8 hours
    rpo: 1 hour
    support: weekdays 9-17 CET
    plannedDowntime: Sundays 02:00-04:00 UTC
    customers: status page https://status.orders.example
    latency: { p95: 800 }
  risks:
    - { risk: the region is lost, class: customer-impact, owner: ada@orders.example, accepted: 2027-05-28 }
why:
  monthlyBudget: zones, standbys and a second copy of everything
`;

/** The Pre-Production of the tests at the gate of Production. */
export const PRODUCTION_GATE: Gate = {
  from: preProductionConfig(),
  answers: TO_PRODUCTION,
  today: "2027-06-02",
  cost: { before: 1251, after: 1667 },
  others: [pilotConfig()],
};

const TO_SCALE = `gate: scale
by: ada@orders.example
decided: 2027-09-01
answers:
  residency: [westeurope, northeurope]
  scale:
    mode: warm-standby
    region: northeurope
    network: 10.44.0.0/22
    monthlyBudget: 600
    edge: { cutOver: 2027-09-20, worldwide: TLS ends at the edge nearest to the caller; nothing is kept there }
    trigger:
      usage: { measure: orders a day, was: 900, now: 4200, mark: 3500 }
      expectation: { measure: contracts that ask for 1 hour after the loss of a region, now: 3, mark: 1 }
      supportLoad: { measure: tickets about availability a month, was: 2, now: 11, mark: 8 }
      unitCost: { measure: order, now: 0.42, after: 0.51, carries: 3.10 }
      measured: 2027-08-30
      by: ada@orders.example
  promise:
    availability: 99.5
    rto: 1 hour
    rpo: 15 minutes
    support: weekdays 9-17 CET
    plannedDowntime: Sundays 02:00-04:00 UTC
    customers: status page https://status.orders.example
    latency: { p95: 800 }
    disasters: [mistake, zone, region]
  risks:
    - { risk: what waits in mail when the region is lost is lost with it, class: data, owner: ada@orders.example, accepted: 2027-08-30 }
why:
  monthlyBudget: three contracts ask for one hour after the loss of a region
`;

/** The Production of the tests at the gate of Scale. */
export const SCALE_GATE: Gate = {
  from: productionConfig(),
  answers: TO_SCALE,
  today: "2027-09-02",
  cost: { before: 1667, after: 2170, second: 579 },
  others: [preProductionConfig()],
};
