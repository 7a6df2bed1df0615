import { type Entry, entry, part, parts, plain } from "../entry";

const CACHE = "azurerm_hpc_cache";
const MOVER = "azurerm_storage_mover";
const SAN = "azurerm_elastic_san";
const SHARE = "azurerm_data_share";
const IN_SUBNET = { none: "it stands in a subnet and has no public address" };
const GIVES = { none: "it gives nobody a right" };

const shares = (to: string) => part(SHARE, { waysOut: [{ what: "data", to: [to], says: "shares data of" }] });
const cached = (to: string) => part(CACHE, { waysOut: [{ what: "files", to: [to], says: "keeps files in" }] });

/** File systems and volumes beside storage accounts, and what moves or shares files. */
export const fileSystems: Readonly<Record<string, Entry>> = {
  azurerm_data_share: part("azurerm_data_share_account", {
    waysOut: [{ what: "data", to: [], says: "shares data with whoever is invited, who may be" }],
  }),
  azurerm_data_share_account: plain("its shares are judged by themselves"),
  azurerm_data_share_dataset_blob_storage: shares("storage_account.name"),
  azurerm_data_share_dataset_data_lake_gen2: shares("storage_account_id"),
  azurerm_data_share_dataset_kusto_cluster: shares("kusto_cluster_id"),
  azurerm_data_share_dataset_kusto_database: shares("kusto_database_id"),
  azurerm_elastic_san: plain("its groups of volumes are judged by themselves", { holds: "customer data", paid: true }),
  azurerm_elastic_san_volume: part("azurerm_elastic_san_volume_group", {
    waysOut: [{ what: "data", to: ["create_source.source_id"], says: "is filled from" }],
  }),
  azurerm_elastic_san_volume_group: part(SAN, {
    publicSide: { none: "without rules nobody gets in, and its rules name subnets" },
  }),
  azurerm_hpc_cache: entry({
    noun: "HPC cache",
    holds: "customer data",
    publicSide: IN_SUBNET,
    waysIn: IN_SUBNET,
    waysOut: { none: "its targets say where files are" },
    localAuth: { none: "addresses or a directory say who mounts it" },
    gives: GIVES,
    inSubnets: [{ path: "subnet_id" }],
    paid: true,
  }),
  azurerm_hpc_cache_access_policy: part(CACHE),
  azurerm_hpc_cache_blob_nfs_target: cached("storage_container_id"),
  azurerm_hpc_cache_blob_target: cached("storage_container_id"),
  azurerm_hpc_cache_nfs_target: cached("target_host_name"),
  azurerm_managed_lustre_file_system: entry({
    noun: "Lustre file system",
    holds: "customer data",
    publicSide: IN_SUBNET,
    waysIn: IN_SUBNET,
    waysOut: [
      {
        what: "files",
        to: ["hsm_setting.container_id", "hsm_setting.logging_container_id"],
        says: "sends files to",
      },
    ],
    localAuth: { none: "whoever is in its network mounts it" },
    gives: GIVES,
    inSubnets: [{ path: "subnet_id" }],
    paid: true,
  }),
  azurerm_qumulo_file_system: entry({
    noun: "Qumulo file system",
    holds: "customer data",
    publicSide: IN_SUBNET,
    waysIn: IN_SUBNET,
    localAuth: [{ what: "passwords" }],
    gives: GIVES,
    inSubnets: [{ path: "subnet_id" }],
    paid: true,
  }),
  azurerm_storage_mover: plain("its endpoints are judged by themselves"),
  ...parts(
    MOVER,
    "azurerm_storage_mover_agent",
    "azurerm_storage_mover_job_definition",
    "azurerm_storage_mover_project",
  ),
  azurerm_storage_mover_source_endpoint: part(MOVER, {
    waysOut: [{ what: "files", to: ["host"], says: "copies files of" }],
  }),
  azurerm_storage_mover_target_endpoint: part(MOVER, {
    waysOut: [{ what: "files", to: ["storage_account_id"], says: "copies files to" }],
  }),
};
