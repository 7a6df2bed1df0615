import { TerraformOutput } from "cdktf";
import type { ActionGroup } from "../constructs/alerting";
import type { ContainerAppsEnvironment } from "../constructs/container-apps-environment";
import type { ContainerRegistry } from "../constructs/container-registry";
import type { KeyVault } from "../constructs/key-vault";
import type { LogWorkspace } from "../constructs/log-analytics";
import type { PrivateTarget } from "../constructs/private-access";
import type { ResourceGroup } from "../constructs/resource-group";
import type { ResolvedPilot } from "../src/config/resolve";
import { addAccessAlerts } from "./access-alerts";
import { budgetedGroup } from "./budgeted-group";
import type { EnvironmentStack } from "./environment-stack";
import { PilotNetwork } from "./pilot-network";
import { addApps, addContacts, addLogs, addRegistry, addVault, connectStores } from "./platform-parts";
import { addDataAlerts, addDiagnostics, addLocks } from "./protection";
import { Stores } from "./stores";
import { WorkloadIdentities } from "./workload-identities";

/** What lasts as long as the Pilot: network, vault, stores, registry, and what watches and protects them. */
export class PilotPlatform {
  readonly group: ResourceGroup;
  readonly network: PilotNetwork;
  readonly logs: LogWorkspace;
  readonly contacts: ActionGroup;
  readonly apps: ContainerAppsEnvironment;
  readonly registry: ContainerRegistry;
  readonly vault: KeyVault;
  readonly identities: WorkloadIdentities;
  readonly stores: Stores;

  constructor(readonly stack: EnvironmentStack<ResolvedPilot>) {
    const { network, operatorsFrom } = stack.environment;
    const tenant = { tenantId: stack.idVariable("tenant_id", "Entra tenant that people and identities sign in to.") };
    const group = budgetedGroup(stack);
    this.group = group;
    this.network = new PilotNetwork(stack, group, network);
    this.logs = addLogs(stack, group);
    this.contacts = addContacts(stack, group);
    this.apps = addApps(stack, group, this.logs, { exposure: "internet", subnet: this.network.apps });
    this.registry = addRegistry(stack, group);
    this.vault = addVault(stack, group, tenant);
    this.identities = new WorkloadIdentities(stack, { group, registry: this.registry, vault: this.vault });
    this.stores = new Stores(stack, { group, tenant, identities: this.identities, allowedRanges: operatorsFrom });

    this.privateAccess("vault", { type: "azurerm_key_vault", resource: this.vault });
    connectStores(this.network.privateAccess, this.stores);
    addDiagnostics(stack, this);
    addDataAlerts(stack, this);
    addAccessAlerts(stack, { ...this, dataGroup: group });
    addLocks(stack, this);

    const output = (name: string, description: string, value: string) =>
      new TerraformOutput(stack, name, { description, value });
    output("resource_group_name", "Group that holds the environment.", group.name);
    output("registry_server", "Host that images are imported into.", this.registry.loginServer);
    output("vault_name", "Vault that secrets are seeded into.", this.vault.name);
  }

  /** Makes a resource reachable from the environment's network by a private endpoint and its DNS zone. */
  privateAccess(part: string, target: PrivateTarget): void {
    this.network.privateAccess.addEndpoint(part, target);
  }
}
