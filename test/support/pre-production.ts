import type { PreProductionConfig } from "../../src/config/schema";
import type { EvidenceEntry } from "../../src/evidence/entry";
import { mistakesIn } from "./mistakes";

const digest = (digit: string) => `sha256:${digit.repeat(64)}`;
const group = (last: number) => `00000000-0000-0000-0000-00000000000${last}`;

/** The day on which a Pre-Production is judged in the tests. */
export const TODAY = "2027-03-15";

/**
 * A Pre-Production with every kind of service and store, every exposure, two hosts, and every kind of destination. A new
 * object each time, to be changed by a test.
 */
export function preProductionConfig(): PreProductionConfig {
  return {
    workload: "orders",
    stage: "pre-production",
    location: "westeurope",
    owner: "ada@orders.example",
    created: "2027-03-01",
    generation: 1,
    monthlyBudget: 2000,
    decisions: { platform: "Container Apps, confirmed for Production" },
    logging: { personalData: "never" },
    externals: {
      "build-registry": { kind: "registry", owner: "ada@orders.example", why: "images are built and scanned there" },
      "vpn-audience": {
        kind: "vpn-audience",
        owner: "ada@orders.example",
        why: "the app registration that people sign in to",
      },
    },
    subscription: "orders-preproduction",
    residency: ["westeurope"],
    network: "10.30.0.0/22",
    support: { contact: "help@orders.example", hours: "weekdays 9-17 CET" },
    privacy: { role: "processor", contact: "privacy@orders.example" },
    previous: {
      data: "migrate",
      destroyBy: "2027-04-15",
      migration: { owner: "grace@orders.example", date: "2027-03-20", runbook: "https://wiki.orders.example/migrate" },
    },
    foundation: "orders.foundation.yaml",
    reviewBy: "2027-06-01",
    releases: { revisions: "multiple", rollback: "activate the last revision" },
    entry: {
      host: "preprod.orders.example",
      certificate: "entry-certificate",
      routes: { "/": "web", "/api": "api", "admin.orders.example/": "admin" },
    },
    vpn: { pool: "172.20.0.0/24", audience: "vpn-audience" },
    egress: {
      sku: "Basic",
      allow: {
        payments: {
          fqdns: ["api.payments.example", "*.files.payments.example"],
          owner: "grace@orders.example",
          why: "the api takes card payments",
        },
        partner: {
          fqdns: ["legacy.partner.example"],
          ports: [80, 443],
          owner: "ada@orders.example",
          why: "stock levels, until the partner's new system",
          until: "2027-05-31",
        },
        updates: { tag: "AzureUpdateDelivery", owner: "ada@orders.example", why: "machines are updated from there" },
      },
    },
    access: {
      readers: group(1),
      operators: group(2),
      approvers: group(3),
      breakGlass: group(4),
      writers: "eligible",
    },
    incidents: {
      coordinator: "ada@orders.example",
      responder: "grace@orders.example",
      channel: "https://chat.orders.example/incidents",
      postMortems: "https://wiki.orders.example/post-mortems",
    },
    change: {
      deploys: "grace@orders.example",
      approves: "ada@orders.example",
      acceptsRisk: "ada@orders.example",
      checks: ["unit tests", "dependency scan"],
    },
    supply: { buildRegistry: "build-registry" },
    recovery: {
      path: "restore the database to a point in time beside the old server",
      recreateEvery: "90 days",
    },
    services: {
      web: {
        image: `orders/web@${digest("1")}`,
        port: 3000,
        exposure: "public",
        probes: { readiness: { path: "/healthz" } },
      },
      api: {
        image: `orders/api@${digest("2")}`,
        port: 8080,
        exposure: "public",
        uses: ["database", "files", "mail"],
        secrets: ["payment-key"],
      },
      admin: { image: `orders/admin@${digest("3")}`, port: 8080, exposure: "public" },
      reports: { image: `orders/reports@${digest("4")}`, port: 8080, exposure: "network", uses: ["database"] },
      rates: { image: `orders/rates@${digest("5")}`, port: 8080 },
      mailer: { image: `orders/mailer@${digest("6")}`, uses: ["mail"] },
      cleanup: { image: `orders/cleanup@${digest("7")}`, schedule: "0 2 * * *", uses: ["database"] },
    },
    stores: {
      database: {
        type: "postgresql",
        migrations: `orders/migrate@${digest("8")}`,
        data: { categories: ["name", "orders"], purpose: "fulfil orders", basis: "contract", keep: "24 months" },
      },
      files: {
        type: "blobs",
        data: { categories: ["invoices"], purpose: "bookkeeping", basis: "legal-obligation", keep: "10 years" },
      },
      mail: {
        type: "queue",
        data: { categories: ["e-mail address"], purpose: "notify customers", basis: "contract", keep: "7 days" },
      },
    },
    promotion: {
      from: "orders-pilot",
      digest: digest("0"),
      answers: "orders.pre-production.answers.yaml",
      by: "ada@orders.example",
      decided: "2027-03-01",
      why: { monthlyBudget: "a gateway, a firewall and a VPN of its own" },
      cost: { before: 138, after: 1251 },
    },
  };
}

const recorded = (fact: string, more: Partial<EvidenceEntry> = {}): EvidenceEntry => ({
  fact,
  env: "orders-pre-production",
  generation: 1,
  by: "ada@orders.example",
  date: "2027-03-10",
  link: `https://wiki.orders.example/${fact}`,
  ...more,
});

/** One person for every role, until a day; at most 90 days. */
export const smallTeam = (until = "2027-05-31"): EvidenceEntry => recorded("small-team", { until });

/** All that the gate wants to see of it beside plan and config. */
export function preProductionEvidence(): readonly EvidenceEntry[] {
  return [
    recorded("vpn-group"),
    recorded("data-protection-review"),
    recorded("sbom", { measured: { digests: ["1", "2", "3", "4", "5", "6", "7", "8"].map(digest) } }),
  ];
}

export const { changed, describeMistakes } = mistakesIn(preProductionConfig);
