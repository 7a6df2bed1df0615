import { TerraformOutput } from "cdktf";
import type { ActionGroup } from "../constructs/alerting";
import type { ContainerAppsEnvironment } from "../constructs/container-apps-environment";
import type { ContainerRegistry } from "../constructs/container-registry";
import type { KeyVault } from "../constructs/key-vault";
import type { LogWorkspace } from "../constructs/log-analytics";
import type { PrivateTarget } from "../constructs/private-access";
import type { ResourceGroup } from "../constructs/resource-group";
import type { ISubnet } from "../constructs/virtual-network";
import { WorkloadIdentity } from "../constructs/workload-identity";
import { ENTRY } from "../src/config/entry";
import type { ResolvedHardened } from "../src/config/resolve";
import { addAccessAlerts } from "./access-alerts";
import { budgetedGroup } from "./budgeted-group";
import type { EnvironmentStack } from "./environment-stack";
import { HardenedNetwork } from "./hardened-network";
import { addGuardDiagnostics, addHealthAlerts, addPrivateApps, lockedDataGroup } from "./hardened-parts";
import { addContacts, addLogs, addRegistry, addVault, connectStores } from "./platform-parts";
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
    const { firewall, resolver } = this.network;
    // Its nodes fetch their own parts through the firewall, and find them through the resolver.
    this.apps = addPrivateApps(stack, this, [...firewall.ready, ...resolver.ready]);
    this.registry = addRegistry(stack, group, {
      retentionDays: UNTAGGED_DAYS,
      copiesIn: stack.environment.registryCopies,
    });
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

  /** A group of its own can be locked whole; the container environment's never, because Azure changes things there. */
  private addDataGroup(): ResourceGroup {
    return this.stack.environment.stance.locks === "data-and-group" ? lockedDataGroup(this.stack) : this.group;
  }

  private addServiceIdentities(): WorkloadIdentities {
    const { stack, group, registry, vault } = this;
    const identities = new WorkloadIdentities(stack, { group, registry, vault });
    identities.grantTelemetry(stack, group);
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
    addGuardDiagnostics(stack, this.logs, { firewall: this.network.firewall, vpn: this.network.vpn });
    addDataAlerts(stack, this);
    addHealthAlerts(stack, { group: this.group, groups: [this.group, this.dataGroup], actions: this.contacts });
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
}
