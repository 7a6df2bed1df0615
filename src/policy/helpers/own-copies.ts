import { UNKNOWN } from "../../plan/reference";
import type { Resource } from "../../plan/resource";
import { durationText, minutesOf } from "../../promise/duration";
import type { Lack } from "./copies";

const DAY = 1440;
const LONG_TERM = "long_term_retention_policy";

/** What is said of a store that no backup vault copies, and whose own backups are copies, or none. */
type OwnCopies = (store: Resource, days: number) => readonly Lack[];

/**
 * Long-term backups of a SQL database are kept apart from its server and outlive it. A yearly one alone would be up to a
 * year old.
 *
 * @see https://learn.microsoft.com/azure/azure-sql/database/long-term-retention-overview
 */
const longTerm: OwnCopies = (store, days) => {
  const values = ["weekly_retention", "monthly_retention"].map((name) => store.value(`${LONG_TERM}.${name}`));
  const longest = Math.max(0, ...values.flatMap((one) => minutesOf(one) ?? []));
  if (longest >= days * DAY) return [];
  if (values.includes(UNKNOWN)) return [{ part: store, path: LONG_TERM }];
  const says =
    longest === 0
      ? "It keeps no long-term backup, weekly or monthly: what it keeps goes with its server."
      : `It keeps a long-term backup ${durationText(longest)}; ${days} days are demanded.`;
  return [{ part: store, path: LONG_TERM, says }];
};

/**
 * Cosmos DB keeps its backups itself, for 30 days at most; azurerm has nothing that copies an account for longer.
 *
 * @see https://learn.microsoft.com/azure/cosmos-db/continuous-backup-restore-introduction
 */
const continuous: OwnCopies = (store, days) => {
  const [type, tier] = [store.value("backup.type"), store.value("backup.tier")];
  if (type === UNKNOWN || tier === UNKNOWN) return [{ part: store, path: "backup" }];
  if (type !== "Continuous" || tier === "Continuous7Days")
    return [
      {
        part: store,
        path: "backup",
        says: `No vault copies it, and its own backups, ${type === "Continuous" ? tier : (type ?? "Periodic")}, do not reach back 30 days.`,
      },
    ];
  return [
    {
      part: store,
      path: "backup",
      doubt: `Whether anything keeps a copy of it for ${days} days is not seen: its own backups reach back 30 days at most, and no vault copies it.`,
    },
  ];
};

/** Stores that no backup vault of azurerm copies, with what their own backups are judged by. */
export const OWN_COPIES: Readonly<Record<string, OwnCopies>> = {
  azurerm_cosmosdb_account: continuous,
  azurerm_mssql_database: longTerm,
  azurerm_mssql_managed_database: longTerm,
};
