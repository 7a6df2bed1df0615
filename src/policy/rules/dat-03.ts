import { DATABASE_SERVERS } from "../helpers/database-servers";
import { rule } from "../rule";

export const dat03 = rule({
  control: "DAT-03",
  title: "Databases can be restored to a point in time, as far back as the stage demands",
  why: "Mistakes are noticed late; what the backup no longer holds is gone.",
  fix: "Raise the backup retention to the stage's number of days.",
  severity: "high",
  since: "pilot",
  types: ["azurerm_cosmosdb_account", "azurerm_mssql_database", ...DATABASE_SERVERS],
  needs: ["plan"],
  check(context) {
    const least = context.stance.database.backupDays;
    const enough = (value: unknown) => typeof value === "number" && value >= least;
    const says = (value: unknown) =>
      `Backups reach back ${value ?? "an unknown number of"} days; ${least} are demanded.`;
    for (const one of context.resources(...DATABASE_SERVERS))
      context.expect(one, "backup_retention_days", enough, says);
    for (const one of context.resources("azurerm_mssql_database"))
      context.expect(one, "short_term_retention_policy.retention_days", enough, says);
    for (const one of context.resources("azurerm_cosmosdb_account"))
      context.expect(
        one,
        "backup.type",
        (value) => value === "Continuous",
        () => "It has no point-in-time restore.",
      );
  },
});
