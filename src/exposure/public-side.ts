import { type Filter, factOf } from "../azure";
import type { PlanGraph } from "../plan/graph";
import type { Part, Resource } from "../plan/resource";
import { type Admission, admissionsOf } from "../reach/admissions";
import { who } from "./admitted";
import { serverRules } from "./server-rules";
import { EVERYBODY, NOT_KNOWN, sorted, targetsAt, textAt, textsAt } from "./values";

type DefaultAction = Extract<Filter, { readonly kind: "default-action" }>;

/** What the Internet sees of a platform service. */
export type Side = "off" | "on, for nobody yet" | "some callers" | "everybody" | "not known";

/** The public side of a service, and who gets as far as its sign-in. */
export interface PublicAccess {
  readonly side: Side;
  readonly from: readonly string[];
}

const OFF: PublicAccess = { side: "off", from: [] };
const ALL: PublicAccess = { side: "everybody", from: [EVERYBODY] };
/** It is reachable, and no firewall rule admits an address. */
const NOBODY_YET: PublicAccess = { side: "on, for nobody yet", from: [] };
const NOT_SAID: PublicAccess = { side: "not known", from: [NOT_KNOWN] };

/** Whom a filter lets past when nobody says. */
const USUAL_BYPASS: Readonly<Record<string, readonly string[]>> = { azurerm_storage_account: ["AzureServices"] };

/** Who reaches the public side of a platform service. */
export function publicSideOf(service: Resource): PublicAccess {
  const { switchKnown, admissions } = admissionsOf(service);
  if (admissions.every(({ to }) => to === "nobody")) return OFF;
  if (!switchKnown) return NOT_SAID;
  const filter = factOf(service.type, "publicSide")?.filter;
  if (filter?.kind === "rules") {
    const admitted = some(serverRules(service), filter.openWhenNone === true);
    return admitted.side === "off" ? NOBODY_YET : admitted;
  }
  return some(
    admissions.flatMap((one) => admitted(service, one, filter)),
    false,
  );
}

/** Whom one setting lets in, in words. */
function admitted(service: Resource, { part, to, callers }: Admission, filter: Filter | undefined): readonly string[] {
  if (to === "everybody") return part.uncertain ? [NOT_KNOWN] : [EVERYBODY];
  if (filter?.kind === "default-action")
    return part.uncertain || to === "not known" ? [NOT_KNOWN] : denied(service, part, filter);
  if (service.type === "azurerm_cosmosdb_account") {
    const whom = cosmos(part);
    return to === "not known" && whom.length === 0 ? [NOT_KNOWN] : whom;
  }
  return [...callers, ...(to === "not known" ? [NOT_KNOWN] : [])];
}

function some(from: readonly string[], openWhenNone: boolean): PublicAccess {
  if (from.length === 0) return openWhenNone ? ALL : { side: "off", from: [] };
  const whom = who(from);
  if (whom.some((one) => one === EVERYBODY)) return ALL;
  return { side: whom.every((one) => one === NOT_KNOWN) ? "not known" : "some callers", from: whom };
}

/** `ip_rules`, or an attribute of blocks such as `ip_rule.ip_range`. */
function addressesOf(rules: Part, path: string): string[] {
  const [head = "", attribute] = path.split(".");
  if (attribute === undefined) return rules.isUnknown(head) ? [NOT_KNOWN] : textsAt(rules, head);
  if (rules.isUnknown(head)) return [NOT_KNOWN];
  return rules.blocks(head).map((one) => textAt(one, attribute) ?? NOT_KNOWN);
}

/** Whom a filter lets past that denies by default. */
function denied(service: Resource, rules: Part, { ips }: DefaultAction): string[] {
  const subnets = ["virtual_network_subnet_ids", "network_rule.subnet_id", "virtual_network_rules.subnet_id"];
  const bypass = rules.read("bypass").state === "absent" ? USUAL_BYPASS[service.type] : textsAt(rules, "bypass");
  const trusted = bypass?.includes("AzureServices") || rules.value("trusted_service_access_enabled") === true;
  return [
    ...addressesOf(rules, ips),
    ...subnets.flatMap((path) => targetsAt(rules, path)),
    ...rules.blocks("private_link_access").flatMap((one) => targetsAt(one, "endpoint_resource_id")),
    ...(trusted ? ["services that Azure trusts"] : []),
  ];
}

function cosmos(account: Part): string[] {
  const addresses = textsAt(account, "ip_range_filter").map((one) =>
    one === "0.0.0.0" ? "every Azure customer" : one,
  );
  const on = account.value("is_virtual_network_filter_enabled") === true;
  return [...addresses, ...(on ? targetsAt(account, "virtual_network_rule.id") : [])];
}

/** Private endpoints of a service and the sub-resource that each is for. */
export function privateSide(graph: PlanGraph, service: Resource): string[] {
  const path = "private_service_connection.private_connection_resource_id";
  const endpoints = graph.by("azurerm_private_endpoint", path).get(service) ?? [];
  const delegated = targetsAt(service, "delegated_subnet_id").map((one) => `in ${one}`);
  return sorted([...endpoints.map((one) => one.address), ...delegated]);
}
