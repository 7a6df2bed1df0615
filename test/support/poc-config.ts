import { stringify } from "yaml";
import type { PocConfig } from "../../src/config/schema";

/** What a test writes instead of a field of the config; `undefined` leaves the field out. */
export type Changes = Readonly<Record<string, unknown>>;

/** A small, valid POC. */
export function pocConfig(changes: Changes = {}): PocConfig {
  const config = {
    workload: "orders",
    stage: "poc",
    location: "westeurope",
    owner: "ada@orders.example",
    created: "2026-11-21",
    expires: "2026-12-19",
    monthlyBudget: 80,
    decisions: { platform: "Container Apps, until Pre-Production" },
    logging: { personalData: "never" },
    services: { web: { image: "orders/web:0.3.1", port: 3000, exposure: "public" } },
    ...changes,
  };
  return Object.fromEntries(Object.entries(config).filter(([, value]) => value !== undefined)) as unknown as PocConfig;
}

/** The same with one service, `web`, of these fields. */
export function pocWithService(fields: Changes, changes: Changes = {}): PocConfig {
  return pocConfig({ services: { web: { image: "orders/web:0.3.1", ...fields } }, ...changes });
}

/** As a person would write it, a field a line. */
export function asYaml(config: unknown): string {
  return stringify(config, { lineWidth: 0 });
}
