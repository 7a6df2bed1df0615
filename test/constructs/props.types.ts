import type { DataAzurermClientConfig } from "@cdktf/provider-azurerm/lib/data-azurerm-client-config";
import type { KeyVault as AzureKeyVault } from "@cdktf/provider-azurerm/lib/key-vault";
import type { LogAnalyticsWorkspace } from "@cdktf/provider-azurerm/lib/log-analytics-workspace";
import type { Subnet } from "@cdktf/provider-azurerm/lib/subnet";
import type { UserAssignedIdentity } from "@cdktf/provider-azurerm/lib/user-assigned-identity";
import type { VirtualNetwork as AzureVirtualNetwork } from "@cdktf/provider-azurerm/lib/virtual-network";
import type * as constructs from "../../constructs";
import type { EnvironmentStack } from "../../stacks/environment-stack";

// Nothing here runs: `npm run typecheck` holds it. What a prop takes, and which older spellings the compiler refuses.

declare const client: DataAzurermClientConfig;
declare const vault: AzureKeyVault;
declare const workspace: LogAnalyticsWorkspace;
declare const subnet: Subnet;
declare const identity: UserAssignedIdentity;
declare const network: AzureVirtualNetwork;
declare const stack: EnvironmentStack;
declare const own: constructs.KeyVault;

type Prop<Props, Key extends keyof Props> = Props[Key];
const takes = <T>(..._values: readonly T[]) => undefined;

// A construct of ours, a resource of the provider, or what says its own id.
const elsewhere = { id: "/subscriptions/…" };
takes<constructs.IResource>(own, vault, elsewhere);
takes<constructs.ISubscription>(stack, client, { subscriptionId: "…" });
takes<constructs.ITenant>(client, identity, { tenantId: "…" });
takes<constructs.IIdentity>(identity);
takes<constructs.ISubnet>(subnet, elsewhere);
takes<constructs.ILogWorkspace>(workspace, elsewhere);
takes<Prop<constructs.PrivateAccessProps, "network">>(network, elsewhere);
takes<Prop<constructs.DeleteLockProps, "target">>(own, vault, elsewhere);

// @ts-expect-error an id is not a resource
takes<Prop<constructs.DiagnosticsProps, "target">>("/subscriptions/…");
// @ts-expect-error an id is not a resource
takes<Prop<constructs.DeleteLockProps, "target">>("/subscriptions/…");
// @ts-expect-error an id is not a resource
takes<Prop<constructs.MetricAlertProps, "target">>("/subscriptions/…");
// @ts-expect-error an id is not a resource
takes<Prop<constructs.OperationAlertProps, "scopes">>(["/subscriptions/…"]);
// @ts-expect-error a subscription is not its id
takes<Prop<constructs.ServiceHealthAlertProps, "subscription">>("…");
// @ts-expect-error a network is not its id
takes<Prop<constructs.DnsResolverProps, "network">>("/subscriptions/…");
// @ts-expect-error a network is not its id
takes<Prop<constructs.AppsDomainProps, "network">>("/subscriptions/…");
// @ts-expect-error a subnet is not its id
takes<Prop<constructs.ApplicationGatewayProps, "subnet">>("/subscriptions/…");
// @ts-expect-error an identity is not its id
takes<Prop<constructs.RuntimeProps, "identity">>("/subscriptions/…");
// @ts-expect-error an account is not its id
takes<Prop<constructs.BlobBackupProps, "account">>("/subscriptions/…");
// @ts-expect-error a server is not its id
takes<Prop<constructs.DatabaseBackupProps, "server">>("/subscriptions/…");
// @ts-expect-error a store is not its id
takes<Prop<constructs.LogExportProps, "store">>("/subscriptions/…");
// @ts-expect-error a tenant is not its id
takes<Prop<constructs.KeyVaultProps, "tenant">>("…");
// @ts-expect-error a tenant is not its id
takes<Prop<constructs.PostgresqlServerProps, "tenant">>("…");
// @ts-expect-error an app registration is not its id
takes<Prop<constructs.PointToSiteVpnProps, "audience">>("…");
// @ts-expect-error a team is not its id
takes<Prop<constructs.TeamAccessProps, "team">>("…");
// @ts-expect-error the target of a private endpoint is a resource
takes<constructs.PrivateTarget>({ type: "azurerm_key_vault", id: "/subscriptions/…" });
// @ts-expect-error a firewall is not its address
takes<Prop<constructs.RouteTableProps, "firewall">>("10.0.0.4");

// A word says which of two, where true and false did not.
takes<Prop<constructs.KeyVaultProps, "exposure">>("public", "private");
// @ts-expect-error true is no exposure
takes<Prop<constructs.KeyVaultProps, "exposure">>(true);
// @ts-expect-error the older name is gone
takes<Pick<constructs.KeyVaultProps, "purge">>({ purgeProtection: true });
// @ts-expect-error true is no exposure
takes<Prop<constructs.StorageAccountProps, "exposure">>(true);
// @ts-expect-error true is no way to sign in
takes<Prop<constructs.StorageAccountProps, "signIn">>(true);
// @ts-expect-error true says nothing about versions
takes<Prop<constructs.StorageAccountProps, "versions">>(true);
// @ts-expect-error true says nothing about backups
takes<Prop<constructs.StorageAccountProps, "vaultedBackup">>(true);
// @ts-expect-error true is no exposure
takes<Prop<constructs.ContainerRegistryProps, "exposure">>(true);
// @ts-expect-error true says nothing about zones
takes<Prop<constructs.ContainerRegistryProps, "redundancy">>(true);
// @ts-expect-error true says nothing about zones
takes<constructs.AppsPlacement>({ exposure: "network", subnet, redundancy: true });
// @ts-expect-error without a subnet there is nothing to spread
takes<constructs.AppsPlacement>({ exposure: "internet", redundancy: "zones" });
// @ts-expect-error true is no standby
takes<Prop<constructs.PostgresqlServerProps, "standby">>(true);
// @ts-expect-error true says nothing about where backups are
takes<Prop<constructs.PostgresqlServerProps, "geoBackup">>(true);
// @ts-expect-error true is no exposure
takes<Prop<constructs.PostgresqlServerProps, "exposure">>(true);
// @ts-expect-error true is no way to sign in
takes<Prop<constructs.LogWorkspaceProps, "signIn">>(true);
// @ts-expect-error true is no way to sign in
takes<Prop<constructs.ApplicationInsightsProps, "signIn">>(true);
// @ts-expect-error true says nothing about tables
takes<Prop<constructs.DiagnosticsProps, "tables">>(true);
