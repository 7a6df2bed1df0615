import { TerraformOutput } from "cdktf";
import { ActionGroup } from "../constructs/alerting";
import type { ContainerAppsEnvironment } from "../constructs/container-apps-environment";
import { ContainerRegistry } from "../constructs/container-registry";
import { KeyVault } from "../constructs/key-vault";
import type { LogWorkspace } from "../constructs/log-analytics";
import { PostgresqlServer } from "../constructs/postgresql/server";
import { StorageAccount } from "../constructs/storage-account";
import type { ResolvedHardened, ResolvedScale } from "../src/config/resolve";
import { addAccessAlerts } from "./access-alerts";
import type { EnvironmentStack } from "./environment-stack";
import { groupsOf } from "./first-region";
import { addGuardDiagnostics, addHealthAlerts, addPrivateApps } from "./hardened-parts";
import { addLogs } from "./platform-parts";
import { addNetworkDiagnostics } from "./protection";
import { RegionNetwork } from "./region-network";
import { isDatabase } from "./stores";

/**
 * Where the apps of the second region run: the platform of the first one with another location, without a registry, which
 * is copied, and without what holds data, which is in a stack of its own.
 */
export class RegionPlatform {
  readonly network: RegionNetwork;
  readonly logs: LogWorkspace;
  readonly apps: ContainerAppsEnvironment;

  constructor(
    readonly stack: EnvironmentStack<ResolvedHardened>,
    first: ResolvedScale,
  ) {
    const group = stack.groupReference();
    const dataGroup = stack.groupReference("data");
    const { nameOf } = stack.environment;
    const contacts = ActionGroup.reference(group, nameOf("monitor_action_group"));
    this.network = new RegionNetwork(stack, { group, names: "azure" });
    this.network.addPeopleSubnets();
    this.logs = addLogs(stack, group);
    this.apps = addPrivateApps(stack, { group, network: this.network, logs: this.logs }, this.network.firewall.ready);
    this.connectPrivately(first);
    addNetworkDiagnostics(stack, this.logs, this.network.network);
    addGuardDiagnostics(stack, this.logs, { firewall: this.network.firewall });
    addHealthAlerts(stack, { group, groups: [group, dataGroup], actions: contacts });
    addAccessAlerts(stack, { group, dataGroup, contacts });
    new TerraformOutput(stack, "apps_domain", {
      description: "Domain of the apps, which the edge leads to.",
      value: this.apps.defaultDomain,
    });
  }

  /** An endpoint may lead to a server of another region: no network is joined to another. */
  private connectPrivately(first: ResolvedScale): void {
    const { stack, network } = this;
    const { nameOf, stores, blobAccount } = stack.environment;
    const data = stack.groupReference("data");
    const home = groupsOf(stack, first);
    const access = network.privateAccess;
    access.addEndpoint("vault", {
      type: "azurerm_key_vault",
      resource: KeyVault.target(data, nameOf("key_vault")),
    });
    access.addEndpoint("registry", {
      type: "azurerm_container_registry",
      resource: ContainerRegistry.target(home.group, first.registry),
    });
    for (const { name } of stores.filter(isDatabase))
      for (const [part, group, server] of [
        [name, data, nameOf("postgresql_flexible_server", name)],
        [`${name}-first-region`, home.data, first.nameOf("postgresql_flexible_server", name)],
      ] as const)
        access.addEndpoint(
          part,
          { type: "azurerm_postgresql_flexible_server", resource: PostgresqlServer.reference(group, server) },
          network.data,
        );
    const has = (type: "blobs" | "queue") => stores.some((store) => store.type === type);
    const account = StorageAccount.reference(data, nameOf("storage_account"));
    for (const subresource of [...(has("blobs") ? ["blob"] : []), ...(has("queue") ? ["queue"] : [])])
      access.addEndpoint(`storage-${subresource}`, { type: "azurerm_storage_account", resource: account, subresource });
    if (blobAccount !== undefined)
      access.addEndpoint("storage-blob-first-region", {
        type: "azurerm_storage_account",
        resource: StorageAccount.reference(home.data, blobAccount),
        subresource: "blob",
      });
  }
}
