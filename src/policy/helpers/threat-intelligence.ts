import { UNKNOWN } from "../../plan/reference";
import type { RuleContext } from "../rule";

const SWITCHES: readonly (readonly [type: string, path: string])[] = [
  ["azurerm_firewall", "threat_intel_mode"],
  ["azurerm_firewall_policy", "threat_intelligence_mode"],
];

/** A firewall that is told not to look at whether a destination is known to be bad. */
export function judgeThreatIntelligence(context: RuleContext): void {
  for (const [type, path] of SWITCHES)
    for (const one of context.resources(type)) {
      const mode = one.wasWritten(path) ? one.value(path) : undefined;
      if (mode === UNKNOWN) context.unknown(one, path);
      else if (mode === "Off")
        context.fail(one, path, "It lets through what Microsoft knows to be bad: threat intelligence is off.", {
          fix: `Set ${path} to Alert or Deny.`,
        });
    }
}
