import type { Service } from "../arm/behaviour";
import { Refusal } from "../arm/refusal";
import { at, fill, type Json, object, text } from "../json";
import { objectReplicationPolicies, refuseWhatReplicationNeeds } from "./storage-replication";

const ACCOUNT = "Microsoft.Storage/storageAccounts";
const SECOND_REGION: Readonly<Record<string, string>> = { westeurope: "northeurope", northeurope: "westeurope" };

/** Storage accounts and what the control plane knows of their contents. */
export const storage: Service = {
  types: [
    {
      type: ACCOUNT,
      worldwide: {
        code: "StorageAccountAlreadyTaken",
        message: (name) => `The storage account named ${name} is already taken.`,
      },
      parts: {
        "blobServices/default": { cors: { corsRules: [] }, deleteRetentionPolicy: { enabled: false } },
        "queueServices/default": { cors: { corsRules: [] } },
        "tableServices/default": { cors: { corsRules: [] } },
        "fileServices/default": {
          cors: { corsRules: [] },
          shareDeleteRetentionPolicy: { enabled: true, days: 7 },
          protocolSettings: { smb: {} },
        },
      },
      check: ({ id }) => {
        if (!/^[a-z0-9]{3,24}$/.test(id.name))
          throw new Refusal(
            400,
            "AccountNameInvalid",
            `${id.name} is not a valid storage account name. Storage account name must be between 3 and 24 characters in length and use numbers and lower-case letters only.`,
          );
      },
      fill: ({ azure, id, body }) => {
        const sku = text(at(body, "sku.name"));
        object(body["sku"])["tier"] = sku.startsWith("Premium") ? "Premium" : "Standard";
        const region = text(body["location"]);
        const twice = /_(RA)?GZ?RS$/.test(sku);
        const endpoints = hosts(id.name, text(body["kind"]));
        fill(object(body["properties"]), {
          creationTime: azure.now().toISOString(),
          primaryLocation: region,
          statusOfPrimary: "available",
          primaryEndpoints: endpoints,
          ...(twice
            ? { secondaryLocation: SECOND_REGION[region] ?? `${region}pair`, statusOfSecondary: "available" }
            : {}),
          ...(/_RA/.test(sku) ? { secondaryEndpoints: hosts(`${id.name}-secondary`, text(body["kind"])) } : {}),
          networkAcls: { bypass: "AzureServices", defaultAction: "Allow", ipRules: [], virtualNetworkRules: [] },
          encryption: {
            keySource: "Microsoft.Storage",
            services: { blob: { enabled: true, keyType: "Account" }, file: { enabled: true, keyType: "Account" } },
          },
          publicNetworkAccess: "Enabled",
          privateEndpointConnections: [],
          supportsHttpsTrafficOnly: true,
          minimumTlsVersion: "TLS1_0",
          allowBlobPublicAccess: false,
          dnsEndpointType: "Standard",
          ...(/V2$|^Blob/.test(text(body["kind"])) ? { accessTier: "Hot" } : {}),
        });
      },
    },
    { type: `${ACCOUNT}/blobServices`, put: "merge", check: refuseWhatReplicationNeeds },
    objectReplicationPolicies,
    { type: `${ACCOUNT}/queueServices`, put: "merge" },
    { type: `${ACCOUNT}/tableServices`, put: "merge" },
    { type: `${ACCOUNT}/fileServices`, put: "merge" },
    {
      type: `${ACCOUNT}/blobServices/containers`,
      fill: ({ azure, body }) =>
        fill(object(body["properties"]), {
          publicAccess: "None",
          leaseState: "Available",
          leaseStatus: "Unlocked",
          hasImmutabilityPolicy: false,
          hasLegalHold: false,
          defaultEncryptionScope: "$account-encryption-key",
          denyEncryptionScopeOverride: false,
          metadata: {},
          lastModifiedTime: azure.now().toISOString(),
        }),
    },
    { type: `${ACCOUNT}/queueServices/queues`, fill: ({ body }) => fill(object(body["properties"]), { metadata: {} }) },
    {
      type: `${ACCOUNT}/tableServices/tables`,
      fill: ({ id, body }) => fill(object(body["properties"]), { tableName: id.name }),
    },
    {
      type: `${ACCOUNT}/fileServices/shares`,
      fill: ({ body }) =>
        fill(object(body["properties"]), {
          accessTier: "TransactionOptimized",
          shareQuota: 5120,
          enabledProtocols: "SMB",
          metadata: {},
        }),
    },
    { type: `${ACCOUNT}/managementPolicies` },
    { type: `${ACCOUNT}/blobServices/containers/immutabilityPolicies` },
  ],
  actions: {
    [`${ACCOUNT}/listKeys`]: ({ target }) => {
      const key = (name: string): Json => ({
        keyName: name,
        permissions: "Full",
        value: Buffer.from(`${target?.id} ${name}`).toString("base64"),
      });
      return { keys: [key("key1"), key("key2")] };
    },
    "Microsoft.Storage/checkNameAvailability": ({ azure, call }) => {
      const name = text(call.body["name"]);
      const taken = azure.store.ofType(ACCOUNT).some((one) => text(one.body["name"]) === name);
      return taken
        ? {
            nameAvailable: false,
            reason: "AlreadyExists",
            message: `The storage account named ${name} is already taken.`,
          }
        : { nameAvailable: true };
    },
  },
};

function hosts(name: string, kind: string): Json {
  const host = (service: string): string => `https://${name}.${service}.core.windows.net/`;
  const blob = { blob: host("blob"), dfs: host("dfs") };
  if (kind === "BlobStorage" || kind === "BlockBlobStorage")
    return { ...blob, web: `https://${name}.z6.web.core.windows.net/` };
  return {
    ...blob,
    web: `https://${name}.z6.web.core.windows.net/`,
    queue: host("queue"),
    table: host("table"),
    file: host("file"),
  };
}
