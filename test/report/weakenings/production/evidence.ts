import {
  dropFromRecovery,
  inRecovery,
  type ProductionStacks,
  type ProductionWeakening,
  setInRecovery,
} from "../../../support/built-production";

const STORE = "azurerm_storage_account.evidence";
const EXPORT = "azurerm_log_analytics_data_export_rule.audit-export";

const rulesOfTheirOwn =
  (rules: object) =>
  ({ recovery }: ProductionStacks) => {
    const own = { storage_account_id: `\${${STORE}.id}`, bypass: ["AzureServices"], ...rules };
    recovery.resource.azurerm_storage_account_network_rules = { evidence: own };
  };

/** Who else may reach the store in which the logs of who did what are kept. */
export const EVIDENCE: readonly ProductionWeakening[] = [
  {
    what: "evidence that anyone may reach",
    change: inRecovery(STORE, ({ network_rules }) => Object.assign(network_rules, { default_action: "Allow" })),
    caught: ["NET-02", "NET-04"],
  },
  {
    what: "evidence without a word about who may reach it",
    change: inRecovery(STORE, (one) => delete one.network_rules),
    caught: ["NET-02", "NET-04"],
  },
  {
    what: "evidence that one address may reach",
    change: inRecovery(STORE, ({ network_rules }) => Object.assign(network_rules, { ip_rules: ["203.0.113.7"] })),
    caught: ["NET-04"],
  },
  {
    what: "evidence that a subnet may reach past its endpoints",
    change: inRecovery(STORE, ({ network_rules }) =>
      Object.assign(network_rules, { virtual_network_subnet_ids: ["${var.subnet_id}"] }),
    ),
    caught: ["NET-04"],
  },
  {
    what: "a private link from somebody else's network to the evidence",
    change: inRecovery(STORE, ({ network_rules }) =>
      Object.assign(network_rules, { private_link_access: [{ endpoint_resource_id: "${var.endpoint_id}" }] }),
    ),
    caught: ["NET-04"],
  },
  {
    what: "evidence that a resource of its own opens to everybody",
    change: rulesOfTheirOwn({ default_action: "Allow" }),
    caught: ["NET-02", "NET-04", "REC-09"],
  },
  {
    what: "evidence that a resource of its own opens to one address",
    change: rulesOfTheirOwn({ default_action: "Deny", ip_rules: ["203.0.113.7"] }),
    caught: ["NET-04", "REC-09"],
  },
  {
    what: "the product's files beside the evidence, which is reached as evidence is, and copied as it is: not at all",
    change: ({ recovery }) => {
      recovery.resource.azurerm_storage_container = { files: { name: "files", storage_account_id: `\${${STORE}.id}` } };
    },
    caught: ["NET-04", "REC-04", "REC-09", "RES-03"],
  },
  {
    what: "evidence that may be given away anonymously",
    change: setInRecovery(STORE, { allow_nested_items_to_be_public: true }),
    caught: ["NET-02"],
  },
  {
    what: "evidence for users of its own, by SFTP",
    change: setInRecovery(STORE, { is_hns_enabled: true, sftp_enabled: true, local_user_enabled: true }),
    caught: ["DAT-08"],
  },
  {
    what: "a static website of evidence",
    change: setInRecovery(STORE, { static_website: [{ index_document: "index.html" }] }),
    caught: ["NET-05"],
  },
  {
    what: "keys to the evidence",
    change: setInRecovery(STORE, { shared_access_key_enabled: true }),
    caught: ["DAT-08"],
  },
  {
    what: "evidence over TLS of long ago",
    change: setInRecovery(STORE, { min_tls_version: "TLS1_0" }),
    caught: ["NET-01"],
  },
];

/** Logs of who did what that are not kept as they were written. */
export const EXPORTS: readonly ProductionWeakening[] = [
  { what: "no export of audit logs", change: dropFromRecovery(EXPORT), caught: ["NET-04", "OBS-01"] },
  {
    what: "an export that is off",
    change: setInRecovery(EXPORT, { enabled: false }),
    caught: ["NET-04", "OBS-01"],
  },
  {
    what: "an export of the vault's audit logs alone",
    change: setInRecovery(EXPORT, { table_names: ["AZKVAuditLogs"] }),
    caught: ["OBS-01"],
  },
  {
    what: "an export of all but one table",
    change: inRecovery(EXPORT, (one) => {
      one.table_names = one.table_names.filter((table: string) => table !== "PGSQLServerLogs");
    }),
    caught: ["OBS-01"],
  },
  {
    what: "an export to where nothing is kept as it was",
    change: inRecovery(STORE, (one) => delete one.immutability_policy),
    caught: ["OBS-01"],
  },
  {
    what: "evidence that is kept for a year but a day",
    change: inRecovery(STORE, ({ immutability_policy }) =>
      Object.assign(immutability_policy, { period_since_creation_in_days: 364 }),
    ),
    caught: ["OBS-01"],
  },
  {
    what: "an export to somebody else's account",
    change: setInRecovery(EXPORT, {
      destination_resource_id:
        "/subscriptions/${var.subscription_id}/resourceGroups/rg-hub/providers/Microsoft.Storage/storageAccounts/sthub",
    }),
    caught: ["NET-04", "NET-08", "OBS-01", "REC-01", "REC-09"],
  },
];
