import { type Filter, factOf } from "../azure";
import type { PlanGraph } from "../plan/graph";
import { UNKNOWN } from "../plan/reference";
import type { Part, Resource } from "../plan/resource";
import { callersListed } from "../reach/filter-lists";
import { who } from "./admitted";
import { serverRules } from "./server-rules";
import { EVERYBODY, isOpen, led, listed, NOT_KNOWN, said, sorted } from "./values";

type DefaultAction = Extract<Filter, { readonly kind: "default-action" }>;

/** What the Internet sees of a platform service. */
export type Side = "off" | "on, for nobody yet" | "some callers" | "everybody" | "not known";

/** The public side of a service, and who gets as far as its sign-in. */
export interface PublicSide {
  readonly side: Side;
  readonly from: readonly string[];
}

const OFF: PublicSide = { side: "off", from: [] };
const ALL: PublicSide = { side: "everybody", from: [EVERYBODY] };
/** It is reachable, and no firewall rule admits an address. */
const NOBODY_YET: PublicSide = { side: "on, for nobody yet", from: [] };
const OPEN: PublicSide = { side: "not known", from: [NOT_KNOWN] };

/** Whom a filter lets past when nobody says. */
const USUAL_BYPASS: Readonly<Record<string, readonly string[]>> = { azurerm_storage_account: ["AzureServices"] };

/** Who reaches the public side of a platform service. */
export function publicSideOf(graph: PlanGraph, service: Resource): PublicSide {
  const door = factOf(service.type, "publicSide");
  const value = door?.path && service.value(door.path);
  if (door?.path && (value === door.off || (value === undefined && door.closedByDefault))) return OFF;
  if (service.refs("delegated_subnet_id").length > 0) return OFF;
  if (value === UNKNOWN) return OPEN;
  const filter = door?.filter;
  if (filter?.kind === "rules") {
    const admitted = some(serverRules(graph, service), filter.openWhenNone === true);
    return admitted.side === "off" ? NOBODY_YET : admitted;
  }
  if (filter?.kind === "default-action") return filtered(graph, service, filter);
  if (service.type === "azurerm_cosmosdb_account") return cosmos(service);
  if (filter?.kind !== "lists") return ALL;
  const { callers, open } = callersListed(service, filter.paths);
  return some([...callers, ...(open ? [NOT_KNOWN] : [])], true);
}

function some(from: readonly string[], openWhenNone: boolean): PublicSide {
  if (from.length === 0) return openWhenNone ? ALL : { side: "off", from: [] };
  const whom = who(from);
  if (whom.some((one) => one === EVERYBODY)) return ALL;
  return { side: whom.every((one) => one === NOT_KNOWN) ? "not known" : "some callers", from: whom };
}

/** `ip_rules`, or an attribute of blocks such as `ip_rule.ip_range`. */
function addressesOf(rules: Part, path: string): string[] {
  const [head = "", attribute] = path.split(".");
  if (attribute === undefined) return rules.isUnknown(head) ? [NOT_KNOWN] : listed(rules, head);
  if (rules.isUnknown(head)) return [NOT_KNOWN];
  return rules.blocks(head).map((one) => said(one, attribute) ?? NOT_KNOWN);
}

function filtered(graph: PlanGraph, service: Resource, { block, ips }: DefaultAction): PublicSide {
  const separate = graph.by("azurerm_storage_account_network_rules", "storage_account_id").get(service)?.[0];
  const rules = separate ?? service.blocks(block)[0];
  if (!rules) return service.isUnknown(block) ? OPEN : ALL;
  if (rules.uncertain || isOpen(rules, "default_action")) return OPEN;
  if (rules.text("default_action") !== "Deny") return ALL;
  const subnets = ["virtual_network_subnet_ids", "network_rule.subnet_id", "virtual_network_rules.subnet_id"];
  const bypass = rules.read("bypass").state === "absent" ? USUAL_BYPASS[service.type] : listed(rules, "bypass");
  const trusted = bypass?.includes("AzureServices") || rules.value("trusted_service_access_enabled") === true;
  const from = [
    ...addressesOf(rules, ips),
    ...subnets.flatMap((path) => led(rules, path)),
    ...rules.blocks("private_link_access").flatMap((one) => led(one, "endpoint_resource_id")),
    ...(trusted ? ["services that Azure trusts"] : []),
  ];
  return some(from, false);
}

function cosmos(account: Resource): PublicSide {
  const addresses = listed(account, "ip_range_filter").map((one) => (one === "0.0.0.0" ? "every Azure customer" : one));
  const subnets = led(account, "virtual_network_rule.id");
  const on = account.value("is_virtual_network_filter_enabled") === true;
  return some([...addresses, ...(on ? subnets : [])], !on);
}

/** Private endpoints of a service and the sub-resource that each is for. */
export function privateSide(graph: PlanGraph, service: Resource): string[] {
  const path = "private_service_connection.private_connection_resource_id";
  const endpoints = graph.by("azurerm_private_endpoint", path).get(service) ?? [];
  const delegated = led(service, "delegated_subnet_id").map((one) => `in ${one}`);
  return sorted([...endpoints.map((one) => one.address), ...delegated]);
}
