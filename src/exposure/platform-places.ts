/** Places that Azure's own services need, by host name or service tag, with what for. */
const PLACES: Readonly<Record<string, string>> = {
  "*.data.mcr.microsoft.com": "system images",
  "*.identity.azure.net": "sign-in of managed identities",
  "*.in.applicationinsights.azure.com": "telemetry",
  "*.login.microsoft.com": "sign-in of managed identities",
  "*.login.microsoftonline.com": "sign-in of managed identities",
  "*.ods.opinsights.azure.com": "logs",
  "*.oms.opinsights.azure.com": "logs",
  "acs-mirror.azureedge.net": "binaries of Kubernetes",
  AzureActiveDirectory: "sign-in of managed identities",
  AzureFrontDoorFirstParty: "system images",
  "AzureFrontDoor.FirstParty": "system images",
  AzureKubernetesService: "binaries of Kubernetes",
  AzureMonitor: "logs, traces and metrics",
  "dc.services.visualstudio.com": "telemetry",
  "login.microsoft.com": "sign-in of managed identities",
  "login.microsoftonline.com": "sign-in of managed identities",
  "mcr.microsoft.com": "system images",
  MicrosoftContainerRegistry: "system images",
  "packages.aks.azure.com": "binaries of Kubernetes",
};
const KNOWN: ReadonlyMap<string, string> = new Map(
  Object.entries(PLACES).map(([place, why]) => [place.toLowerCase(), why]),
);

/**
 * What the platform needs a place for, when the place is its own: Container Apps, sign-in, telemetry. Tags may name a
 * region, as `AzureMonitor.WestEurope`.
 *
 * @see https://learn.microsoft.com/azure/container-apps/use-azure-firewall
 */
export function platformNeed(place: string): string | undefined {
  const text = place.toLowerCase();
  return (
    KNOWN.get(text) ?? (text.includes("*") ? undefined : KNOWN.get(/^[a-z]+(?=\.[a-z0-9]+$)/.exec(text)?.[0] ?? ""))
  );
}
