import { UNKNOWN } from "../../plan/reference";
import type { Resource } from "../../plan/resource";
import { target } from "../../reach/network";
import { DEDICATED_ONLY } from "../../stages/audit-tables";
import { diagnosticsOf, toOwnWorkspace } from "../helpers/diagnostics";
import { auditTables, exportsOf, lackOfRetention } from "../helpers/log-exports";
import { type RuleContext, rule } from "../rule";

const EXPORT = "azurerm_log_analytics_data_export_rule";
const FIX = "Export them to a storage account with an immutability policy, in a stack that outlives the environment.";

/** The audit logs leave for a store in which nobody can change them for some days. */
function judgeExport(context: RuleContext, workspace: Resource, days: number): void {
  const rules = exportsOf(workspace);
  const lacks = rules.map((one) => lackOfRetention(one, days));
  const exported = new Set(rules.filter((_, at) => !lacks[at]).flatMap((one) => one.texts("table_names")));
  const missing = auditTables(context.graph).filter((table) => !exported.has(table));
  const open = (attribute: string) => context.resources(EXPORT).some((one) => one.ref(attribute).kind === "unknown");
  const [lack] = lacks.filter((one) => one !== undefined);
  const fail = (says: string) => context.fail(workspace, "export", says, { fix: FIX });
  if (missing.length === 0) context.pass(workspace, "export");
  else if (open("workspace_resource_id") || open("destination_resource_id"))
    context.unknown(workspace, "export", "Where its audit logs are exported to is not known before apply.");
  else if (rules.length === 0) fail("Its audit logs are exported nowhere.");
  else if (lack) fail(`What its audit logs are exported to ${lack}.`);
  else fail(`These audit logs are not exported: ${missing.join(", ")}.`);
}

/** What is to be exported lies in tables of its own; the one that all types share never leaves. */
function judgeTables(context: RuleContext): void {
  for (const one of context.graph.of(...DEDICATED_ONLY)) {
    const settings = diagnosticsOf(context.graph, one).filter(toOwnWorkspace);
    if (settings.some(({ setting }) => setting.text("log_analytics_destination_type") === "Dedicated")) continue;
    for (const { setting } of settings)
      context.fail(
        setting,
        "log_analytics_destination_type",
        `The logs of ${one.address} go to a table that cannot be exported.`,
        { fix: "Set the destination type to Dedicated." },
      );
  }
}

export const obs01 = rule({
  control: "OBS-01",
  title: "Logs go to the environment's own workspace, and are kept as long, and as safely, as the stage demands",
  why: "Logs in someone else's workspace are read by others, and gone when one needs them.",
  fix: "Send the container environment's logs to this environment's workspace; set retention and daily cap.",
  severity: "medium",
  since: "poc",
  types: [
    "azurerm_log_analytics_workspace",
    "azurerm_container_app_environment",
    "azurerm_monitor_diagnostic_setting",
    EXPORT,
  ],
  needs: ["plan"],
  check(context) {
    const { retentionDays, dailyCapGb } = context.stance.logs;
    for (const one of context.resources("azurerm_log_analytics_workspace")) {
      context.expect(
        one,
        "retention_in_days",
        (value) => typeof value === "number" && value >= retentionDays,
        (value) => `Logs are kept ${value} days; ${retentionDays} are demanded.`,
      );
      if (dailyCapGb > 0)
        context.expect(
          one,
          "daily_quota_gb",
          (value) => typeof value === "number" && value > 0 && value <= dailyCapGb,
          (value) => `The daily cap is ${value === -1 ? "off" : `${value} GB`}; at most ${dailyCapGb} GB are allowed.`,
        );
    }
    const { evidenceDays } = context.stance.recovery;
    if (evidenceDays > 0) {
      for (const one of context.resources("azurerm_log_analytics_workspace")) judgeExport(context, one, evidenceDays);
      judgeTables(context);
    }
    for (const one of context.resources("azurerm_container_app_environment")) {
      const direct = target(one.refs("log_analytics_workspace_id")[0], "azurerm_log_analytics_workspace");
      const viaMonitor = diagnosticsOf(context.graph, one).some(toOwnWorkspace);
      const destination = one.value("logs_destination");
      if (direct || (destination === "azure-monitor" && viaMonitor)) context.pass(one, "logs_destination");
      else if (destination === UNKNOWN) context.unknown(one, "logs_destination");
      else context.fail(one, "logs_destination", "Its logs do not go to a workspace of this environment.");
    }
  },
});
