import type { Azure } from "../arm/azure";
import type { Service } from "../arm/behaviour";
import { keyOf } from "../arm/id";
import { LOCK } from "../arm/locks";
import { Refusal } from "../arm/refusal";
import { at, fill, type Json, object, put, text } from "../json";

const VAULT = "Microsoft.DataProtection/backupVaults";
const INSTANCE = `${VAULT}/backupInstances`;

/** The lock that Azure Backup puts on a storage account that it protects, and which no state knows. */
const lockOn = (instance: Json) =>
  `${text(at(instance, "properties.dataSourceInfo.resourceID"))}/providers/${LOCK}/AzureBackupProtectionLock`;

function unlockSource(azure: Azure, instance: Json): void {
  azure.remove(lockOn(instance));
}

/** Stop making copies below an id, and keep those that there are: what is copied may be deleted from then on. */
export function stopBackups(azure: Azure, below: string): void {
  const vaults = azure.store.below(below);
  for (const { type, body } of vaults) if (type === INSTANCE) unlockSource(azure, body);
}

/** Backup vaults: what they protect needs a role of theirs, and blobs that are protected get a lock from Azure. */
export const dataProtection: Service = {
  types: [
    {
      type: VAULT,
      fill: ({ body }) =>
        fill(object(body["properties"]), {
          resourceMoveState: "Unknown",
          secureScore: "Adequate",
          bcdrSecurityLevel: "Good",
          isVaultProtectedByResourceGuard: false,
          replicatedRegions: [],
          securitySettings: {
            softDeleteSettings: { state: "On", retentionDurationInDays: 14 },
            immutabilitySettings: { state: "Disabled" },
          },
          featureSettings: {},
        }),
      // That it is refused: https://learn.microsoft.com/en-us/azure/backup/manage-backup-vault; the code is not confirmed.
      checkDelete: ({ azure, id }) => {
        const inside = azure.store.below(id.text).filter((one) => one.type === INSTANCE);
        if (inside.length > 0)
          throw new Refusal(
            400,
            "VaultDeletionFailed",
            `Vault cannot be deleted as there are existing backup instances: ${inside.map((one) => text(one.body["name"])).join(", ")}.`,
          );
      },
    },
    { type: `${VAULT}/backupPolicies` },
    {
      type: INSTANCE,
      check: ({ azure, id, body }) => {
        const source = text(at(body, "properties.dataSourceInfo.resourceID"));
        const principal = at(azure.store.get(id.parent)?.body, "identity.principalId");
        const granted = azure.store
          .ofType("Microsoft.Authorization/roleAssignments")
          .some(
            (one) =>
              at(one.body, "properties.principalId") === principal &&
              keyOf(source).startsWith(keyOf(text(at(one.body, "properties.scope")))),
          );
        // https://learn.microsoft.com/en-us/azure/backup/blob-backup-troubleshoot
        if (!granted)
          throw new Refusal(
            400,
            "UserErrorMissingRequiredPermissions",
            `Appropriate permissions to perform the operation is missing: the identity of ${id.parent.split("/").at(-1)} has no role at ${source}.`,
          );
      },
      fill: ({ body }) => {
        put(body, "properties.protectionStatus", { status: "ProtectionConfigured" });
        put(body, "properties.currentProtectionState", "ProtectionConfigured");
      },
      after: ({ azure, body, before }) => {
        const source = text(at(body, "properties.dataSourceInfo.resourceID"));
        if (before || !/\/storageAccounts\/[^/]+$/i.test(source)) return;
        azure.write(lockOn(body), {
          properties: {
            level: "CanNotDelete",
            notes:
              "Auto-created by Azure Backup for storage accounts registered with a Backup Vault. This lock is intended to guard against deletion of backups due to accidental deletion of the storage account.",
          },
        });
      },
      afterDelete: ({ azure, body }) => unlockSource(azure, body),
    },
  ],
  actions: {
    // https://learn.microsoft.com/en-us/rest/api/dataprotection/backup-instances/stop-protection
    [`${INSTANCE}/stopProtection`]: ({ azure, id, target }) => {
      if (target) unlockSource(azure, target.body);
      return { status: 202, headers: azure.operations.begin(azure, id) };
    },
  },
};
