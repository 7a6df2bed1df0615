import { DIAGNOSED, diagnosticsOf, hasOpenTargets, toOwnWorkspace } from "../helpers/diagnostics";
import { rule } from "../rule";

export const obs02 = rule({
  control: "OBS-02",
  title: "Everything that carries data, identity or traffic logs what happens to it",
  why: "What is not logged cannot be explained afterwards.",
  fix: "Add a diagnostic setting to the environment's workspace.",
  severity: "medium",
  since: "pilot",
  types: [...DIAGNOSED, "azurerm_monitor_diagnostic_setting"],
  needs: ["plan"],
  check(context) {
    for (const one of context.resources(...DIAGNOSED)) {
      const settings = diagnosticsOf(context.graph, one).filter(
        (each) => one.type !== "azurerm_storage_account" || /^\/(blob|queue)Services\/default$/i.test(each.below),
      );
      if (settings.some(toOwnWorkspace)) context.pass(one, "diagnostic_setting");
      else if (hasOpenTargets(context.graph)) context.unknown(one, "diagnostic_setting");
      else
        context.fail(one, "diagnostic_setting", "No diagnostic setting sends its logs to the environment's workspace.");
    }
  },
});
