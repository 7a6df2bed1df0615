import { type Entry, entry, part, plain } from "../entry";

const INFRASTRUCTURE = "azurerm_oracle_exadata_infrastructure";
const IN_SUBNET = { none: "it stands in a subnet and has no public address" };
const GIVES = { none: "users are made inside it" };

/** An autonomous database; whether the Internet reaches it hangs on its subnet and its addresses together, and is not read. */
const database = (from?: string) =>
  entry({
    noun: "Oracle database",
    holds: "customer data",
    waysOut:
      from === undefined ? { none: "it sends nothing by itself" } : [{ what: "data", to: [from], says: "copies" }],
    localAuth: [{ what: "passwords" }],
    gives: GIVES,
    retention: ["backup_retention_period_in_days"],
    inSubnets: [{ path: "subnet_id" }],
    paid: true,
  });

/** Oracle Database@Azure. */
export const oracle: Readonly<Record<string, Entry>> = {
  azurerm_oracle_autonomous_database: database(),
  azurerm_oracle_autonomous_database_backup: part("azurerm_oracle_autonomous_database", {
    holds: "backups",
    retention: ["retention_period_in_days"],
  }),
  azurerm_oracle_autonomous_database_clone_from_backup: database("source_autonomous_database_id"),
  azurerm_oracle_autonomous_database_clone_from_database: database("source_autonomous_database_id"),
  azurerm_oracle_cloud_vm_cluster: entry({
    noun: "Oracle cluster",
    partOf: INFRASTRUCTURE,
    holds: "customer data",
    publicSide: IN_SUBNET,
    waysIn: IN_SUBNET,
    waysOut: { none: "what it tells Oracle of its health is no data of customers" },
    localAuth: [{ what: "SSH keys and passwords" }],
    gives: GIVES,
    inSubnets: [{ path: "subnet_id" }],
    paid: true,
  }),
  azurerm_oracle_exadata_infrastructure: plain("its clusters are judged by themselves", { paid: true }),
  azurerm_oracle_exascale_database_storage_vault: plain("it has no endpoint of its own", {
    holds: "customer data",
    paid: true,
  }),
  azurerm_oracle_resource_anchor: plain("it joins a subscription to Oracle's"),
};
