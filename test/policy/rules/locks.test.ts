import type { JsonObject } from "../../../src/plan/json";
import type { Resources } from "../near-miss";
import { nearMisses } from "./said";

const DATA = "azurerm_resource_group.data";
const APPS = "azurerm_resource_group.apps";
const STORE = "azurerm_storage_account.files";
const VAULT = "azurerm_key_vault.vault";
const NETWORK = "azurerm_virtual_network.network";

const inGroup = (group: string): JsonObject => ({ resource_group_name: `\${${group}.name}` });
const lock = (scope: string, level = "CanNotDelete"): JsonObject => ({
  name: "lock",
  scope: `\${${scope}.id}`,
  lock_level: level,
});

/** Data in one group, a container environment and its network in another, and a lock on each thing that holds data. */
const apart: Resources = {
  [DATA]: { name: "rg-data", location: "westeurope" },
  [APPS]: { name: "rg-apps", location: "westeurope" },
  [STORE]: { name: "stone", ...inGroup(DATA) },
  [VAULT]: { name: "kv", ...inGroup(DATA) },
  "azurerm_management_lock.store": lock(STORE),
  "azurerm_management_lock.vault": lock(VAULT),
  [NETWORK]: { name: "vnet", ...inGroup(APPS) },
  "azurerm_subnet.apps": { name: "apps", virtual_network_name: `\${${NETWORK}.name}`, ...inGroup(APPS) },
  "azurerm_container_app_environment.apps": {
    name: "cae",
    infrastructure_subnet_id: "${azurerm_subnet.apps.id}",
    ...inGroup(APPS),
  },
};
const onGroup = { "azurerm_management_lock.group": lock(DATA) };
const HOLDS = `It holds ${VAULT}, ${STORE}, and no lock keeps it from being deleted as a whole.`;
const beside = { ...apart, [STORE]: { name: "stone", ...inGroup(APPS) } };
const covers = (what: string) => `It covers ${what}, where the container environment deletes by itself.`;

nearMisses("REC-04", {
  "at Production the group of the data is locked too": {
    gate: "production",
    resources: { ...apart, ...onGroup },
    pass: [DATA, STORE, VAULT],
  },
  "locks on what is in it are not enough": {
    gate: "production",
    resources: apart,
    pass: [STORE, VAULT],
    fail: { [DATA]: HOLDS },
  },
  "before it, they are": { gate: "pre-production", resources: apart, pass: [STORE, VAULT] },
  "a lock whose level nobody knows may be right": {
    gate: "production",
    resources: { ...apart, "azurerm_management_lock.group": lock(DATA, "${var.level}") },
    pass: [STORE, VAULT],
    unknown: { [DATA]: "The level of its lock is not known before apply." },
  },
  "a lock that also refuses what apps do every day does not stay, and is none": {
    gate: "production",
    resources: { ...apart, "azurerm_management_lock.group": lock(DATA, "ReadOnly") },
    pass: [STORE, VAULT],
    fail: { [DATA]: HOLDS },
  },
  "a lock whose scope nobody knows may be on it": {
    gate: "production",
    resources: { ...apart, "azurerm_management_lock.some": { ...lock(DATA), scope: "${each.value}" } },
    pass: [STORE, VAULT],
    unknown: { [DATA]: "A lock's scope is not known before apply." },
  },
  "data beside a container environment cannot be locked as a whole, and so must be elsewhere": {
    gate: "production",
    resources: { ...beside, ...onGroup },
    pass: [DATA, STORE, VAULT],
    fail: { [APPS]: `It holds ${STORE}, and a container environment, and so cannot be locked as a whole.` },
  },
  "before Production it may be there": { gate: "pilot", resources: beside, pass: [STORE, VAULT] },
  "copies, and logs that are kept, are locked one by one": {
    gate: "production",
    resources: {
      "azurerm_resource_group.recovery": { name: "rg-recovery", location: "westeurope" },
      "azurerm_data_protection_backup_vault.copies": {
        name: "bvault",
        ...inGroup("azurerm_resource_group.recovery"),
      },
      "azurerm_storage_account.logs": {
        name: "stlogs",
        immutability_policy: { state: "Unlocked", period_since_creation_in_days: 365 },
        ...inGroup("azurerm_resource_group.recovery"),
      },
      "azurerm_management_lock.copies": lock("azurerm_data_protection_backup_vault.copies"),
      "azurerm_management_lock.logs": lock("azurerm_storage_account.logs"),
    },
    pass: ["azurerm_data_protection_backup_vault.copies", "azurerm_storage_account.logs"],
  },
  "a lock on the group, the network, or the subnet of a container environment stops it": {
    gate: "pilot",
    resources: {
      ...apart,
      "azurerm_management_lock.apps": lock(APPS),
      "azurerm_management_lock.network": lock(NETWORK),
      "azurerm_management_lock.subnet": lock("azurerm_subnet.apps"),
    },
    pass: [STORE, VAULT],
    fail: {
      "azurerm_management_lock.apps": covers(APPS),
      "azurerm_management_lock.network": covers(NETWORK),
      "azurerm_management_lock.subnet": covers("azurerm_subnet.apps"),
    },
  },
});
