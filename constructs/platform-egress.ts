import type { EgressTarget } from "./egress-rule";

/** Something outside the network that the platform itself cannot do without. */
export interface PlatformDependency {
  /** Unique among the rules of a firewall. */
  readonly name: `platform-${string}`;
  /** Where it goes. */
  readonly to: EgressTarget;
  /** TCP ports. */
  readonly ports: readonly number[];
  /** What Azure needs it for. */
  readonly why: string;
  /** The page that asks for it. */
  readonly source: string;
}

const CONTAINER_APPS = "https://learn.microsoft.com/azure/container-apps/use-azure-firewall";
const MONITOR = "https://learn.microsoft.com/azure/azure-monitor/fundamentals/azure-monitor-network-access";

/**
 * What Container Apps and the apps' telemetry need behind a firewall. Registry, vault and stores are not here: they are
 * reached by private endpoint and never leave the network, so their shared domains such as `*.blob.core.windows.net` stay
 * closed. So does `*.servicebus.windows.net`, which Azure's own telemetry tries, and anybody's namespace answers to.
 *
 * The wildcards hold hosts of Microsoft alone; NET-08 knows each by name.
 */
export const PLATFORM_EGRESS = [
  {
    name: "platform-images",
    to: { fqdns: ["mcr.microsoft.com", "*.data.mcr.microsoft.com"] },
    ports: [443],
    why: "Container Apps pulls its own system images",
    source: CONTAINER_APPS,
  },
  {
    name: "platform-packages",
    to: { fqdns: ["acs-mirror.azureedge.net", "packages.aks.azure.com"] },
    ports: [443],
    why: "Container Apps installs Kubernetes and network binaries on its nodes",
    source: CONTAINER_APPS,
  },
  {
    name: "platform-sign-in",
    to: {
      fqdns: [
        "*.identity.azure.net",
        "*.login.microsoft.com",
        "*.login.microsoftonline.com",
        "login.microsoft.com",
        "login.microsoftonline.com",
      ],
    },
    ports: [443],
    why: "Managed identities get their tokens, for the registry and the vault too",
    source: CONTAINER_APPS,
  },
  {
    name: "platform-telemetry",
    // A tag, because the ingestion host of a workspace has a number in its name that only Azure knows.
    to: { tag: "AzureMonitor" },
    ports: [443],
    why: "Apps and platform send logs, traces and metrics to Azure Monitor",
    source: MONITOR,
  },
] as const satisfies readonly PlatformDependency[];
