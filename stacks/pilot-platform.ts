import { TerraformOutput } from "cdktf";
import { ActionGroup } from "../constructs/alerting";
import { ContainerAppsEnvironment } from "../constructs/container-apps-environment";
import { ContainerRegistry } from "../constructs/container-registry";
import { KeyVault } from "../constructs/key-vault";
import { LogWorkspace } from "../constructs/log-analytics";
import type { PrivateTarget } from "../constructs/private-access";
import type { ResourceGroup } from "../constructs/resource-group";
import { SmartDetectionGroup } from "../constructs/smart-detection";
import type { PilotConfig } from "../src/config/schema";
import { addAccessAlerts } from "./access-alerts";
import { budgetedGroup } from "./budgeted-group";
import type { EnvironmentStack } from "./environment-stack";
import { PilotNetwork } from "./pilot-network";
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

  constructor(
    readonly stack: EnvironmentStack,
    config: PilotConfig,
  ) {
    const { environment } = stack;
    const { stance, nameOf } = environment;
    const tenant = { tenantId: stack.idVariable("tenant_id", "Entra tenant that people and identities sign in to.") };
    const group = budgetedGroup(stack);
    this.group = group;
    this.network = new PilotNetwork(stack, group, config.network);
    this.logs = new LogWorkspace(stack, "logs", { ...stance.logs, group, name: nameOf("log_analytics_workspace") });
    this.contacts = new ActionGroup(stack, "contacts", {
      group,
      name: nameOf("monitor_action_group"),
      shortName: environment.workload.slice(0, 12),
      contacts: { support: config.support.contact },
    });
    new SmartDetectionGroup(stack, "smart-detection", { group });
    this.apps = new ContainerAppsEnvironment(stack, "apps", {
      group,
      name: nameOf("container_app_environment"),
      infrastructureGroupName: nameOf("resource_group", "apps"),
      logs: { name: nameOf("monitor_diagnostic_setting", "apps"), workspace: this.logs },
      exposure: "internet",
      subnet: this.network.apps,
      redundancy: stance.apps.redundancy,
    });
    this.registry = new ContainerRegistry(stack, "registry", {
      ...stance.registry,
      group,
      name: nameOf("container_registry"),
    });
    const allowedRanges = config.operatorsFrom;
    this.vault = new KeyVault(stack, "vault", {
      ...stance.vault,
      group,
      name: nameOf("key_vault"),
      tenant,
      allowedRanges,
    });
    this.identities = new WorkloadIdentities(stack, { group, registry: this.registry, vault: this.vault });
    this.stores = new Stores(stack, { group, tenant, identities: this.identities, allowedRanges });

    this.privateAccess("vault", { type: "azurerm_key_vault", resource: this.vault });
    for (const [name, database] of Object.entries(this.stores.databases))
      this.privateAccess(name, {
        type: "azurerm_postgresql_flexible_server",
        resource: database,
        ready: database.ready,
      });
    for (const { kind, account } of this.stores.storageServices)
      this.privateAccess(`storage-${kind}`, { type: "azurerm_storage_account", resource: account, subresource: kind });
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
