export { ActionGroup, type ActionGroupProps, type IActionGroup, MetricAlert, type MetricAlertProps } from "./alerting";
export { ApplicationInsights, type ApplicationInsightsProps } from "./application-insights";
export { Budget, type BudgetProps } from "./budget";
export type { ContainerProps, RuntimeProps } from "./container";
export { ContainerApp, type ContainerAppProps, type Probe, type ScaleRule } from "./container-app";
export { ContainerAppJob, type ContainerAppJobProps } from "./container-app-job";
export {
  ContainerAppsEnvironment,
  type ContainerAppsEnvironmentProps,
  type IAppsEnvironment,
} from "./container-apps-environment";
export { ContainerRegistry, type ContainerRegistryProps, type IRegistry } from "./container-registry";
export { DeleteLock, type DeleteLockProps } from "./delete-lock";
export { Diagnostics, type DiagnosticsProps } from "./diagnostics";
export { type IVault, KeyVault, type KeyVaultProps } from "./key-vault";
export { type ILogWorkspace, LogWorkspace, type LogWorkspaceProps } from "./log-analytics";
export { PostgresqlServer, type PostgresqlServerProps } from "./postgresql/server";
export { PrivateAccess, type PrivateAccessProps, type PrivateTarget } from "./private-access";
export { PRIVATE_LINK, type PrivateLinkType } from "./private-link";
export { type IResourceGroup, ResourceGroup, type ResourceGroupProps } from "./resource-group";
export { grant, type IIdentity, ROLES, type Role } from "./role";
export { StorageAccount, type StorageAccountProps, StorageItem } from "./storage-account";
export { TeamAccess, type TeamAccessProps } from "./team-access";
export { type ISubnet, type SubnetRule, VirtualNetwork, type VirtualNetworkProps } from "./virtual-network";
export { WorkloadIdentity, type WorkloadIdentityProps } from "./workload-identity";
