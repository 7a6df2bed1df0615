import { TerraformOutput } from "cdktf";
import { ResourceHealthAlert, ServiceHealthAlert } from "../constructs/activity-alert";
import { ActionGroup } from "../constructs/alerting";
import { AppsDomain } from "../constructs/apps-domain";
import { ContainerAppsEnvironment } from "../constructs/container-apps-environment";
import { ContainerRegistry } from "../constructs/container-registry";
import { DeleteLock } from "../constructs/delete-lock";
import { Diagnostics } from "../constructs/diagnostics";
import { KeyVault } from "../constructs/key-vault";
import { LogWorkspace } from "../constructs/log-analytics";
import type { PrivateTarget } from "../constructs/private-access";
import type { ResourceGroup } from "../constructs/resource-group";
import { grant } from "../constructs/role";
import { SmartDetectionGroup } from "../constructs/smart-detection";
import type { ISubnet } from "../constructs/virtual-network";
import { WorkloadIdentity } from "../constructs/workload-identity";
import { ENTRY } from "../src/config/entry";
import type { HardenedConfig } from "../src/config/schema";
import { addAccessAlerts } from "./access-alerts";
import { budgetedGroup } from "./budgeted-group";
import type { EnvironmentStack } from "./environment-stack";
import { HardenedNetwork } from "./hardened-network";
import { addDataAlerts, addDiagnostics, addLocks } from "./protection";
import { Stores } from "./stores";
import { WorkloadIdentities } from "./workload-identities";

/** Days after which the registry removes images that no tag names; what is imported has one. */
const UNTAGGED_DAYS = 30;

/** What lasts as long as the environment from Pre-Production on: all of it private, but for what the entry opens. */
export class HardenedPlatform {
  readonly group: ResourceGroup;
  /** Where vault and stores are: a group that is locked as a whole, or the environment's only one. */
  readonly dataGroup: ResourceGroup;
  readonly network: HardenedNetwork;
  readonly logs: LogWorkspace;
  readonly contacts: ActionGroup;
  readonly apps: ContainerAppsEnvironment;
  readonly registry: ContainerRegistry;
  readonly vault: KeyVault;
  readonly identities: WorkloadIdentities;
  readonly stores: Stores;

  constructor(
    readonly stack: EnvironmentStack,
    config: HardenedConfig,
  ) {
    const { environment } = stack;
    const { stance, nameOf } = environment;
    const tenant = { tenantId: stack.idVariable("tenant_id", "Entra tenant that people and identities sign in to.") };
    const group = budgetedGroup(stack);
    this.group = group;
    this.network = new HardenedNetwork(stack, { group, config, tenant });
    this.logs = new LogWorkspace(stack, "logs", { ...stance.logs, group, name: nameOf("log_analytics_workspace") });
    const { coordinator, responder } = config.incidents;
    this.contacts = new ActionGroup(stack, "contacts", {
      group,
      name: nameOf("monitor_action_group"),
      shortName: environment.workload.slice(0, 12),
      contacts: { support: config.support.contact, coordinator, responder },
    });
    new SmartDetectionGroup(stack, "smart-detection", { group });
    this.apps = new ContainerAppsEnvironment(stack, "apps", {
      group,
      name: nameOf("container_app_environment"),
      infrastructureGroupName: nameOf("resource_group", "apps"),
      logs: { name: nameOf("monitor_diagnostic_setting", "apps"), workspace: this.logs },
      exposure: "network",
      subnet: this.network.apps,
      redundancy: stance.apps.redundancy,
      // Its nodes fetch their own parts through the firewall, and find them through the resolver.
      ready: [...this.network.firewall.ready, ...this.network.resolver.ready],
    });
    new AppsDomain(stack, "apps-domain", { group, environment: this.apps, network: this.network.network });
    this.registry = new ContainerRegistry(stack, "registry", {
      ...stance.registry,
      group,
      name: nameOf("container_registry"),
      retentionDays: UNTAGGED_DAYS,
    });
    // A group of its own can be locked whole; the container environment's never, because Azure changes things there.
    this.dataGroup = stance.locks === "data-and-group" ? this.addDataGroup() : group;
    this.vault = new KeyVault(stack, "vault", {
      ...stance.vault,
      group: this.dataGroup,
      name: nameOf("key_vault"),
      tenant,
      allowedRanges: [],
    });
    this.identities = new WorkloadIdentities(stack, { group, registry: this.registry, vault: this.vault });
    for (const { part, identity } of this.identities.ofServices)
      grant(stack, `telemetry-${part}`, "Monitoring Metrics Publisher", group, identity);
    const entry = new WorkloadIdentity(stack, `identity-${ENTRY}`, {
      group,
      name: nameOf("user_assigned_identity", ENTRY),
    });
    this.vault.grantRead(config.entry.certificate, ENTRY, entry);
    this.stores = new Stores(stack, {
      group: this.dataGroup,
      tenant,
      identities: this.identities,
      allowedRanges: [],
    });

    this.privateAccess("vault", { type: "azurerm_key_vault", resource: this.vault });
    this.privateAccess("registry", { type: "azurerm_container_registry", resource: this.registry });
    for (const [name, database] of Object.entries(this.stores.databases))
      this.privateAccess(
        name,
        { type: "azurerm_postgresql_flexible_server", resource: database, ready: database.ready },
        this.network.data,
      );
    for (const { kind, account } of this.stores.storageServices)
      this.privateAccess(`storage-${kind}`, { type: "azurerm_storage_account", resource: account, subresource: kind });
    addDiagnostics(stack, this);
    this.addNetworkDiagnostics();
    addDataAlerts(stack, this);
    this.addHealthAlerts();
    addAccessAlerts(stack, this);
    addLocks(stack, this);

    const output = (name: string, description: string, value: string) =>
      new TerraformOutput(stack, name, { description, value });
    output("resource_group_name", "Group that holds the environment.", group.name);
    output("registry_server", "Host that images are imported into.", this.registry.loginServer);
    output("vault_name", "Vault that secrets and the certificate are seeded into.", this.vault.name);
    output("apps_domain", "Domain of the apps, which the entry leads to.", this.apps.defaultDomain);
  }

  /** Makes a resource reachable from the environment's network by a private endpoint and its DNS zone. */
  privateAccess(part: string, target: PrivateTarget, subnet?: ISubnet): void {
    this.network.privateAccess.addEndpoint(part, target, subnet);
  }

  private addDataGroup(): ResourceGroup {
    const { stack } = this;
    const group = budgetedGroup(stack, { part: "data", prefix: "data-" });
    new DeleteLock(stack, "lock-data-group", {
      name: stack.environment.nameOf("management_lock", "data-group"),
      target: group,
      why: "Holds everything that holds data. Remove the lock only to destroy the environment deliberately.",
    });
    return group;
  }

  private addNetworkDiagnostics(): void {
    const { stack, network } = this;
    for (const [part, target] of Object.entries({ firewall: network.firewall, vpn: network.vpn }))
      new Diagnostics(stack, `diagnostics-${part}`, {
        name: stack.environment.nameOf("monitor_diagnostic_setting", part),
        target,
        workspace: this.logs,
        logs: ["allLogs"],
        metrics: ["AllMetrics"],
        ...(part === "firewall" && stack.environment.stance.observability.auditExport && { tables: "own" }),
      });
  }

  private addHealthAlerts(): void {
    const { stack, group, contacts: actions } = this;
    const { nameOf } = stack.environment;
    new ServiceHealthAlert(stack, "alert-service-health", {
      group,
      name: nameOf("monitor_alert", "service-health"),
      subscription: stack,
      actions,
    });
    new ResourceHealthAlert(stack, "alert-resource-health", {
      group,
      groups: [...new Set([group, this.dataGroup])],
      name: nameOf("monitor_alert", "resource-health"),
      actions,
    });
  }
}
