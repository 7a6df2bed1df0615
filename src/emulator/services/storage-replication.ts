import type { Azure, Write } from "../arm/azure";
import type { TypeBehaviour } from "../arm/behaviour";
import { keyOf, within } from "../arm/id";
import { Refusal } from "../arm/refusal";
import { at, fill, type Json, object, objects, text } from "../json";

const POLICY = "Microsoft.Storage/storageAccounts/objectReplicationPolicies";
const MOST_RULES = 10;
const MOST_POLICIES = 2;

/** The code: https://github.com/recognizegroup/terraform/pull/461 */
const refused = (says: string) => new Refusal(400, "InvalidRequestPropertyValue", says);

const blobsOf = ({ store }: Azure, account: string) => store.get(`${account}/blobServices/default`)?.body;
const sourceOf = (policy: Json) => text(at(policy, "properties.sourceAccount"));
const destinationOf = (policy: Json) => text(at(policy, "properties.destinationAccount"));
const isVersioned = (blobs: unknown) => at(blobs, "properties.isVersioningEnabled") === true;
const hasFeed = (blobs: unknown) => at(blobs, "properties.changeFeed.enabled") === true;

/**
 * A policy is made at the destination, as `default`, where it gets its id and those of its rules; with these it is made at
 * the source.
 *
 * @see https://learn.microsoft.com/azure/storage/blobs/object-replication-overview
 */
export const objectReplicationPolicies: TypeBehaviour = {
  type: POLICY,
  named: (id, azure) => (id.name === "default" ? azure.newId(id.text) : id.name),
  check: ({ azure, id, body, before }) => {
    const [source, destination] = [sourceOf(body), destinationOf(body)];
    const isSource = keyOf(id.parent) === keyOf(source);
    const rules = objects(at(body, "properties.rules"));
    if (rules.length > MOST_RULES) throw refused(`A policy has at most ${MOST_RULES} rules, got ${rules.length}.`);
    for (const account of [source, destination])
      if (!isVersioned(blobsOf(azure, account)))
        throw refused(`Blob versioning must be enabled on ${account} for object replication.`);
    if (!hasFeed(blobsOf(azure, source)))
      throw refused(`Change feed must be enabled on ${source} for object replication.`);
    for (const rule of rules)
      for (const [account, key] of [
        [source, "sourceContainer"],
        [destination, "destinationContainer"],
      ] as const)
        if (!azure.store.has(`${account}/blobServices/default/containers/${text(rule[key])}`))
          throw refused(`The container ${text(rule[key])} of ${account} must exist before a rule names it.`);
    if (isSource && !azure.store.has(`${destination}/objectReplicationPolicies/${id.name}`))
      throw refused(`The policy ${id.name} must be created on the destination account first.`);
    const others = azure.store
      .ofType(POLICY)
      .filter((one) => keyOf(one.id) !== keyOf(id.text) && within(one.id, id.parent));
    if (
      !before &&
      others.some(
        (one) => keyOf(sourceOf(one.body)) === keyOf(source) && keyOf(destinationOf(one.body)) === keyOf(destination),
      )
    )
      throw refused("There is a policy between the two accounts.");
    const same = others.filter((one) => (keyOf(sourceOf(one.body)) === keyOf(id.parent)) === isSource);
    if (!before && same.length >= MOST_POLICIES)
      throw refused(`An account is ${isSource ? "source" : "destination"} of at most ${MOST_POLICIES} policies.`);
  },
  fill: ({ azure, id, body }) => {
    fill(object(body["properties"]), { policyId: id.name, enabledTime: azure.now().toISOString() });
    for (const rule of objects(at(body, "properties.rules"))) fill(rule, { ruleId: azure.newId(`rule ${id.text}`) });
  },
};

/** Versions and change feed stay on as long as blobs are replicated. */
export function refuseWhatReplicationNeeds({ azure, id, body }: Write): void {
  const own = azure.store.ofType(POLICY).filter((one) => within(one.id, id.parent));
  if (own.length > 0 && !isVersioned(body))
    throw refused(
      "The value 'False' is not allowed for property isVersioningEnabled because Object Replication is enabled.",
    );
  if (own.some((one) => keyOf(sourceOf(one.body)) === keyOf(id.parent)) && !hasFeed(body))
    throw refused("The value 'False' is not allowed for property Change Feed because Object Replication is enabled.");
}
