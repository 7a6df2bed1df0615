import type { Azure } from "../arm/azure";
import type { Service } from "../arm/behaviour";
import { keyOf } from "../arm/id";
import { notFound, Refusal } from "../arm/refusal";
import type { Kept } from "../arm/store";
import { at, fill, type Json, object, text } from "../json";

const VAULT = "Microsoft.KeyVault/vaults";
const DAY = 86_400_000;

/**
 * Vaults keep their names after a deletion until they are purged or their days are over.
 *
 * @see https://learn.microsoft.com/en-us/azure/key-vault/general/soft-delete-overview
 */
export const keyVault: Service = {
  types: [
    {
      type: VAULT,
      worldwide: {
        code: "VaultAlreadyExists",
        message: (name) =>
          `The vault name '${name}' is already in use. Vault names are globally unique so it is possible that the name is already taken. If you are sure that the vault name was not taken then it is possible that a vault with the same name was recently deleted but not purged after being placed in a recoverable state.`,
      },
      keeps: {
        code: "ConflictError",
        message: (name) =>
          `A vault with the same name already exists in deleted state. You need to either recover or purge existing key vault '${name}'.`,
        recovers: (sent) => at(sent, "properties.createMode") === "recover",
      },
      check: ({ before, body, azure, id }) => {
        const was = object(before?.["properties"]);
        const wanted = object(body["properties"]);
        if (was["enablePurgeProtection"] && wanted["enablePurgeProtection"] === false)
          throw new Refusal(
            400,
            "BadRequest",
            'The property "enablePurgeProtection" cannot be set to false. Enabling the purge protection for a vault is an irreversible action.',
          );
        const days = wanted["softDeleteRetentionInDays"] ?? 90;
        if (before && was["softDeleteRetentionInDays"] !== days)
          throw new Refusal(
            400,
            "BadRequest",
            'The property "softDeleteRetentionInDays" has been set already and it can\'t be modified.',
          );
        if (wanted["createMode"] === "recover")
          azure.store.kept.delete(keptKey([...azure.store.kept.values()], id.name));
      },
      fill: ({ id, body }) => {
        const properties = object(body["properties"]);
        delete properties["createMode"];
        fill(properties, {
          vaultUri: `https://${id.name}.vault.azure.net/`,
          enableSoftDelete: true,
          softDeleteRetentionInDays: 90,
          accessPolicies: [],
          publicNetworkAccess: "Enabled",
          privateEndpointConnections: [],
        });
      },
    },
    {
      type: `${VAULT}/secrets`,
      secrets: ["properties.value"],
      fill: ({ id, body, azure }) => {
        const vault = id.parent.split("/").at(-1);
        const uri = `https://${vault}.vault.azure.net/secrets/${id.name}`;
        fill(object(body["properties"]), {
          secretUri: uri,
          secretUriWithVersion: `${uri}/${azure.newId(id.text).replaceAll("-", "")}`,
          attributes: { enabled: true },
        });
      },
    },
    {
      // Those of every region: https://learn.microsoft.com/en-us/rest/api/keyvault/keyvault/vaults/list-deleted
      type: "Microsoft.KeyVault/deletedVaults",
      list: (id, azure) => deletedBelow(azure, id.text),
    },
    {
      type: "Microsoft.KeyVault/locations/deletedVaults",
      rootless: true,
      absent: (id, azure) => {
        const kept = find([...azure.store.kept.values()], id.name);
        return kept && deleted(kept, id.text);
      },
      list: (id, azure) => deletedBelow(azure, id.text),
    },
  ],
  actions: {
    "Microsoft.KeyVault/locations/deletedVaults/purge": ({ azure, id }) => {
      const name = id.parent.split("/").at(-1) ?? "";
      const kept = find([...azure.store.kept.values()], name);
      if (!kept) throw notFound(id.parent, undefined, "Microsoft.KeyVault/locations/deletedVaults", name);
      if (at(kept.body, "properties.enablePurgeProtection"))
        throw new Refusal(
          400,
          "DeletedVaultPurge",
          `Operation 'DeletedVaultPurge' is not allowed because purge protection is enabled on the vault '${name}'.`,
        );
      azure.store.kept.delete(keyOf(kept.id));
      return { status: 200, headers: azure.operations.begin(azure, id) };
    },
    "Microsoft.KeyVault/checkNameAvailability": ({ azure, call }) => {
      const name = text(call.body["name"]);
      const taken = [...azure.store.ofType(VAULT), ...[...azure.store.kept.values()].filter(isVault)].some(
        (one) => text(one.body["name"]).toLowerCase() === name.toLowerCase(),
      );
      return taken
        ? { nameAvailable: false, reason: "AlreadyExists", message: `The vault name '${name}' is already in use.` }
        : { nameAvailable: true };
    },
  },
};

const isVault = (one: Kept): boolean => one.type.toLowerCase() === VAULT.toLowerCase();

function deletedBelow(azure: Azure, path: string): Json[] {
  return [...azure.store.kept.values()].filter(isVault).map((one) => deleted(one, `${path}/${at(one.body, "name")}`));
}

function find(kept: readonly Kept[], name: string): Kept | undefined {
  return kept.find((one) => isVault(one) && text(one.body["name"]).toLowerCase() === name.toLowerCase());
}

function keptKey(kept: readonly Kept[], name: string): string {
  return keyOf(find(kept, name)?.id ?? "");
}

function deleted(kept: Kept, id: string): Json {
  const days = Number(at(kept.body, "properties.softDeleteRetentionInDays") ?? 90);
  const purge = new Date(new Date(kept.deleted).getTime() + days * DAY).toISOString();
  return {
    id,
    name: kept.body["name"],
    type: "Microsoft.KeyVault/deletedVaults",
    properties: {
      vaultId: kept.id,
      location: kept.body["location"],
      tags: kept.body["tags"] ?? {},
      deletionDate: kept.deleted,
      scheduledPurgeDate: purge,
      ...(at(kept.body, "properties.enablePurgeProtection") ? { purgeProtectionEnabled: true } : {}),
    },
  };
}
