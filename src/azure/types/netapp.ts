import { type Entry, entry, part, parts, plain } from "../entry";

const ACCOUNT = "azurerm_netapp_account";
const VOLUME = "azurerm_netapp_volume";
const IN_SUBNET = { none: "it stands in a subnet and has no public address" };
const GIVES = { none: "it gives nobody a right" };

const replicates = (to: string) => [{ what: "replicated files", to: [to], says: "replicates with" }];

/** NetApp Files. */
export const netapp: Readonly<Record<string, Entry>> = {
  azurerm_netapp_account: plain("its volumes are judged by themselves", {
    localAuth: [{ what: "a password to join Active Directory" }],
  }),
  ...parts(
    ACCOUNT,
    "azurerm_netapp_account_encryption",
    "azurerm_netapp_backup_policy",
    "azurerm_netapp_snapshot_policy",
  ),
  azurerm_netapp_backup_vault: part(ACCOUNT, { holds: "backups" }),
  azurerm_netapp_pool: part(ACCOUNT, { paid: true }),
  azurerm_netapp_snapshot: part(VOLUME, { holds: "backups" }),
  azurerm_netapp_volume: entry({
    noun: "NetApp volume",
    partOf: "azurerm_netapp_pool",
    holds: "customer data",
    publicSide: IN_SUBNET,
    waysIn: IN_SUBNET,
    waysOut: replicates("data_protection_replication.remote_volume_resource_id"),
    localAuth: { none: "addresses, Active Directory or Kerberos say who mounts it" },
    gives: GIVES,
    regions: ["data_protection_replication.remote_volume_location"],
    inSubnets: [{ path: "subnet_id" }],
  }),
  azurerm_netapp_volume_bucket: part(VOLUME, { gives: { what: "keys to files over S3", right: "permissions" } }),
  azurerm_netapp_volume_bucket_with_server: part(VOLUME, {
    gives: { what: "keys to files over S3", right: "permissions" },
  }),
  ...Object.fromEntries(
    ["azurerm_netapp_volume_group_oracle", "azurerm_netapp_volume_group_sap_hana"].map((type) => [
      type,
      entry({
        noun: "group of NetApp volumes",
        partOf: ACCOUNT,
        holds: "customer data",
        publicSide: IN_SUBNET,
        waysIn: IN_SUBNET,
        waysOut: replicates("volume.data_protection_replication.remote_volume_resource_id"),
        localAuth: { none: "addresses say who mounts them" },
        gives: GIVES,
        regions: ["volume.data_protection_replication.remote_volume_location"],
        inSubnets: [{ path: "volume.subnet_id" }],
      }),
    ]),
  ),
  azurerm_netapp_volume_quota_rule: part(VOLUME),
};
