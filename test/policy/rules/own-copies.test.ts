import type { JsonObject } from "../../../src/plan/json";
import { nearMisses, type Said, type SaidCase } from "./said";

const SQL = "azurerm_mssql_database.orders";
const MANAGED = "azurerm_mssql_managed_database.orders";
const COSMOS = "azurerm_cosmosdb_account.orders";

const evidence: SaidCase["evidence"] = [
  {
    fact: "restore-drilled",
    env: "orders-production",
    generation: 1,
    by: "ada@orders.example",
    date: "2027-06-01",
    link: "https://wiki.orders.example/drill",
    measured: { rto: "2 hours", rpo: "4 minutes" },
  },
];
const drilled = ["", ".rto", ".rpo"].map((part) => `config evidence.restore-drilled${part}`);

const row = (address: string, values: JsonObject, said: { fail?: string; unknown?: string } = {}): SaidCase => {
  const at = (says: string | undefined): Said | undefined => (says === undefined ? undefined : { [address]: says });
  return {
    gate: "production",
    config: { workload: "orders", stage: "production", promise: { rto: "8 hours", rpo: "1 hour" } },
    today: "2027-06-10",
    evidence,
    resources: { [address]: { name: "orders", ...values } },
    pass: said.fail || said.unknown ? drilled : [address, ...drilled],
    fail: at(said.fail),
    unknown: at(said.unknown),
  };
};
const kept = (values: JsonObject) => ({ long_term_retention_policy: values });

nearMisses("RES-03", {
  "weekly long-term backups of a SQL database, kept as long as a vault's": row(SQL, kept({ weekly_retention: "P13W" })),
  "monthly ones are copies too, beside weekly ones that go sooner": row(
    SQL,
    kept({ weekly_retention: "P4W", monthly_retention: "P1Y" }),
  ),
  "a SQL database with what it keeps by itself only": row(
    SQL,
    { short_term_retention_policy: { retention_days: 35 } },
    { fail: "It keeps no long-term backup, weekly or monthly: what it keeps goes with its server." },
  ),
  "one backup a year is none for most of it": row(SQL, kept({ yearly_retention: "P5Y", week_of_year: 1 }), {
    fail: "It keeps no long-term backup, weekly or monthly: what it keeps goes with its server.",
  }),
  "a day too short": row(SQL, kept({ weekly_retention: "P89D" }), {
    fail: "It keeps a long-term backup 89 days; 90 days are demanded.",
  }),
  "nothing, as Azure writes it": row(SQL, kept({ weekly_retention: "PT0S", monthly_retention: "PT0S" }), {
    fail: "It keeps no long-term backup, weekly or monthly: what it keeps goes with its server.",
  }),
  "one that is not known before apply": row(SQL, kept({ weekly_retention: "${var.weeks}" }), {
    unknown: "long_term_retention_policy is not known before apply.",
  }),
  "a database of a managed instance is judged like one": row(MANAGED, kept({ monthly_retention: "P3M" })),
  "and misses the same": row(
    MANAGED,
    { short_term_retention_days: 35 },
    { fail: "It keeps no long-term backup, weekly or monthly: what it keeps goes with its server." },
  ),
  "a Cosmos DB account whose own backups are as long as they get: nobody sees a copy": row(
    COSMOS,
    { backup: { type: "Continuous", tier: "Continuous30Days" } },
    {
      unknown:
        "Whether anything keeps a copy of it for 90 days is not seen: its own backups reach back 30 days at most, and no vault copies it.",
    },
  ),
  "one of seven days": row(
    COSMOS,
    { backup: { type: "Continuous", tier: "Continuous7Days" } },
    { fail: "No vault copies it, and its own backups, Continuous7Days, do not reach back 30 days." },
  ),
  "one that nobody configured": row(
    COSMOS,
    {},
    { fail: "No vault copies it, and its own backups, Periodic, do not reach back 30 days." },
  ),
});
