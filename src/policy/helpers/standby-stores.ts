import { normalLocation } from "../../azure/regions";
import { UNKNOWN } from "../../plan/reference";
import type { Part, Resource } from "../../plan/resource";
import { blobAccounts, restorable } from "../../promise/stored";
import { BACKUP_INSTANCES } from "../../promise/vault-copies";
import { contentsOf } from "../../reach/evidence-stores";
import { target } from "../../reach/network";
import { VAULT } from "../../reach/paas";
import { lacksZones } from "../../reach/zones";
import type { RuleContext } from "../rule";
import { judgeAccess } from "./standby-access";
import { isThere, type Standby } from "./standby-region";

const REPLICATION = "azurerm_storage_object_replication";
const REGISTRY = "azurerm_container_registry";
/** What is read to judge them, beside the stores. */
export const STORE_TYPES = ["azurerm_storage_container", REPLICATION, REGISTRY, VAULT];

/** Judges what holds blobs, images and secrets, and says of which stores nobody judges the copy. */
export function judgeStores(context: RuleContext, standby: Standby): void {
  const here = (one: Resource) => !isThere(one, standby);
  for (const one of blobAccounts(context.graph).filter(here)) judgeBlobs(context, one, standby);
  for (const one of context.resources(REGISTRY).filter(here)) {
    judgeRegistry(context, one, standby);
    judgeAccess(context, one);
  }
  const vaults = context.resources(VAULT);
  const there = vaults.filter((one) => !here(one));
  for (const one of vaults.filter(here))
    if (there.length > 0) context.pass(one, "location");
    else
      context.fail(
        one,
        "location",
        `No vault stands in ${standby.region}: what runs there reads its secrets across regions.`,
        {
          fix: "Add a vault of its own to the region, seeded with the same names.",
        },
      );
  for (const one of restorable(context.graph).filter(here))
    if (!(one.type in BACKUP_INSTANCES))
      context.unknown(one, "replica", `Whether ${standby.region} has a copy of it is not judged.`);
}

/**
 * Blobs are copied by a policy between two accounts, container by container.
 *
 * @see https://learn.microsoft.com/azure/storage/blobs/object-replication-overview
 */
function judgeBlobs(context: RuleContext, account: Resource, standby: Standby): void {
  const of = context.graph.by(REPLICATION, "source_storage_account_id").get(account) ?? [];
  const policies = of.flatMap((policy) => {
    const to = target(policy.refs("destination_storage_account_id")[0], account.type);
    return to && isThere(to, standby) ? [{ policy, to }] : [];
  });
  if (policies.length === 0) {
    const open = context
      .resources(REPLICATION)
      .some(
        (one) =>
          !target(one.refs("source_storage_account_id")[0], account.type) ||
          !target(one.refs("destination_storage_account_id")[0], account.type),
      );
    if (open)
      context.unknown(
        account,
        "object_replication",
        `Whether its blobs are copied to ${standby.region} is not known before apply.`,
      );
    else
      context.fail(account, "object_replication", `No policy copies its blobs to ${standby.region}.`, {
        fix: `Add an ${REPLICATION} to an account in ${standby.region}, with a rule for every container.`,
      });
    return;
  }
  judgeSetting(context, account, "blob_properties.versioning_enabled", "its versions");
  judgeSetting(context, account, "blob_properties.change_feed_enabled", "its change feed");
  for (const { policy, to } of policies) {
    judgeSetting(context, to, "blob_properties.versioning_enabled", "its versions");
    for (const rule of policy.blocks("rules")) judgeRule(context, rule);
  }
  const copied = policies.flatMap(({ policy }) => policy.blocks("rules"));
  const names = copied.map((one) => one.value("source_container_name"));
  for (const container of contentsOf(account, "azurerm_storage_container")) {
    const name = container.value("name");
    if (name !== UNKNOWN && names.includes(name)) context.pass(container, "name");
    else if (name === UNKNOWN || names.includes(UNKNOWN) || policies.some(({ policy }) => policy.isUnknown("rules")))
      context.unknown(
        container,
        "name",
        `Whether its blobs are copied to ${standby.region} is not known before apply.`,
      );
    else
      context.fail(container, "name", `No rule copies its blobs to ${standby.region}.`, {
        fix: "Add a rule for the container to the replication policy.",
      });
  }
}

function judgeSetting(context: RuleContext, account: Resource, path: string, what: string): void {
  context.expect(
    account,
    path,
    (value) => value === true,
    () => `Azure replicates by ${what}, which it does not keep.`,
  );
}

function judgeRule(context: RuleContext, rule: Part): void {
  context.expect(
    rule,
    "copy_blobs_created_after",
    (value) => value === "Everything",
    (value) => `What was there before the policy is not copied: copy_blobs_created_after is ${value}.`,
  );
  const path = "filter_out_blobs_with_prefix";
  if (rule.wasWritten(path) && rule.value(path) === UNKNOWN) context.unknown(rule, path);
  else if (rule.texts(path).length > 0)
    context.fail(rule, path, `Only blobs that begin with ${rule.texts(path).join(", ")} are copied.`, {
      fix: "Copy every blob of the container.",
    });
  else context.pass(rule, path);
}

function judgeRegistry(context: RuleContext, registry: Resource, { region }: Standby): void {
  const path = "georeplications";
  const copies = registry.blocks(path).filter((one) => normalLocation(one.text("location") ?? "") === region);
  if (copies.length === 0) {
    if (registry.isUnknown(path)) context.unknown(registry, path);
    else
      context.fail(registry, path, `Its images are not replicated to ${region}.`, {
        fix: `Add georeplications with location = "${region}" and zone_redundancy_enabled = true.`,
      });
  }
  for (const copy of copies)
    if (lacksZones(region)) context.pass(copy, "location");
    else
      context.expect(
        copy,
        "zone_redundancy_enabled",
        (value) => value === true,
        () => `Its replica in ${region} stands in one zone.`,
      );
}
