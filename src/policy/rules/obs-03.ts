import { describe, UNKNOWN } from "../../plan/reference";
import { target } from "../../reach/network";
import { rule } from "../rule";

export const obs03 = rule({
  control: "OBS-03",
  title: "Application Insights stands on the environment's workspace",
  why: "Traces beside the logs, in one place with one retention, are what finds the cause.",
  fix: "Add Application Insights with workspace_id of the environment's workspace.",
  severity: "medium",
  since: "pilot",
  types: [
    "azurerm_application_insights",
    "azurerm_container_app",
    "azurerm_container_app_environment",
    "azurerm_container_group",
    "azurerm_log_analytics_workspace",
  ],
  needs: ["plan"],
  check(context) {
    const all = context.resources("azurerm_application_insights");
    const apps = context.resources("azurerm_container_app");
    if (all.length === 0 && apps[0])
      context.fail(apps[0], "application_insights", "Nothing collects the apps' traces.");
    const keyless = context.from("pre-production");
    for (const one of all) {
      const [reference] = one.refs("workspace_id");
      if (target(reference, "azurerm_log_analytics_workspace")) context.pass(one, "workspace_id");
      else if (reference?.kind === "unknown") context.unknown(one, "workspace_id");
      else context.fail(one, "workspace_id", `Its workspace is ${reference ? describe(reference) : "not given"}.`);
      if (keyless)
        context.expect(
          one,
          "local_authentication_disabled",
          (value) => value === true,
          () => "It takes data by key.",
        );
    }
    if (!keyless) return;
    for (const one of context.resources("azurerm_log_analytics_workspace")) {
      const [on, off] = [one.value("local_authentication_enabled"), one.value("local_authentication_disabled")];
      if (on === false || off === true) context.pass(one, "local_authentication_enabled");
      else if (on === UNKNOWN) context.unknown(one, "local_authentication_enabled");
      else context.fail(one, "local_authentication_enabled", "The workspace takes data by key.");
    }
    for (const one of context.resources("azurerm_container_app_environment"))
      context.expect(
        one,
        "logs_destination",
        (value) => value === "azure-monitor",
        () => "Its logs need the workspace's key.",
      );
    for (const one of context.resources("azurerm_container_group"))
      for (const place of one.blocks("diagnostics"))
        for (const log of place.blocks("log_analytics"))
          context.fail(log, "workspace_key", "Its logs need the workspace's key.");
  },
});
