import { diagnosticsOf, hasOpenTargets, toOwnWorkspace } from "../helpers/diagnostics";
import { rule } from "../rule";

const AUDIT = new Set(["AuditEvent", "audit", "allLogs"]);

export const sec05 = rule({
  control: "SEC-05",
  title: "Who read which secret is in the workspace",
  why: "After an incident the first question is which secrets were taken.",
  fix: "Send the vault's AuditEvent category to the environment's workspace.",
  severity: "high",
  since: "pilot",
  types: ["azurerm_key_vault", "azurerm_monitor_diagnostic_setting"],
  needs: ["plan"],
  check(context) {
    for (const one of context.resources("azurerm_key_vault")) {
      const audited = diagnosticsOf(context.graph, one).filter((each) =>
        each.categories.some((name) => AUDIT.has(name)),
      );
      if (audited.some(toOwnWorkspace)) context.pass(one, "diagnostic_setting");
      else if (hasOpenTargets(context.graph)) context.unknown(one, "diagnostic_setting");
      else context.fail(one, "diagnostic_setting", "Its audit events do not go to the environment's workspace.");
    }
  },
});
