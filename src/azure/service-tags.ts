/**
 * Whom a service tag, or an FQDN tag of Azure Firewall, lets out to: hosts of every customer of the service, hosts that
 * Azure alone runs, or nothing that can be reached.
 */
export type TagClass = "everybody's" | "Azure's own" | "nowhere";

/** Services in which any customer makes a resource, and receives what is sent to it. */
const EVERYBODYS = [
  "ApiManagement",
  "AppConfiguration",
  "AppService",
  "AzureAppConfiguration",
  "AzureArcInfrastructure",
  "AzureBackup",
  "AzureBotService",
  "AzureCognitiveSearch",
  "AzureContainerAppsService",
  "AzureContainerRegistry",
  "AzureCosmosDB",
  "AzureDatabricks",
  "AzureDevOps",
  "AzureDigitalTwins",
  "AzureEventGrid",
  "AzureFrontDoor",
  "AzureHealthcareAPIs",
  "AzureIoTHub",
  "AzureKeyVault",
  "AzureMachineLearning",
  "AzureMachineLearningInference",
  "AzureManagedGrafana",
  "AzureSignalR",
  "AzureTrafficManager",
  "AzureWebPubSub",
  "CognitiveServicesFrontend",
  "CognitiveServicesManagement",
  "DataFactory",
  "DataFactoryManagement",
  "EventHub",
  "GenevaActions",
  "LogicApps",
  "MicrosoftAzureFluidRelay",
  "PowerBI",
  "PowerPlatformInfra",
  "ServiceBus",
  "ServiceFabric",
  "Sql",
  "SqlManagement",
  "Storage",
  "StorageSyncService",
];

/** What runs Azure itself, signs in to it, watches and updates it. */
const OWN = [
  "AppServiceEnvironment",
  "AzureActiveDirectory",
  "AzureActiveDirectoryDomainServices",
  "AzureAdvancedThreatProtection",
  "AzureFrontDoor.FirstParty",
  "AzureFrontDoor.MicrosoftSecurity",
  "AzureHDInsight",
  "AzureKubernetesService",
  "AzureMonitor",
  "AzureResourceManager",
  "AzureSecurityCenter",
  "AzureSiteRecovery",
  "AzureUpdateDelivery",
  "MicrosoftActiveProtectionService",
  "MicrosoftCloudAppSecurity",
  "MicrosoftContainerRegistry",
  "MicrosoftDefenderForEndpoint",
  "WindowsDiagnostics",
  "WindowsUpdate",
];

/** Tags of what comes in, or of addresses that no rule for what leaves is asked about. */
const NOWHERE = [
  "AzureLoadBalancer",
  "AzurePlatformDNS",
  "AzurePlatformIMDS",
  "AzurePlatformLKM",
  "BatchNodeManagement",
  "GatewayManager",
];

const CLASSES: ReadonlyMap<string, TagClass> = new Map(
  (
    [
      ["everybody's", EVERYBODYS],
      ["Azure's own", OWN],
      ["nowhere", NOWHERE],
    ] as const
  ).flatMap(([kind, tags]) => tags.map((tag): [string, TagClass] => [tag.toLowerCase(), kind])),
);

/**
 * The class of a tag, in any region of it; Azure does not tell capital letters from small ones.
 *
 * @returns `undefined` for a tag that nobody has classed
 * @see https://learn.microsoft.com/azure/virtual-network/service-tags-overview
 * @see https://learn.microsoft.com/azure/firewall/fqdn-tags
 */
export function tagClass(tag: string): TagClass | undefined {
  const text = tag.toLowerCase();
  return CLASSES.get(text) ?? CLASSES.get(text.split(".")[0] ?? "");
}
