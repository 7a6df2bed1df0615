import { isAtLeast, type Stage } from "../stages/stage";

const EVERYWHERE = [
  "Microsoft.App",
  "Microsoft.Consumption",
  "Microsoft.ContainerRegistry",
  "Microsoft.DBforPostgreSQL",
  "Microsoft.Insights",
  "Microsoft.KeyVault",
  "Microsoft.ManagedIdentity",
  "Microsoft.Network",
  "Microsoft.OperationalInsights",
  "Microsoft.Storage",
] as const;

/** What a stage needs beside what the stages below it need. Firewall, gateways and resolver are `Microsoft.Network`. */
const ADDED: Partial<Record<Stage, readonly string[]>> = {
  // Application Insights makes an alert rule there, which the provider waits for.
  pilot: ["Microsoft.AlertsManagement"],
  "pre-production": ["Microsoft.ResourceHealth"],
  production: ["Microsoft.DataProtection"],
  scale: ["Microsoft.Cdn"],
};

/**
 * Resource providers that the stacks of a stage need; a subscription registers each once.
 *
 * @see https://learn.microsoft.com/azure/azure-resource-manager/management/azure-services-resource-providers
 */
export function resourceProviders(stage: Stage): readonly string[] {
  const added = Object.entries(ADDED) as [Stage, readonly string[]][];
  return [...EVERYWHERE, ...added.flatMap(([from, names]) => (isAtLeast(stage, from) ? names : []))].sort();
}
