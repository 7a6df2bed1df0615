import { type Filter, factOf } from "../azure";
import { UNKNOWN } from "../plan/reference";
import type { Part, Resource } from "../plan/resource";
import { callersListed } from "./filter-lists";
import { networkRulesOf, rulesOfUnknownAccounts } from "./network-rules";
import { isOpenList } from "./open-lists";
import { ownRules, rulesOfUnknownServers } from "./server-rules";

/** What one setting says of who gets as far as the sign-in of a service by its public side. */
export interface Admission {
  /** Where it is said. */
  readonly part: Part;
  readonly path: string;
  /** `rules`: those that firewall rules of their own name. `some`: its callers, and those that it trusts. */
  readonly to: "nobody" | "rules" | "some" | "everybody" | "not known";
  /** Addresses that stand in its lists, and where an entry of a list leads. */
  readonly callers: readonly string[];
}

/** The public side of a service: whether its switch is known, and what else says who may come. */
export interface Admissions {
  readonly switchKnown: boolean;
  readonly admissions: readonly Admission[];
}

function one(part: Part, path: string, to: Admission["to"], callers: readonly string[] = []): Admission {
  return { part, path, to, callers };
}

/** Reads who gets as far as the sign-in of a service by its public side. */
export function admissionsOf(service: Resource): Admissions {
  const { path = "", off, closedByDefault = false, filter } = factOf(service.type, "publicSide") ?? {};
  const value = path === "" ? undefined : service.value(path);
  const switchKnown = value !== UNKNOWN;
  if (path !== "" && (value === off || (value === undefined && closedByDefault)))
    return { switchKnown, admissions: [one(service, path, "nobody")] };
  if (service.refs("delegated_subnet_id").length > 0)
    return { switchKnown: true, admissions: [one(service, "delegated_subnet_id", "nobody")] };
  const filtered = throughFilter(service, path, filter);
  // What nobody filters may still be off.
  const admissions = switchKnown
    ? filtered
    : filtered.map((each) => (each.to === "everybody" ? one(service, path, "not known") : each));
  return { switchKnown, admissions };
}

function throughFilter(service: Resource, path: string, filter: Filter | undefined): readonly Admission[] {
  if (service.type === "azurerm_cosmosdb_account") return [cosmos(service)];
  switch (filter?.kind) {
    case "rules":
      return [serverRules(service, path, filter.openWhenNone === true)];
    case "default-action":
      return byDefaultAction(service, filter);
    case "lists":
      return [lists(service, filter.paths)];
    default:
      return [one(service, path, "everybody")];
  }
}

function serverRules(server: Resource, path: string, openWhenNone: boolean): Admission {
  if (!openWhenNone || ownRules(server).length > 0) return one(server, path, "rules");
  return one(server, path, rulesOfUnknownServers(server).length > 0 ? "not known" : "everybody");
}

type DefaultAction = Extract<Filter, { readonly kind: "default-action" }>;

function byDefaultAction(service: Resource, { block, ips }: DefaultAction): readonly Admission[] {
  const account = service.type === "azurerm_storage_account";
  const rules = account ? networkRulesOf(service) : service.blocks(block).slice(0, 1);
  if (rules.length > 0)
    return rules.map((part) => {
      const action = part.value("default_action");
      const to = action === UNKNOWN ? "not known" : action === "Deny" ? "some" : "everybody";
      return one(part, "default_action", to, part.texts(ips));
    });
  const perhaps = service.isUnknown(block) || (account && rulesOfUnknownAccounts(service).length > 0);
  return [one(service, `${block}.default_action`, perhaps ? "not known" : "everybody")];
}

function lists(service: Resource, paths: readonly string[]): Admission {
  const { callers, path, open } = callersListed(service, paths);
  return one(service, path, open ? "not known" : callers.length > 0 ? "some" : "everybody", callers);
}

/** Its networks count only while their filter is on, and addresses filter by themselves. */
function cosmos(account: Resource): Admission {
  const path = "ip_range_filter";
  const callers = account.texts(path);
  const networks = account.value("is_virtual_network_filter_enabled");
  if (isOpenList(account, path)) return one(account, path, "not known", callers);
  if (callers.length > 0 || networks === true) return one(account, path, "some", callers);
  return one(account, path, networks === UNKNOWN ? "not known" : "everybody");
}
