import { asList, asObject, type JsonObject } from "../../../src/plan/json";
import { changed, withArguments } from "./edge-plans";
import {
  ACCOUNT,
  ACCOUNT_TWO,
  CONTAINER,
  data,
  JOINED,
  POLICY,
  REGISTRY,
  REPLICA,
  SERVER,
  VAULT,
  VAULT_TWO,
} from "./region-plans";
import { failing, ofData, row, without } from "./region-rows";
import { nearMisses } from "./said";

const policy = (more: JsonObject) => {
  const [rule] = asList(data[POLICY]?.["rules"]);
  return withArguments(data, POLICY, { rules: [{ ...asObject(rule), ...more }] });
};
const unequal = (path: string, one: unknown, other: unknown) =>
  `${path} is ${one}, and ${other} on ${SERVER}: their roles cannot be switched.`;

nearMisses("RES-04", {
  ...failing({
    "a database without a replica": [
      changed(data, { [REPLICA]: undefined, [JOINED]: undefined }),
      SERVER,
      "No replica of it stands in northeurope.",
      [REPLICA, JOINED],
    ],
    "a replica at home is none of the second region": [
      withArguments(data, REPLICA, { location: "westeurope" }),
      SERVER,
      "No replica of it stands in northeurope.",
      [REPLICA, JOINED],
    ],
    "a copy that was restored there follows nobody": [
      withArguments(data, REPLICA, { create_mode: "GeoRestore" }),
      SERVER,
      "No replica of it stands in northeurope.",
      [REPLICA, JOINED],
    ],
    "a replica that is smaller": [
      withArguments(data, REPLICA, { sku_name: "GP_Standard_D2s_v3" }),
      REPLICA,
      unequal("sku_name", "GP_Standard_D2s_v3", "GP_Standard_D2ds_v5"),
    ],
    "a replica with a smaller disk": [
      withArguments(data, REPLICA, { storage_mb: 32_768 }),
      REPLICA,
      unequal("storage_mb", 32_768, 65_536),
    ],
    "a replica of which nobody says how large has the provider's disk": [
      withArguments(data, REPLICA, { storage_mb: undefined as never }),
      REPLICA,
      unequal("storage_mb", 32_768, 65_536),
    ],
    "a replica whose disk does not grow": [
      withArguments(data, REPLICA, { auto_grow_enabled: undefined as never }),
      REPLICA,
      unequal("auto_grow_enabled", false, true),
    ],
    "a replica with a standby": [
      withArguments(data, REPLICA, { high_availability: { mode: "ZoneRedundant" } }),
      REPLICA,
      "A replica takes no standby of its own.",
    ],
    "a replica with geo-redundant backups": [
      withArguments(data, REPLICA, { geo_redundant_backup_enabled: true }),
      REPLICA,
      "A replica takes no geo-redundant backups.",
    ],
    "a replica on the Internet": [
      withArguments(data, REPLICA, { public_network_access_enabled: undefined as never }),
      REPLICA,
      "The replica is reachable from the Internet.",
    ],
    "two servers that nothing joins": [
      changed(data, { [JOINED]: undefined }),
      SERVER,
      `No virtual endpoint joins it and ${REPLICA}: their roles cannot be switched.`,
      [JOINED],
    ],
    "an account without a policy": [
      changed(data, { [POLICY]: undefined }),
      ACCOUNT,
      "No policy copies its blobs to northeurope.",
      [ACCOUNT_TWO, CONTAINER, POLICY],
    ],
    "a container that the policy forgets": [
      changed(data, {
        "azurerm_storage_container.invoices": { name: "invoices", storage_account_id: `\${${ACCOUNT}.id}` },
      }),
      "azurerm_storage_container.invoices",
      "No rule copies its blobs to northeurope.",
    ],
    "a policy for new blobs only": [
      policy({ copy_blobs_created_after: "OnlyNewObjects" }),
      POLICY,
      "What was there before the policy is not copied: copy_blobs_created_after is OnlyNewObjects.",
    ],
    "which is what the provider makes of a policy that says nothing": [
      policy({ copy_blobs_created_after: undefined as never }),
      POLICY,
      "What was there before the policy is not copied: copy_blobs_created_after is OnlyNewObjects.",
    ],
    "a policy for some names": [
      policy({ filter_out_blobs_with_prefix: ["public/"] }),
      POLICY,
      "Only blobs that begin with public/ are copied.",
    ],
    "an account without a change feed": [
      withArguments(data, ACCOUNT, { blob_properties: { versioning_enabled: true } }),
      ACCOUNT,
      "Azure replicates by its change feed, which it does not keep.",
    ],
    "a target without versions": [
      withArguments(data, ACCOUNT_TWO, { blob_properties: {} }),
      ACCOUNT_TWO,
      "Azure replicates by its versions, which it does not keep.",
    ],
    "a registry of one region": [
      withArguments(data, REGISTRY, {
        georeplications: [{ location: "francecentral", zone_redundancy_enabled: true }],
      }),
      REGISTRY,
      "Its images are not replicated to northeurope.",
    ],
    "a registry whose replica stands in one zone": [
      withArguments(data, REGISTRY, { georeplications: [{ location: "North Europe" }] }),
      REGISTRY,
      "Its replica in northeurope stands in one zone.",
    ],
    "secrets in one region": [
      changed(data, { [VAULT_TWO]: undefined }),
      VAULT,
      "No vault stands in northeurope: what runs there reads its secrets across regions.",
    ],
  }),
  "a policy to an account at home copies nothing there, and leaves another account without a copy": row(
    "cold-standby",
    withArguments(data, ACCOUNT_TWO, { location: "westeurope" }),
    {
      pass: without(ofData, ACCOUNT, ACCOUNT_TWO, CONTAINER, POLICY),
      fail: {
        [ACCOUNT]: "No policy copies its blobs to northeurope.",
        [ACCOUNT_TWO]: "No policy copies its blobs to northeurope.",
      },
    },
  ),
  "a virtual endpoint made of names comes before what it joins": row(
    "cold-standby",
    changed(data, {
      [SERVER]: { ...data[SERVER], resource_group_name: "rg" },
      [REPLICA]: { ...data[REPLICA], resource_group_name: "rg" },
      [JOINED]: {
        ...data[JOINED],
        replica_server_id:
          "/subscriptions/${var.subscription_id}/resourceGroups/rg/providers/Microsoft.DBforPostgreSQL/flexibleServers/psql-neu",
      },
    }),
    { pass: without(ofData, JOINED), fail: { [JOINED]: `Nothing says that it is made after ${REPLICA}.` } },
  ),
  "unless it says what it waits for": row(
    "cold-standby",
    changed(data, {
      [SERVER]: { ...data[SERVER], resource_group_name: "rg" },
      [REPLICA]: { ...data[REPLICA], resource_group_name: "rg" },
      [JOINED]: {
        ...data[JOINED],
        depends_on: [REPLICA],
        replica_server_id:
          "/subscriptions/${var.subscription_id}/resourceGroups/rg/providers/Microsoft.DBforPostgreSQL/flexibleServers/psql-neu",
      },
    }),
    { pass: ofData },
  ),
  "after a failover the endpoint is read the other way round": row(
    "cold-standby",
    withArguments(data, JOINED, {
      source_server_id: `\${${REPLICA}.id}`,
      replica_server_id: `\${${SERVER}.id}`,
    }),
    { pass: ofData },
  ),
  "whom a replica follows, and what a policy copies, may not be known": row(
    "cold-standby",
    changed(withArguments(data, REPLICA, { source_server_id: "${local.nothing}" }), {
      [JOINED]: undefined,
      [POLICY]: { ...data[POLICY], source_storage_account_id: "${local.nothing}" },
    }),
    {
      pass: [REGISTRY, VAULT],
      unknown: {
        [SERVER]: "Whether a server in northeurope replicates it is not known before apply.",
        [ACCOUNT]: "Whether its blobs are copied to northeurope is not known before apply.",
      },
    },
  ),
  "a store of another kind is nobody's to judge": row(
    "cold-standby",
    changed(data, { "azurerm_mssql_database.d": { name: "d" } }),
    {
      pass: ofData,
      unknown: { "azurerm_mssql_database.d": "Whether northeurope has a copy of it is not judged." },
    },
  ),
});
