import { EvidenceStore } from "../../constructs/evidence-store";
import { StorageAccount, type StorageAccountProps } from "../../constructs/storage-account";
import { STANCES } from "../../src/stages/stances";
import { refusal } from "../support/problems";
import { built, GROUP, IDENTITY } from "./built";

const ADDRESS = "azurerm_storage_account.storage";
const account = (props: Partial<StorageAccountProps>) =>
  built(
    (stack) =>
      new StorageAccount(stack, "storage", {
        group: GROUP,
        name: "storders",
        replication: "ZRS",
        versions: "kept",
        softDeleteDays: 30,
        signIn: "entra",
        exposure: "private",
        ...props,
      }),
  );
const days = (count: number) => ({ days: count });

describe("a storage account", () => {
  test("keeps what was deleted, and by default nothing more", () => {
    const { resources, decisions } = account({});
    expect(resources[ADDRESS]).toMatchObject({
      account_replication_type: "ZRS",
      cross_tenant_replication_enabled: false,
      blob_properties: {
        versioning_enabled: true,
        delete_retention_policy: days(30),
        container_delete_retention_policy: days(30),
      },
    });
    expect(Object.keys(resources[ADDRESS]?.["blob_properties"] as object)).not.toContain("restore_policy");
    expect(resources[ADDRESS]).not.toHaveProperty("immutability_policy");
    expect(decisions.map(({ what }) => what)).toEqual([
      "ignore_changes on account_replication_type",
      "ignore_changes on is_hns_enabled",
    ]);
  });

  test("that goes back to a moment keeps the changes that it goes back over", () => {
    expect(account({ pointInTimeRestoreDays: 29 }).resources[ADDRESS]).toMatchObject({
      blob_properties: { versioning_enabled: true, change_feed_enabled: true, restore_policy: days(29) },
    });
  });

  test("goes back less far than deleted blobs are kept, and only with versions", () => {
    const fix =
      "\n    A restore brings back what was deleted: keep deleted blobs and versions for longer than that.   (DAT-04)";
    expect(refusal(() => account({ pointInTimeRestoreDays: 30 }))).toBe(
      `point-in-time restore of the storage account storders must be fewer than its 30 days of soft delete, got 30 days${fix}`,
    );
    expect(refusal(() => account({ pointInTimeRestoreDays: 7, versions: "overwritten" }))).toBe(
      `point-in-time restore of the storage account storders must be off without versioning, got 7 days${fix}`,
    );
  });

  test("that a vault copies lets Azure replicate into the vault's tenant, and says why", () => {
    const { resources, decisions } = account({ vaultedBackup: "allowed" });
    expect(resources[ADDRESS]).toMatchObject({
      cross_tenant_replication_enabled: true,
      blob_properties: { change_feed_enabled: true },
    });
    expect(decisions.filter(({ what }) => !what.startsWith("ignore_changes"))).toEqual([
      {
        address: ADDRESS,
        what: "cross_tenant_replication_enabled",
        why: "Azure Backup replicates the blobs into its vault, whose storage is in a tenant of its own",
      },
    ]);
  });
});

test("who may use a container or a queue is said once it is there, and taken back before it goes", () => {
  const { resources } = built((stack) => {
    const storage = new StorageAccount(stack, "storage", {
      ...STANCES.poc.storage,
      group: GROUP,
      name: "storders",
    });
    storage.addContainer("files").grantUse("api", IDENTITY);
    storage.addQueue("mail").grantUse("api", IDENTITY);
  });
  const grants = Object.entries(resources).filter(([address]) => address.startsWith("azurerm_role_assignment."));
  expect(grants.map(([address, { scope, depends_on: after }]) => [address.split(".")[1], scope, after]).sort()).toEqual(
    [
      [
        "storage_grants-files_contributor-api",
        "${azurerm_storage_account.storage.id}/blobServices/default/containers/files",
        ["azurerm_storage_container.storage_container-files"],
      ],
      [
        "storage_grants-mail_processor-api",
        "${azurerm_storage_account.storage.id}/queueServices/default/queues/mail",
        ["azurerm_storage_queue.storage_queue-mail"],
      ],
      [
        "storage_grants-mail_sender-api",
        "${azurerm_storage_account.storage.id}/queueServices/default/queues/mail",
        ["azurerm_storage_queue.storage_queue-mail"],
      ],
    ],
  );
});

test("an evidence store can be appended to, by Azure's own services, and not rewritten", () => {
  const { resources } = built(
    (stack) =>
      new EvidenceStore(stack, "storage", {
        group: GROUP,
        name: "stordersevidence",
        replication: "ZRS",
        softDeleteDays: 30,
        immutability: { days: 365, state: "Unlocked" },
      }),
  );
  expect(resources[ADDRESS]).toMatchObject({
    shared_access_key_enabled: false,
    allow_nested_items_to_be_public: false,
    network_rules: { default_action: "Deny", bypass: ["AzureServices"], ip_rules: [] },
    blob_properties: { versioning_enabled: true, delete_retention_policy: days(30) },
    immutability_policy: {
      state: "Unlocked",
      period_since_creation_in_days: 365,
      allow_protected_append_writes: true,
    },
  });
});
