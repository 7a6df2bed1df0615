import type { ConfigView } from "../../../src/config/view";
import type { EvidenceEntry } from "../../../src/evidence/entry";
import type { JsonObject } from "../../../src/plan/json";
import type { Resources } from "../near-miss";
import { nearMisses, type SaidCase } from "./said";

const STORE = "azurerm_storage_account.files";
const SERVER = "azurerm_postgresql_flexible_server.database";
const VAULT = "azurerm_data_protection_backup_vault.vault";
const BLOBS = "azurerm_data_protection_backup_instance_blob_storage.blobs";
const TABLES = "azurerm_data_protection_backup_instance_postgresql_flexible_server.database";
const DAILY = "azurerm_data_protection_backup_policy_blob_storage.daily";
const WEEKLY = "azurerm_data_protection_backup_policy_postgresql_flexible_server.weekly";
const MAY_READ_BLOBS = "azurerm_role_assignment.blobs";
const MAY_READ_TABLES = "azurerm_role_assignment.database";
const MAY_READ_GROUP = "azurerm_role_assignment.group";
const DATA = "azurerm_resource_group.data";

const idOf = (address: string) => `\${${address}.id}`;
const principal = `\${${VAULT}.identity[0].principal_id}`;
const inGroup = (name: string) => ({ resource_group_name: `\${azurerm_resource_group.${name}.name}` });

/** A server and an account with two containers, each copied whole, for 90 days. */
const copied: Resources = {
  [DATA]: { name: "rg-data", location: "westeurope" },
  "azurerm_resource_group.recovery": { name: "rg-recovery", location: "westeurope" },
  [SERVER]: { name: "psql-orders", ...inGroup("data") },
  [STORE]: { name: "stone", ...inGroup("data") },
  "azurerm_storage_container.files": { name: "files", storage_account_id: idOf(STORE) },
  "azurerm_storage_container.photos": { name: "photos", storage_account_name: "stone" },
  [VAULT]: {
    name: "bvault",
    datastore_type: "VaultStore",
    immutability: "Unlocked",
    identity: { type: "SystemAssigned" },
    ...inGroup("recovery"),
  },
  [DAILY]: {
    name: "daily",
    vault_id: idOf(VAULT),
    backup_repeating_time_intervals: ["R/2027-06-01T02:00:00+00:00/P1D"],
    vault_default_retention_duration: "P90D",
  },
  [WEEKLY]: {
    name: "weekly",
    vault_id: idOf(VAULT),
    backup_repeating_time_intervals: ["R/2027-06-01T02:00:00+00:00/P1W"],
    default_retention_rule: { life_cycle: [{ data_store_type: "VaultStore", duration: "P3M" }] },
  },
  [BLOBS]: {
    name: "stone",
    vault_id: idOf(VAULT),
    backup_policy_id: idOf(DAILY),
    storage_account_id: idOf(STORE),
    storage_account_container_names: ["files", "photos"],
  },
  [TABLES]: { name: "psql", vault_id: idOf(VAULT), backup_policy_id: idOf(WEEKLY), server_id: idOf(SERVER) },
  [MAY_READ_BLOBS]: {
    scope: idOf(STORE),
    role_definition_name: "Storage Account Backup Contributor",
    principal_id: principal,
  },
  [MAY_READ_TABLES]: {
    scope: idOf(SERVER),
    role_definition_name: "PostgreSQL Flexible Server Long Term Retention Backup Role",
    principal_id: principal,
  },
  [MAY_READ_GROUP]: { scope: idOf(DATA), role_definition_name: "Reader", principal_id: principal },
};

const config: ConfigView = { workload: "orders", stage: "production", promise: { rto: "8 hours", rpo: "1 hour" } };
const drill: EvidenceEntry = {
  fact: "restore-drilled",
  env: "orders-production",
  generation: 1,
  by: "ada@orders.example",
  date: "2027-06-01",
  link: "https://wiki.orders.example/drill",
  measured: { rto: "2 hours", rpo: "4 minutes" },
};
const drilled = ["", ".rto", ".rpo"].map((part) => `config evidence.restore-drilled${part}`);
const all = [STORE, SERVER, VAULT];

/** The environment with one thing otherwise: what is said of it, in place of one that passes. */
const row = (changes: Resources, said: Omit<SaidCase, "gate"> = {}, without: readonly string[] = []): SaidCase => ({
  gate: "production",
  config,
  today: "2027-06-10",
  evidence: [drill],
  resources: Object.fromEntries(
    Object.entries({ ...copied, ...changes }).filter(([address]) => !without.includes(address)),
  ),
  ...said,
  pass: [...(said.pass ?? all), ...drilled],
});
const set = (address: string, values: JsonObject): Resources => ({ [address]: { ...copied[address]!, ...values } });
const only = (address: string) => all.filter((one) => one !== address);
const blobs = (says: string, part = BLOBS) => ({ pass: only(STORE), fail: { [part]: says } });
const tables = (says: string, part = TABLES) => ({ pass: only(SERVER), fail: { [part]: says } });
const vault = (says: string) => ({ pass: only(VAULT), fail: { [VAULT]: says } });

nearMisses("RES-03", {
  "whatever is copied whole, for long enough, into a vault that may read it, is copied": row({}),
  "a container that is not named is not copied": row(
    set(BLOBS, { storage_account_container_names: ["files", "other"] }),
    blobs(`It does not copy photos of ${STORE}.`),
  ),
  "nor is anything where none is named": row(
    set(BLOBS, { storage_account_container_names: [] }),
    blobs(`It copies nothing of ${STORE}: it names no container.`),
  ),
  "or where nobody wrote a list: a vault takes only what it is told to": row(
    {
      [BLOBS]: { name: "stone", vault_id: idOf(VAULT), backup_policy_id: idOf(DAILY), storage_account_id: idOf(STORE) },
    },
    blobs(`It copies nothing of ${STORE}: it names no container.`),
  ),
  "names by reference are names": row(
    set(BLOBS, { storage_account_container_names: ["${azurerm_storage_container.files.name}", "photos"] }),
  ),
  "names that are not known before apply are unknown": row(
    set(BLOBS, { storage_account_container_names: ["files", "${var.more}"] }),
    { pass: only(STORE), unknown: { [STORE]: "Whether a backup instance copies it is not known before apply." } },
  ),
  "a second instance may copy what the first one does not": row({
    ...set(BLOBS, { storage_account_container_names: [] }),
    "azurerm_data_protection_backup_instance_blob_storage.whole": copied[BLOBS]!,
  }),
  "a copy that is kept for a day": row(
    set(DAILY, { vault_default_retention_duration: "P1D" }),
    blobs("It keeps a copy 24 hours; 90 days are demanded.", DAILY),
  ),
  "one of 89 days": row(
    set(DAILY, { vault_default_retention_duration: "P89D" }),
    blobs("It keeps a copy 89 days; 90 days are demanded.", DAILY),
  ),
  "one of which every first of a day is kept for a week": row(
    set(DAILY, {
      retention_rule: [
        { name: "first", criteria: { absolute_criteria: "AllBackup" }, life_cycle: { duration: "P7D" } },
      ],
    }),
    blobs("It keeps a copy 7 days; 90 days are demanded.", DAILY),
  ),
  "one that may be kept longer is kept long enough": row(
    set(DAILY, {
      retention_rule: [
        { name: "year", criteria: { absolute_criteria: "FirstOfYear" }, life_cycle: { duration: "P1Y" } },
      ],
    }),
  ),
  "a copy in the account itself is none: it goes with the account": row(
    { [DAILY]: { name: "daily", vault_id: idOf(VAULT), operational_default_retention_duration: "P90D" } },
    {
      pass: only(STORE),
      fail: {
        [DAILY]: [
          "It keeps no copy in the vault: what it makes stays in the store itself.",
          "It never makes a copy by itself.",
        ],
      },
    },
  ),
  "a policy without a schedule": row(
    set(DAILY, { backup_repeating_time_intervals: [] }),
    blobs("It never makes a copy by itself.", DAILY),
  ),
  "a policy with a schedule that outlasts its copies": row(
    set(WEEKLY, { backup_repeating_time_intervals: ["R/2027-06-01T02:00:00+00:00/P1Y"] }),
    tables("A copy is gone before the next one is made.", WEEKLY),
  ),
  "a database's copies for two months": row(
    set(WEEKLY, { default_retention_rule: { life_cycle: [{ data_store_type: "VaultStore", duration: "P2M" }] } }),
    tables("It keeps a copy 60 days; 90 days are demanded.", WEEKLY),
  ),
  "how long is not known before apply": row(set(DAILY, { vault_default_retention_duration: "${var.keep}" }), {
    pass: only(STORE),
    unknown: { [STORE]: "Whether a backup instance copies it is not known before apply." },
  }),
  "a vault that may not read the account": row(
    {},
    blobs(`The vault may not read ${STORE}: it is no Storage Account Backup Contributor of ${STORE}.`),
    [MAY_READ_BLOBS],
  ),
  "one that may only look at it": row(
    set(MAY_READ_BLOBS, { role_definition_name: "Storage Blob Data Reader" }),
    blobs(`The vault may not read ${STORE}: it is no Storage Account Backup Contributor of ${STORE}.`),
  ),
  "one that may read a container of it": row(
    set(MAY_READ_BLOBS, { scope: `${idOf(STORE)}/blobServices/default/containers/files` }),
    blobs(`The vault may not read ${STORE}: it is no Storage Account Backup Contributor of ${STORE}.`),
  ),
  "a role of somebody else": row(
    set(MAY_READ_BLOBS, { principal_id: "00000000-0000-0000-0000-000000000001" }),
    blobs(`The vault may not read ${STORE}: it is no Storage Account Backup Contributor of ${STORE}.`),
  ),
  "a role on the group is one on what is in it, and one by its id is one": row(
    set(MAY_READ_BLOBS, {
      scope: idOf(DATA),
      role_definition_name: null,
      role_definition_id: "/providers/Microsoft.Authorization/roleDefinitions/e5e2a7ff-d759-4cd2-bb51-3152d37e2eb1",
    }),
  ),
  "a role that nobody knows yet may be the one": row(
    set(MAY_READ_BLOBS, { role_definition_name: null, role_definition_id: "${var.role}" }),
    { pass: only(STORE), unknown: { [STORE]: "Whether a backup instance copies it is not known before apply." } },
  ),
  "a vault that may read the database and not its group": row(
    {},
    tables(`The vault may not read ${SERVER}: it is no Reader of ${DATA}.`),
    [MAY_READ_GROUP],
  ),
  "and the other way round": row(
    {},
    tables(
      `The vault may not read ${SERVER}: it is no PostgreSQL Flexible Server Long Term Retention Backup Role of ${SERVER}.`,
    ),
    [MAY_READ_TABLES],
  ),
  "a vault that is nobody": row(
    { [VAULT]: { name: "bvault", datastore_type: "VaultStore", immutability: "Unlocked", ...inGroup("recovery") } },
    vault("It has no identity, and so may read nothing that it is to copy."),
  ),
  "a vault of which anyone may shorten what it keeps": row(
    set(VAULT, { immutability: "Disabled" }),
    vault("Whoever can write to the vault can delete copies before their time: immutability is off."),
  ),
  "a vault that keeps nothing": row(
    set(VAULT, { datastore_type: "OperationalStore" }),
    vault("It keeps no copies of its own: datastore_type is OperationalStore."),
  ),
  "a vault beside what it restores": row(
    set(VAULT, inGroup("data")),
    vault(`It goes with what it restores: both are in ${DATA}.`),
  ),
  "a vault in a stack that goes": {
    ...row({}, vault("It goes with what it restores: it, or its group, is in the stack platform.")),
    stack: { "//": { gatewright: { stack: "platform" } } },
  },
  "a vault in the stack that stays": { ...row({}), stack: { "//": { gatewright: { stack: "recovery" } } } },
});

const kept = (state: string, days: number): JsonObject => ({ state, period_since_creation_in_days: days });
const logs = (more: JsonObject = {}, others: Resources = {}): Resources => ({
  "azurerm_storage_account.logs": { name: "stlogs", ...more },
  ...others,
});
const LOGS = "azurerm_storage_account.logs";
const bare = { [LOGS]: "No backup instance copies it into a vault." };
const exportTo = (enabled: boolean): Resources => ({
  "azurerm_log_analytics_data_export_rule.audit": { destination_resource_id: idOf(LOGS), enabled },
});

nearMisses("RES-03", {
  "logs that nobody can change for a year need no copy": row(logs({ immutability_policy: kept("Unlocked", 365) })),
  "nor do those that a workspace exports": row(logs({}, exportTo(true))),
  "what the product keeps does, whatever is exported beside it": row(
    logs(
      { immutability_policy: kept("Locked", 3650) },
      { ...exportTo(true), "azurerm_storage_container.more": { name: "more", storage_account_id: idOf(LOGS) } },
    ),
    { fail: bare },
  ),
  "and where a day is all that nobody can change": row(logs({ immutability_policy: kept("Unlocked", 1) }), {
    fail: bare,
  }),
  "or not even that": row(logs({ immutability_policy: kept("Disabled", 365) }), { fail: bare }),
  "or where the export is off": row(logs({}, exportTo(false)), { fail: bare }),
});
