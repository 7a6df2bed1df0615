import type { Part, Resource } from "../plan/resource";

const SEPARATE = "azurerm_storage_account_network_rules";

/**
 * What says who may reach a storage account: its own block, and resources of their own, which overwrite each other.
 *
 * @see https://learn.microsoft.com/azure/storage/common/storage-network-security
 */
export function networkRulesOf(account: Resource): readonly Part[] {
  const separate = account.graph.by(SEPARATE, "storage_account_id").get(account) ?? [];
  // A plan shows the account's block although nobody wrote it: it is what the separate resource made of it before.
  const own = separate.length > 0 && !account.wasWritten("network_rules") ? [] : account.blocks("network_rules");
  return [...own, ...separate];
}

/** Network rules of which nobody knows yet whose they are: they may be any account's. */
export function rulesOfUnknownAccounts({ graph }: Resource): readonly Resource[] {
  return graph.once("network rules of nobody", () =>
    graph.of(SEPARATE).filter((one) => one.ref("storage_account_id").kind === "unknown"),
  );
}
