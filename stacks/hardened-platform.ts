import { TerraformOutput } from "cdktf";
import { ResourceHealthAlert, ServiceHealthAlert } from "../constructs/activity-alert";
import type { ActionGroup } from "../constructs/alerting";
import { AppsDomain } from "../constructs/apps-domain";
import type { ContainerAppsEnvironment } from "../constructs/container-apps-environment";
import type { ContainerRegistry } from "../constructs/container-registry";
import { DeleteLock } from "../constructs/delete-lock";
import { Diagnostics } from "../constructs/diagnostics";
import type { KeyVault } from "../constructs/key-vault";
import type { LogWorkspace } from "../constructs/log-analytics";
import type { PrivateTarget } from "../constructs/private-access";
import type { ResourceGroup } from "../constructs/resource-group";
import { grant } from "../constructs/role";
import type { ISubnet } from "../constructs/virtual-network";
import { WorkloadIdentity } from "../constructs/workload-identity";
import { ENTRY } from "../src/config/entry";
import type { ResolvedHardened } from "../src/config/resolve";
import { addAccessAlerts } from "./access-alerts";
import { budgetedGroup } from "./budgeted-group";
import type { EnvironmentStack } from "./environment-stack";
import { HardenedNetwork } from "./hardened-network";
import { addApps, addContacts, addLogs, addRegistry, addVault, connectStores } from "./platform-parts";
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

  constructor(readonly stack: EnvironmentStack<ResolvedHardened>) {
    const tenant = { tenantId: stack.idVariable("tenant_id", "Entra tenant that people and identities sign in to.") };
    const group = budgetedGroup(stack);
    this.group = group;
    this.network = new HardenedNetwork(stack, { group, tenant });
    this.logs = addLogs(stack, group);
    this.contacts = addContacts(stack, group);
    this.apps = this.addPrivateApps();
    this.registry = addRegistry(stack, group, { retentionDays: UNTAGGED_DAYS });
    this.dataGroup = this.addDataGroup();
    this.vault = addVault(stack, this.dataGroup, tenant);
    this.identities = this.addServiceIdentities();
    this.addEntryIdentity();
    this.stores = new Stores(stack, {
      group: this.dataGroup,
      tenant,
      identities: this.identities,
      allowedRanges: stack.environment.operatorsFrom,
    });
    this.connectPrivately();
    this.observeAndProtect();
    this.addOutputs();
  }

  /** Makes a resource reachable from the environment's network by a private endpoint and its DNS zone. */
  privateAccess(part: string, target: PrivateTarget, subnet?: ISubnet): void {
    this.network.privateAccess.addEndpoint(part, target, subnet);
  }

  private addPrivateApps(): ContainerAppsEnvironment {
    const { stack, group, network, logs } = this;
    const apps = addApps(stack, group, logs, {
      exposure: "network",
      subnet: network.apps,
      // Its nodes fetch their own parts through the firewall, and find them through the resolver.
      ready: [...network.firewall.ready, ...network.resolver.ready],
    });
    new AppsDomain(stack, "apps-domain", { group, environment: apps, network: network.network });
    return apps;
  }

  /** A group of its own can be locked whole; the container environment's never, because Azure changes things there. */
  private addDataGroup(): ResourceGroup {
    const { stack } = this;
    if (stack.environment.stance.locks !== "data-and-group") return this.group;
    const group = budgetedGroup(stack, { part: "data", prefix: "data-" });
    new DeleteLock(stack, "lock-data-group", {
      name: stack.environment.nameOf("management_lock", "data-group"),
      target: group,
      why: "Holds everything that holds data. Remove the lock only to destroy the environment deliberately.",
    });
    return group;
  }

  private addServiceIdentities(): WorkloadIdentities {
    const { stack, group, registry, vault } = this;
    const identities = new WorkloadIdentities(stack, { group, registry, vault });
    for (const { part, identity } of identities.ofServices)
      grant(stack, `telemetry-${part}`, "Monitoring Metrics Publisher", group, identity);
    return identities;
  }

  /** The entry reads its certificate from the vault. */
  private addEntryIdentity(): void {
    const { stack, group, vault } = this;
    const { entry, nameOf } = stack.environment;
    const name = nameOf("user_assigned_identity", ENTRY);
    vault.grantRead(entry.certificate, ENTRY, new WorkloadIdentity(stack, `identity-${ENTRY}`, { group, name }));
  }

  private connectPrivately(): void {
    this.privateAccess("vault", { type: "azurerm_key_vault", resource: this.vault });
    this.privateAccess("registry", { type: "azurerm_container_registry", resource: this.registry });
    connectStores(this.network.privateAccess, this.stores, this.network.data);
  }

  private observeAndProtect(): void {
    const { stack } = this;
    addDiagnostics(stack, this);
    this.addNetworkDiagnostics();
    addDataAlerts(stack, this);
    this.addHealthAlerts();
    addAccessAlerts(stack, this);
    addLocks(stack, this);
  }

  private addOutputs(): void {
    const output = (name: string, description: string, value: string) =>
      new TerraformOutput(this.stack, name, { description, value });
    output("resource_group_name", "Group that holds the environment.", this.group.name);
    output("registry_server", "Host that images are imported into.", this.registry.loginServer);
    output("vault_name", "Vault that secrets and the certificate are seeded into.", this.vault.name);
    output("apps_domain", "Domain of the apps, which the entry leads to.", this.apps.defaultDomain);
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
