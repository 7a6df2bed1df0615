import { LOCKED, lockNote } from "../config/lock-notes";
import type { ResolvedHardened, ResolvedScale } from "../config/resolve";
import { dataGroup } from "./hardened";
import { shellWord } from "./shell-word";

/** Containers of the blobs stores, each of which has its copy under the same name. */
const containersOf = ({ stores }: ResolvedScale) =>
  stores.filter(({ type }) => type === "blobs").map(({ name }) => name);

const accountOf = (region: ResolvedHardened) =>
  `--resource-group ${dataGroup(region)} --account-name ${region.nameOf("storage_account")}`;

/** As Terraform writes it, which would make a lock with other words again. */
const note = (holds: string) => shellWord(lockNote(holds));

/**
 * Copies are read only while the policy that fills them exists, in each account that can be reached. Policies lie beneath
 * the locks of the data; Terraform would need the state, which may be in the region that is lost.
 */
export function releaseBlobs(environment: ResolvedScale, regions: readonly ResolvedHardened[]): string[] {
  if (containersOf(environment).length === 0) return [];
  return regions.flatMap((region) => {
    const account = accountOf(region);
    const group = `--name ${region.nameOf("management_lock", "data-group")} --resource-group ${dataGroup(region)}`;
    const storage = `--name ${region.nameOf("management_lock", "storage")} --resource-group ${dataGroup(region)} --resource-type Microsoft.Storage/storageAccounts --resource ${region.nameOf("storage_account")}`;
    return [
      `az lock delete ${storage}`,
      `az lock delete ${group}`,
      `for policy in $(az storage account or-policy list ${account} --query "[].policyId" --output tsv); do az storage account or-policy delete ${account} --policy-id "$policy"; done`,
      `az lock create ${storage} --lock-type CanNotDelete --notes ${note(LOCKED.storage)} --output none`,
      `az lock create ${group} --lock-type CanNotDelete --notes ${note(LOCKED.dataGroup)} --output none`,
    ];
  });
}

/** What is written in one region from now on is copied to the other, with what is there already. */
export function copyBlobs(environment: ResolvedScale, from: ResolvedHardened, to: ResolvedHardened): string[] {
  const [first, ...more] = containersOf(environment);
  if (first === undefined) return [];
  const id = (region: ResolvedHardened) =>
    `"/subscriptions/$TF_VAR_subscription_id/resourceGroups/${dataGroup(region)}/providers/Microsoft.Storage/storageAccounts/${region.nameOf("storage_account")}"`;
  const rule = (name: string) =>
    `--source-container ${name} --destination-container ${name} --min-creation-time 1601-01-01T00:00:00Z`;
  const policy = "az storage account or-policy";
  // The account that gets the copies names the policy; the other one is given it under that name.
  return [
    `POLICY="$(${policy} create ${accountOf(to)} --source-account ${id(from)} --destination-account ${id(to)} ${rule(first)} --query policyId --output tsv)"`,
    ...more.map((name) => `${policy} rule add ${accountOf(to)} --policy-id "$POLICY" ${rule(name)} --output none`),
    `${policy} show ${accountOf(to)} --policy-id "$POLICY" --output json | ${policy} create ${accountOf(from)} --policy @- --output none`,
  ];
}
