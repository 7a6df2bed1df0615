import type { EnvironmentConfig } from "../../src/config/schema";
import { pilotConfig } from "../support/pilot";
import { preProductionConfig } from "../support/pre-production";

/** A gate with answers that are taken: what is promoted, the answers file, and what is known beside it. */
export interface Gate {
  readonly from: EnvironmentConfig;
  readonly answers: string;
  readonly today: string;
  readonly cost: { readonly before: number; readonly after: number };
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
