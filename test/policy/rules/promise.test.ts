import type { ConfigView } from "../../../src/config/view";
import type { EvidenceEntry } from "../../../src/evidence/entry";
import { resourcesOf } from "../../promise/topology";
import type { Resources } from "../near-miss";
import { nearMisses } from "./said";

const DATABASE = "azurerm_postgresql_flexible_server.database";
const FILES = "azurerm_storage_account.files";
const VAULT = "azurerm_data_protection_backup_vault.vault";

const promise = {
  availability: 99.5,
  rto: "8 hours",
  rpo: "1 hour",
  support: "weekdays 9-17 CET",
  plannedDowntime: "Sundays 02:00-04:00 UTC",
  customers: "status page https://status.orders.example",
};
const risks = [
  { risk: "the region is lost", class: "customer-impact", owner: "ada@orders.example", accepted: "2027-05-28" },
];
const config: ConfigView = { workload: "orders", stage: "production", generation: 2, promise, risks };
const lines = ["availability", "rto", "rpo", "support", "plannedDowntime", "customers"].map(
  (name) => `config promise.${name}`,
);

nearMisses("GOV-05", {
  "a complete promise that the topology keeps, and a risk that somebody accepted, hold": {
    gate: "production",
    config,
    resources: resourcesOf(),
    pass: [...lines, "config risks[0]"],
  },
  "what is missing is named; so is a time that nobody can read, and that no risk is accepted": {
    gate: "production",
    config: { promise: { availability: 99.5, rto: "soon", support: " " } },
    resources: resourcesOf(),
    pass: ["config promise.availability"],
    fail: {
      "config promise.rto": "The promise to customers does not say rto, or not so that it can be read.",
      "config promise.rpo": "The promise to customers does not say rpo, or not so that it can be read.",
      "config promise.support": "The promise to customers does not say support, or not so that it can be read.",
      "config promise.plannedDowntime":
        "The promise to customers does not say plannedDowntime, or not so that it can be read.",
      "config promise.customers": "The promise to customers does not say customers, or not so that it can be read.",
      "config risks": "No risk is accepted: either nobody looked, or nobody wrote it down.",
    },
  },
  "a promise that the topology cannot keep is refused, with the part that fails": {
    gate: "production",
    config: { ...config, promise: { ...promise, availability: 99.95, rpo: "1 minute" } },
    resources: resourcesOf({ replication: "LRS" }),
    pass: [...lines.filter((one) => !/availability|rpo|rto/.test(one)), "config risks[0]"],
    fail: {
      "config promise.availability":
        "The topology cannot keep availability 99.95 %. The path of web composes to 99.9 %; its weakest part is azurerm_application_gateway.entry (Application Gateway v2, 99.95 %).",
      "config promise.rpo":
        "The topology cannot keep rpo 1 minute. After the loss of a zone azurerm_storage_account.files is lost: all of its copies are in one zone.",
      "config promise.rto":
        "The topology cannot keep rto 8 hours. After the loss of a zone azurerm_storage_account.files is lost: all of its copies are in one zone.",
    },
  },
  ...Object.fromEntries(
    [0, -1, 101, Number.NaN].map((availability) => [
      `an availability of ${availability} is no promise`,
      {
        gate: "production" as const,
        config: { ...config, promise: { ...promise, availability } },
        resources: resourcesOf(),
        pass: [...lines.filter((one) => !one.includes("availability")), "config risks[0]"],
        fail: {
          "config promise.availability":
            "The promise to customers does not say availability, or not so that it can be read.",
        },
      },
    ]),
  ),
  "what is not known before apply is unknown": {
    gate: "production",
    config: { ...config, promise: { ...promise, disasters: ["zone"] } },
    resources: resourcesOf({ replication: "${var.replication}" }),
    pass: [...lines.filter((one) => !/rpo|rto/.test(one)), "config risks[0]"],
    unknown: {
      "config promise.rpo":
        "After the loss of a zone it depends on account_replication_type of azurerm_storage_account.files, which is not known before apply.",
      "config promise.rto":
        "After the loss of a zone it depends on account_replication_type of azurerm_storage_account.files, which is not known before apply.",
    },
  },
  "a risk says what, of which class, who accepted it and when": {
    gate: "production",
    config: { ...config, risks: [...risks, { risk: "it is slow", class: "speed", accepted: "2027-02-30" }] },
    resources: resourcesOf(),
    pass: [...lines, "config risks[0]"],
    fail: { "config risks[1]": "The accepted risk does not say class, owner, accepted." },
  },
});

const drill = (changes: Partial<EvidenceEntry> = {}): EvidenceEntry => ({
  fact: "restore-drilled",
  env: "orders-production",
  generation: 2,
  by: "ada@orders.example",
  date: "2027-06-01",
  link: "https://wiki.orders.example/drill",
  measured: { rto: "2 hours", rpo: "4 minutes" },
  ...changes,
});
const policyOf = (kind: string) => `azurerm_data_protection_backup_policy_${kind}.policy`;
const copied: Resources = {
  ...resourcesOf({ vault: { every: "P1D", redundancy: "ZoneRedundant" } }),
  [policyOf("postgresql_flexible_server")]: {
    name: "weekly",
    vault_id: `\${${VAULT}.id}`,
    backup_repeating_time_intervals: ["R/2027-06-01T02:00:00+00:00/P1W"],
    default_retention_rule: { life_cycle: [{ data_store_type: "VaultStore", duration: "P90D" }] },
  },
  "azurerm_role_assignment.database": {
    scope: `\${${DATABASE}.id}`,
    role_definition_name: "PostgreSQL Flexible Server Long Term Retention Backup Role",
    principal_id: `\${${VAULT}.identity[0].principal_id}`,
  },
  "azurerm_data_protection_backup_instance_postgresql_flexible_server.database": {
    name: "psql-orders",
    vault_id: `\${${VAULT}.id}`,
    backup_policy_id: `\${${policyOf("postgresql_flexible_server")}.id}`,
    server_id: `\${${DATABASE}.id}`,
  },
};
const stored = [DATABASE, FILES, VAULT];
const drilled = [
  "config evidence.restore-drilled",
  "config evidence.restore-drilled.rto",
  "config evidence.restore-drilled.rpo",
];
const check = { gate: "production", config, today: "2027-06-10", resources: copied } as const;

nearMisses("GOV-05", {
  "a drill that was slower than promised breaks the promise; so the report says": {
    ...check,
    evidence: [drill({ measured: { rto: "9 hours", rpo: "4 minutes" } })],
    pass: [...lines.filter((one) => !one.endsWith("rto")), "config risks[0]"],
    fail: {
      "config promise.rto":
        "The topology cannot keep rto 8 hours. The last restore drill had azurerm_postgresql_flexible_server.database back after 9 hours.",
    },
  },
  "one that is too old says nothing": {
    ...check,
    evidence: [drill({ date: "2027-03-11", measured: { rto: "9 hours", rpo: "4 minutes" } })],
    pass: [...lines, "config risks[0]"],
  },
  "nor does one without a day to judge it on, as when stacks are synthesized": {
    ...check,
    today: undefined,
    evidence: [drill({ measured: { rto: "9 hours", rpo: "4 minutes" } })],
    pass: [...lines, "config risks[0]"],
  },
});

nearMisses("RES-03", {
  "everything is in a vault, and a restore was drilled within the promise": {
    ...check,
    evidence: [drill()],
    pass: [...stored, ...drilled],
  },
  "a store without an instance, and a vault that forgets at once": {
    ...check,
    resources: {
      ...resourcesOf({ vault: { every: "P1D", redundancy: "ZoneRedundant" } }),
      [VAULT]: { ...copied[VAULT]!, soft_delete: "Off" },
    },
    evidence: [drill()],
    pass: [FILES, ...drilled],
    fail: {
      [DATABASE]: "No backup instance copies it into a vault.",
      [VAULT]: "What is deleted in the vault is gone at once: soft delete is off.",
    },
  },
  "an instance whose policy is nobody's": {
    ...check,
    resources: {
      ...copied,
      "azurerm_data_protection_backup_instance_blob_storage.blobs": {
        name: "stone",
        vault_id: `\${${VAULT}.id}`,
        backup_policy_id: "/subscriptions/0/resourceGroups/else/providers/Microsoft.DataProtection/backupVaults/v/p",
        storage_account_id: `\${${FILES}.id}`,
        storage_account_container_names: ["files"],
      },
    },
    evidence: [drill()],
    pass: [DATABASE, VAULT, ...drilled],
    fail: {
      "azurerm_data_protection_backup_instance_blob_storage.blobs": `It copies ${FILES} without a policy of this environment.`,
    },
  },
  "kept logs and queues need no vault; without data there is nothing to drill": {
    ...check,
    evidence: [],
    resources: {
      "azurerm_storage_account.logs": {
        name: "stlogs",
        immutability_policy: { state: "Unlocked", period_since_creation_in_days: 365 },
      },
      "azurerm_storage_account.mail": { name: "stmail" },
      "azurerm_storage_queue.mail": { name: "mail", storage_account_id: "${azurerm_storage_account.mail.id}" },
    },
  },
  "no drill, or one of another environment": {
    ...check,
    evidence: [drill({ env: "orders-pre-production" })],
    pass: stored,
    fail: { "config evidence.restore-drilled": "No restore was drilled." },
  },
  "a drill 90 days ago counts, whatever was before": {
    ...check,
    evidence: [drill({ date: "2027-03-12" }), drill({ date: "2026-01-01", generation: 1 })],
    pass: [...stored, ...drilled],
  },
  "one 91 days ago holds the gate with one line": {
    ...check,
    evidence: [drill({ date: "2027-03-11" })],
    pass: stored,
    fail: {
      "config evidence.restore-drilled": "The restore drill of 2027-03-11 is 91 days old; 90 are allowed.",
    },
  },
  "a drill of another generation does not count": {
    ...check,
    evidence: [drill({ generation: 1 })],
    pass: stored,
    fail: {
      "config evidence.restore-drilled":
        "The last restore drill, of 2027-06-01, was of generation 1; this is generation 2.",
    },
  },
  "nor one that does not say of which it was; it may say so in what was measured": {
    ...check,
    evidence: [drill({ generation: undefined })],
    pass: stored,
    fail: {
      "config evidence.restore-drilled":
        "The restore drill of 2027-06-01 does not say of which generation it was; this is generation 2.",
    },
  },
  "measured.generation is enough": {
    ...check,
    evidence: [drill({ generation: undefined, measured: { rto: 90, rpo: 0, generation: 2 } })],
    pass: [...stored, ...drilled],
  },
  "a restore that took longer, or lost more, than promised": {
    ...check,
    evidence: [drill({ measured: { rto: "8 hours 1 minute", rpo: "61 minutes" } })],
    pass: [...stored, "config evidence.restore-drilled"],
    fail: {
      "config evidence.restore-drilled.rto":
        "The restore drill of 2027-06-01 took 8 hours 1 minute; promised are 8 hours.",
      "config evidence.restore-drilled.rpo":
        "The restore drill of 2027-06-01 lost 1 hour 1 minute; promised are 1 hour.",
    },
  },
  "a drill that was not timed": {
    ...check,
    evidence: [drill({ measured: { rto: "quick" } })],
    pass: [...stored, "config evidence.restore-drilled"],
    fail: {
      "config evidence.restore-drilled.rto": "The restore drill of 2027-06-01 does not say measured.rto.",
      "config evidence.restore-drilled.rpo": "The restore drill of 2027-06-01 does not say measured.rpo.",
    },
  },
});
