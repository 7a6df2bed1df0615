import { diagnosticsOf, toOwnWorkspace } from "../facts/diagnostics";
import { target } from "../graph/network";
import { UNKNOWN } from "../graph/reference";
import { rule } from "../rule";

export const obs01 = rule({
  control: "OBS-01",
  title: "Logs go to the environment's own workspace, and are kept as long as the stage demands",
  why: "Logs in someone else's workspace are read by others, and gone when one needs them.",
  fix: "Send the container environment's logs to this environment's workspace; set retention and daily cap.",
  severity: "medium",
  since: "poc",
  types: ["azurerm_log_analytics_workspace", "azurerm_container_app_environment", "azurerm_monitor_diagnostic_setting"],
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
