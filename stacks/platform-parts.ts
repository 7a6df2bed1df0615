import { ActionGroup } from "../constructs/alerting";
import { ContainerAppsEnvironment, type ContainerAppsEnvironmentProps } from "../constructs/container-apps-environment";
import { ContainerRegistry, type ContainerRegistryProps } from "../constructs/container-registry";
import { KeyVault, type KeyVaultProps } from "../constructs/key-vault";
import { LogWorkspace } from "../constructs/log-analytics";
import type { PrivateAccess } from "../constructs/private-access";
import type { IResourceGroup } from "../constructs/resource-group";
import { SmartDetectionGroup } from "../constructs/smart-detection";
import type { ISubnet } from "../constructs/virtual-network";
import type { ResolvedRetained } from "../src/config/resolve";
import type { EnvironmentStack } from "./environment-stack";
import type { Stores } from "./stores";

// What the platforms of every stage from Pilot on have in common. Stages decide the order, and what stands in between.

export function addLogs(stack: EnvironmentStack, group: IResourceGroup): LogWorkspace {
  const { stance, nameOf } = stack.environment;
  return new LogWorkspace(stack, "logs", { ...stance.logs, group, name: nameOf("log_analytics_workspace") });
}

/** Who is told: by alerts, and by what Application Insights finds by itself. */
export function addContacts(stack: EnvironmentStack<ResolvedRetained>, group: IResourceGroup): ActionGroup {
  const { nameOf, workload, contacts } = stack.environment;
  const actions = new ActionGroup(stack, "contacts", {
    group,
    name: nameOf("monitor_action_group"),
    shortName: workload.slice(0, 12),
    contacts,
  });
  new SmartDetectionGroup(stack, "smart-detection", { group });
  return actions;
}

/** Where the apps run, in a subnet of the environment. */
export function addApps(
  stack: EnvironmentStack,
  group: IResourceGroup,
  workspace: LogWorkspace,
  own: {
    readonly exposure: "internet" | "network";
    readonly subnet: ISubnet;
    readonly ready?: ContainerAppsEnvironmentProps["ready"];
  },
): ContainerAppsEnvironment {
  const { nameOf, stance } = stack.environment;
  return new ContainerAppsEnvironment(stack, "apps", {
    ...own,
    group,
    name: nameOf("container_app_environment"),
    infrastructureGroupName: nameOf("resource_group", "apps"),
    logs: { name: nameOf("monitor_diagnostic_setting", "apps"), workspace },
    redundancy: stance.apps.redundancy,
  });
}

export function addRegistry(
  stack: EnvironmentStack,
  group: IResourceGroup,
  own: Pick<ContainerRegistryProps, "retentionDays" | "copiesIn"> = {},
): ContainerRegistry {
  const { nameOf, stance } = stack.environment;
  return new ContainerRegistry(stack, "registry", {
    ...stance.registry,
    ...own,
    group,
    name: nameOf("container_registry"),
  });
}

export function addVault(
  stack: EnvironmentStack<ResolvedRetained>,
  group: IResourceGroup,
  tenant: KeyVaultProps["tenant"],
): KeyVault {
  const { nameOf, stance, operatorsFrom } = stack.environment;
  return new KeyVault(stack, "vault", {
    ...stance.vault,
    group,
    name: nameOf("key_vault"),
    tenant,
    allowedRanges: operatorsFrom,
  });
}

/** Private endpoints of the stores. @param data  where those of the databases stand @default with the others */
export function connectStores(access: PrivateAccess, stores: Stores, data?: ISubnet): void {
  for (const [name, database] of Object.entries(stores.databases))
    access.addEndpoint(
      name,
      { type: "azurerm_postgresql_flexible_server", resource: database, ready: database.ready },
      data,
    );
  for (const { kind, account } of stores.storageServices)
    access.addEndpoint(`storage-${kind}`, { type: "azurerm_storage_account", resource: account, subresource: kind });
}
