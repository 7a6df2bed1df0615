import type { PlanGraph } from "../plan/graph";
import { leadsTo } from "../plan/reference";
import type { Part, Resource } from "../plan/resource";
import { STANCES } from "../stages/stances";
import { target } from "./network";
import { networkRulesOf, rulesOfUnknownAccounts } from "./network-rules";

const ACCOUNT = "azurerm_storage_account";

/** True for a storage account. */
export function isAccount({ type }: Resource): boolean {
  return type === ACCOUNT;
}

/** What a product keeps in a storage account. */
const CONTENT = [
  "azurerm_storage_container",
  "azurerm_storage_data_lake_gen2_filesystem",
  "azurerm_storage_queue",
  "azurerm_storage_share",
  "azurerm_storage_table",
] as const;

/** The things of a type, or of any, in a storage account: those that lead to it, or have its name. */
export function contentsOf(account: Resource, ...types: readonly (typeof CONTENT)[number][]): readonly Resource[] {
  const name = account.text("name");
  return account.graph.of(...(types.length > 0 ? types : CONTENT)).filter((one) => {
    const ways = [...one.refs("storage_account_id"), ...one.refs("storage_account_name")];
    return (
      ways.some((way) => leadsTo(way, account)) || (name !== undefined && one.text("storage_account_name") === name)
    );
  });
}

/** True where something may be in any account, because nobody knows yet in which one it is. */
function isOfAnyAccount(one: Resource): boolean {
  return [...one.refs("storage_account_id"), ...one.refs("storage_account_name")].some(
    ({ kind }) => kind === "unknown",
  );
}

/** Storage accounts that a workspace's logs are exported to, by a rule that is on. */
function logDestinations(graph: PlanGraph): ReadonlySet<Resource> {
  return graph.once("log destinations", () => {
    const rules = graph.of("azurerm_log_analytics_data_export_rule").filter((one) => one.value("enabled") === true);
    return new Set(rules.flatMap((one) => target(one.refs("destination_resource_id")[0], ACCOUNT) ?? []));
  });
}

/** Nobody can change what is in it, for as long as Production demands of logs. */
function keepsForLong(account: Resource): boolean {
  const [policy] = account.blocks("immutability_policy");
  const days = policy?.value("period_since_creation_in_days");
  const state = policy?.text("state") ?? "";
  return (
    ["Locked", "Unlocked"].includes(state) &&
    (typeof days === "number" ? days : 0) >= STANCES.production.recovery.evidenceDays
  );
}

/**
 * True for an account that is only there to keep logs: they are exported to it, or nobody can change what is in it for as
 * long as logs are evidence. One in which the product keeps anything is not, whatever else it is for.
 */
export function keepsLogs(account: Resource): boolean {
  const { graph } = account;
  if (contentsOf(account).length > 0 || graph.of(...CONTENT).some(isOfAnyAccount)) return false;
  return logDestinations(graph).has(account) || keepsForLong(account);
}

/**
 * Storage accounts that Azure Monitor exports logs to and that let nobody else in: it comes as a trusted service, which
 * needs the public endpoint, with a default of Deny and no address allowed.
 *
 * @see https://learn.microsoft.com/azure/azure-monitor/logs/logs-data-export
 */
export function evidenceStores(graph: PlanGraph): ReadonlySet<Resource> {
  return graph.once(
    "evidence stores",
    () => new Set([...logDestinations(graph)].filter((one) => keepsLogs(one) && letsNobodyIn(one))),
  );
}

function letsNobodyIn(store: Resource): boolean {
  const rules = networkRulesOf(store);
  return rules.length > 0 && rules.every(isClosed) && rulesOfUnknownAccounts(store).length === 0;
}

function isClosed(rules: Part): boolean {
  return (
    rules.text("default_action") === "Deny" &&
    ["ip_rules", "virtual_network_subnet_ids", "private_link_access"].every((path) => rules.refs(path).length === 0) &&
    rules.texts("ip_rules").length === 0 &&
    rules.blocks("private_link_access").length === 0
  );
}
