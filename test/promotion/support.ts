import { addDays } from "../../src/config/dates";
import { parseYaml } from "../../src/config/parse";
import type { PilotConfig, PocConfig } from "../../src/config/schema";
import { nest } from "../../src/promotion/merge";
import type { PromotionOptions } from "../../src/promotion/options";
import type { Sitting } from "../../src/promotion/sitting";

/** An example digest. */
export const digest = (digit: string) => `sha256:${digit.repeat(64)}`;

/** The POC that the documentation promotes. */
export const POC_YAML = `workload: orders
stage: poc
location: westeurope
owner: ada@orders.example
created: 2026-11-21
expires: 2026-12-19
monthlyBudget: 80
decisions: { platform: "Container Apps, until Pre-Production" }
logging: { personalData: never }
services:
  web: { image: "orders/web:0.3.1", port: 3000, exposure: public }
  api: { image: "orders/api:0.3.1", port: 8080, uses: [database, files, mail], secrets: [payment-key] }
  mailer: { image: "orders/mailer:0.3.1", uses: [mail] }      # no port, no schedule: a worker
  cleanup: { image: "orders/cleanup:0.3.1", schedule: "0 2 * * *", uses: [database] }
stores:
  database: { type: postgresql, migrations: "orders/migrate:0.3.1" }
  files: { type: blobs }
  mail: { type: queue }
`;

/** Its answers, with one digest of five. */
export const ANSWERS_YAML = `gate: pilot
by: ada@orders.example
decided: 2026-12-15
answers:
  subscription: orders-customers
  residency: [westeurope]
  network: 10.20.0.0/22
  operatorsFrom: [203.0.113.7/32]
  support: { contact: help@orders.example, hours: weekdays 9-17 CET }
  privacy: { role: processor, contact: privacy@orders.example }
  monthlyBudget: 350
  previous: { data: drop, destroyBy: 2026-12-31 }
  services:                                   # images by digest: one question, a line each
    web: { image: "orders/web@${digest("1")}" }
  stores:                                     # the data map: one question, a line each
    database: { data: { categories: [name, address, orders], purpose: fulfil orders, basis: contract, keep: 24 months } }
    files: { data: { categories: [invoices], purpose: bookkeeping, basis: legal-obligation, keep: 10 years } }
    mail: { data: { categories: [e-mail address], purpose: notify customers, basis: contract, keep: 7 days } }
why:
  monthlyBudget: replicas stay up, own network and registry
`;

/** The digests that are missing above, as a second sitting. */
export const DIGESTS_YAML = `gate: pilot
by: grace@orders.example
decided: 2026-12-16
answers:
  services:
    api: { image: "orders/api@${digest("2")}" }
    mailer: { image: "orders/mailer@${digest("3")}" }
    cleanup: { image: "orders/cleanup@${digest("4")}" }
  stores:
    database: { migrations: "orders/migrate@${digest("5")}" }
`;

export const TODAY: PromotionOptions = { today: "2026-12-20" };

export function poc(): PocConfig {
  return parseYaml(POC_YAML, "orders.poc.yaml").value as PocConfig;
}

export function sitting(yaml: string): Sitting<PilotConfig> {
  return parseYaml(yaml, "orders.pilot.answers.yaml").value as Sitting<PilotConfig>;
}

/** One answer to everything that a POC leaves open, as a list of single answers; a gate is passed when all are given. */
export function answersFor(config: PocConfig): readonly (readonly [path: readonly string[], answer: unknown])[] {
  const data = { categories: ["orders"], purpose: "fulfil orders", basis: "contract", keep: "24 months" };
  return [
    [["subscription"], "orders-customers"],
    [["operatorsFrom"], ["203.0.113.7/32"]],
    [["support"], { contact: "help@orders.example", hours: "weekdays 9-17 CET" }],
    [["privacy"], { role: "processor", contact: "privacy@orders.example" }],
    [["previous"], { data: "drop", destroyBy: "2026-12-31" }],
    [["monthlyBudget"], config.monthlyBudget + 100],
    ...Object.keys(config.services).map(
      (name) => [["services", name, "image"], `orders/${name}@${digest("a")}`] as const,
    ),
    ...Object.keys(config.stores ?? {}).map((name) => [["stores", name, "data"], data] as const),
    ...Object.entries(config.stores ?? {}).flatMap(([name, { type }]) =>
      type === "postgresql" ? [[["stores", name, "migrations"], `orders/migrate@${digest("b")}`] as const] : [],
    ),
  ];
}

/** A sitting of some single answers. */
export function sittingOf(
  answers: readonly (readonly [path: readonly string[], answer: unknown])[],
): Sitting<PilotConfig> {
  return {
    gate: "pilot",
    by: "ada@orders.example",
    decided: addDays("2026-11-21", 24),
    answers: nest(answers) as Sitting<PilotConfig>["answers"],
    why: { monthlyBudget: "replicas stay up" },
  };
}
