import type { PilotConfig } from "../../src/config/schema";

const digest = (digit: string) => `sha256:${digit.repeat(64)}`;

/** A Pilot with every kind of service and store. A new object each time, to be changed by a test. */
export function pilotConfig(): PilotConfig {
  return {
    workload: "orders",
    stage: "pilot",
    location: "westeurope",
    owner: "ada@orders.example",
    created: "2026-12-15",
    generation: 1,
    foundation: "orders.foundation.yaml",
    monthlyBudget: 350,
    decisions: { platform: "Container Apps, until Pre-Production" },
    logging: { personalData: "never" },
    subscription: "orders-customers",
    residency: ["westeurope"],
    network: "10.20.0.0/22",
    operatorsFrom: ["203.0.113.7/32", "198.51.100.0/24"],
    support: { contact: "help@orders.example", hours: "weekdays 9-17 CET" },
    privacy: { role: "processor", contact: "privacy@orders.example" },
    previous: { data: "drop", destroyBy: "2026-12-31" },
    reviewBy: "2027-03-15",
    releases: { revisions: "single", rollback: "apply the previous digests again" },
    promotion: {
      from: "orders-poc",
      digest: digest("0"),
      answers: "orders.pilot.answers.yaml",
      by: "ada@orders.example",
      decided: "2026-12-15",
    },
    services: {
      web: { image: `orders/web@${digest("1")}`, port: 3000, exposure: "public", domain: "app.orders.example" },
      api: {
        image: `orders/api@${digest("2")}`,
        port: 8080,
        uses: ["database", "files", "mail"],
        secrets: ["payment-key"],
      },
      mailer: { image: `orders/mailer@${digest("3")}`, uses: ["mail"] },
      cleanup: { image: `orders/cleanup@${digest("4")}`, schedule: "0 2 * * *", uses: ["database"] },
    },
    stores: {
      database: {
        type: "postgresql",
        migrations: `orders/migrate@${digest("5")}`,
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
  };
}
