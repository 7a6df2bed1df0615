export {
  type ActivityAlertProps,
  OperationAlert,
  type OperationAlertProps,
  ResourceHealthAlert,
  type ResourceHealthAlertProps,
  ServiceHealthAlert,
  type ServiceHealthAlertProps,
} from "./activity-alert";
export { ActionGroup, type ActionGroupProps, type IActionGroup, MetricAlert, type MetricAlertProps } from "./alerting";
export {
  ApplicationGateway,
  type ApplicationGatewayProps,
  type GatewayBackend,
  type GatewayRoute,
} from "./application-gateway";
export { ApplicationInsights, type ApplicationInsightsProps } from "./application-insights";
export { AppsDomain, type AppsDomainProps } from "./apps-domain";
export { BlobBackup, type BlobBackupProps } from "./backup-blobs";
export { DatabaseBackup, type DatabaseBackupProps } from "./backup-database";
export { BackupVault, type BackupVaultProps, type IBackupVault } from "./backup-vault";
export { BlobReplication, type BlobReplicationProps } from "./blob-replication";
export { Budget, type BudgetProps } from "./budget";
export type { ContainerProps, RuntimeProps } from "./container";
export { ContainerApp, type ContainerAppProps, type Probe, type ScaleRule } from "./container-app";
export { ContainerAppJob, type ContainerAppJobProps } from "./container-app-job";
export {
  type AppsPlacement,
  ContainerAppsEnvironment,
  type ContainerAppsEnvironmentProps,
  type IAppsEnvironment,
} from "./container-apps-environment";
export { ContainerRegistry, type ContainerRegistryProps, type IRegistry } from "./container-registry";
export { DeleteLock, type DeleteLockProps } from "./delete-lock";
export { Diagnostics, type DiagnosticsProps } from "./diagnostics";
export { DnsResolver, type DnsResolverProps } from "./dns-resolver";
export { EvidenceStore, type EvidenceStoreProps } from "./evidence-store";
export { type EgressRule, type EgressTarget, Firewall, type FirewallProps, type FirewallTier } from "./firewall";
export { FirewallPolicy, type FirewallPolicyProps } from "./firewall-policy";
export {
  type EdgeDomain,
  type EdgeOrigin,
  type EdgeRoute,
  type EdgeService,
  FrontDoor,
  type FrontDoorProps,
} from "./front-door";
export { FrontDoorFirewall, type FrontDoorFirewallProps } from "./front-door-firewall";
export { type IVault, KeyVault, type KeyVaultProps } from "./key-vault";
export { type ILogWorkspace, LogWorkspace, type LogWorkspaceProps } from "./log-analytics";
export { LogExport, type LogExportProps } from "./log-export";
export { NetworkDns, type NetworkDnsProps } from "./network-dns";
export { PLATFORM_EGRESS, type PlatformDependency } from "./platform-egress";
export { DatabaseAdministrator, type DatabaseAdministratorProps } from "./postgresql/administrator";
export { PostgresqlServer, type PostgresqlServerProps } from "./postgresql/server";
export { PrivateAccess, type PrivateAccessProps, type PrivateTarget } from "./private-access";
export { PublicIp, type PublicIpProps } from "./public-ip";
export { QueryAlert, type QueryAlertProps } from "./query-alert";
export { ReadReplica, type ReadReplicaProps } from "./read-replica";
export type { IAppRegistration, IEntraGroup, IResource, ISubscription, ITenant } from "./references";
export { type IResourceGroup, ResourceGroup, type ResourceGroupProps, type ResourceProps } from "./resource-group";
export { grant, type IIdentity, ROLES, type Role } from "./role";
export { type IRouteTable, RouteTable, type RouteTableProps } from "./route-table";
export { SmartDetectionGroup, type SmartDetectionGroupProps } from "./smart-detection";
export { type BlobImmutability, StorageAccount, type StorageAccountProps, StorageItem } from "./storage-account";
export { TeamAccess, type TeamAccessProps } from "./team-access";
export {
  type ISubnet,
  type NetworkSubnet,
  type PlatformSubnetProps,
  type SubnetProps,
  type SubnetRule,
  VirtualNetwork,
  type VirtualNetworkProps,
} from "./virtual-network";
export { PointToSiteVpn, type PointToSiteVpnProps } from "./vpn-gateway";
export { WebFirewall, type WebFirewallProps } from "./web-firewall";
export { WorkloadIdentity, type WorkloadIdentityProps } from "./workload-identity";
