import { type Filter, factOf } from "../../azure";
import { parseCidr } from "../../config/cidr";
import { UNKNOWN } from "../../plan/reference";
import type { Part, Resource } from "../../plan/resource";
import { callersListed } from "../../reach/filter-lists";
import { networkRulesOf, rulesOfUnknownAccounts } from "../../reach/network-rules";
import { PAAS } from "../../reach/paas";
import type { RuleContext } from "../rule";

/** A range this wide, in addresses, is the Internet by another name. */
const TOO_WIDE = 2 ** 16;

/** True for an address range that lets in more than a company's own addresses. */
function isTooWide(cidr: string): boolean {
  const range = parseCidr(cidr);
  return range !== undefined && range.last - range.first + 1 > TOO_WIDE;
}

/** Judges whether the whole Internet can reach one data store. */
export function judgeStore(context: RuleContext, store: Resource): void {
  const paas = PAAS[store.type];
  if (!paas) return;
  if (store.type === "azurerm_storage_account")
    context.expect(
      store,
      "allow_nested_items_to_be_public",
      (value) => value === false,
      () => "Its containers can be opened to anyone.",
    );
  const { path, off } = paas.publicSwitch;
  const open = store.value(path);
  if (open === off) {
    context.pass(store, path);
    return;
  }
  if (store.refs("delegated_subnet_id").length > 0) {
    context.pass(store, "delegated_subnet_id");
    return;
  }
  const filter = factOf(store.type, "publicSide")?.filter;
  if (filter?.kind === "rules" && !filter.openWhenNone) {
    context.pass(store, path, "Its firewall rules say who comes in.");
    return;
  }
  if (filter?.kind === "default-action") {
    judgeDefault(context, store, filter, paas.noun);
    return;
  }
  if (store.type === "azurerm_cosmosdb_account") {
    judgeCosmos(context, store);
    return;
  }
  if (filter?.kind === "lists") {
    judgeLists(context, store, filter.paths, paas.noun);
    return;
  }
  if (open === UNKNOWN) {
    context.unknown(store, path);
    return;
  }
  context.fail(store, path, `The ${paas.noun} is reachable from the whole Internet.`);
}

function judgeDefault(
  context: RuleContext,
  store: Resource,
  { block, ips }: Extract<Filter, { readonly kind: "default-action" }>,
  noun: string,
): void {
  const rules = store.type === "azurerm_storage_account" ? networkRulesOf(store) : store.blocks(block).slice(0, 1);
  for (const one of rules) judgeRules(context, one, ips, noun);
  if (rules.length > 0) return;
  const path = `${block}.default_action`;
  if (store.isUnknown(block) || (block === "network_rules" && rulesOfUnknownAccounts(store).length > 0))
    context.unknown(store, path);
  else context.fail(store, path, `The ${noun} is reachable from the whole Internet.`);
}

function judgeRules(context: RuleContext, rules: Part, ips: string, noun: string): void {
  const wide = rules.texts(ips).find(isTooWide);
  const action = rules.value("default_action");
  if (action === UNKNOWN) context.unknown(rules, "default_action");
  else if (action !== "Deny")
    context.fail(rules, "default_action", `The ${noun} is reachable from the whole Internet.`);
  else if (wide) context.fail(rules, "default_action", `The ${noun} is open to ${wide}.`);
  else context.pass(rules, "default_action");
}

function judgeLists(context: RuleContext, store: Resource, paths: readonly string[], noun: string): void {
  const { callers, path, open } = callersListed(store, paths);
  const wide = callers.find(isTooWide);
  if (wide !== undefined) context.fail(store, path, `The ${noun} is open to ${wide}.`);
  else if (open) context.unknown(store, path);
  else if (callers.length > 0) context.pass(store, path);
  else context.fail(store, path, `The ${noun} is reachable from the whole Internet.`);
}

function judgeCosmos(context: RuleContext, store: Resource): void {
  const addresses = store.texts("ip_range_filter");
  const wide = addresses.find((one) => one === "0.0.0.0" || isTooWide(one));
  const filtered = addresses.length > 0 || store.value("is_virtual_network_filter_enabled") === true;
  if (filtered && wide === undefined) context.pass(store, "ip_range_filter");
  else context.fail(store, "ip_range_filter", `The Cosmos DB account is open to ${wide ?? "the whole Internet"}.`);
}

/** Judges one firewall rule of a database server: no 0.0.0.0, which also stands for every Azure customer. */
export function judgeFirewallRules(context: RuleContext, rule: Resource): void {
  const start = rule.value("start_ip_address") ?? rule.value("start_ip");
  const end = rule.value("end_ip_address") ?? rule.value("end_ip");
  const path = rule.read("start_ip_address").state === "absent" ? "start_ip" : "start_ip_address";
  if (typeof start !== "string" || typeof end !== "string") {
    context.unknown(rule, path);
    return;
  }
  const [from, to] = [parseCidr(start), parseCidr(end)];
  if (start === "0.0.0.0" && end === "0.0.0.0") context.fail(rule, path, "It lets every Azure customer's machines in.");
  else if (!from || !to || start === "0.0.0.0" || to.last - from.first + 1 > TOO_WIDE)
    context.fail(rule, path, `It lets ${start} to ${end} in.`);
  else context.pass(rule, path);
}
