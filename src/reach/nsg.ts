import { contains, parseCidr } from "../config/cidr";
import type { PlanGraph } from "../plan/graph";
import { asList } from "../plan/json";
import { append } from "../plan/multimap";
import { UNKNOWN } from "../plan/reference";
import type { Part, Resource } from "../plan/resource";
import { named } from "./network";
import { wideAmong } from "./wide-ranges";

/** One security rule, inline or on its own. */
export interface SecurityRule {
  readonly part: Part;
  readonly name: string;
  readonly priority: number;
  readonly direction: string;
  readonly access: string;
  readonly protocol: string;
  readonly sources: readonly string[];
  readonly destinations: readonly string[];
  readonly ports: readonly PortRange[];
  /** True where it speaks about every port that something may come from. */
  readonly fromAnyPort: boolean;
  /** False when something that decides is not known before apply. */
  readonly known: boolean;
}

/** An inclusive range of ports. */
export type PortRange = readonly [from: number, to: number];

const ALL_PORTS: PortRange = [0, 65535];

/** Azure does not tell capital letters from small ones. */
const CASED: Readonly<Record<string, string>> = {
  allow: "Allow",
  deny: "Deny",
  inbound: "Inbound",
  outbound: "Outbound",
};

function ports(texts: readonly string[]): PortRange[] {
  return texts.map((one): PortRange => {
    if (one === "*") return ALL_PORTS;
    const [from = 0, to = from] = one.split("-").map(Number);
    return [from, to];
  });
}

/** True where a source, or how many there are, is not known before apply; the address of something here is no such. */
function hasOpenSources(part: Part): boolean {
  const [one, list] = ["source_address_prefix", "source_address_prefixes"];
  const open =
    [part.value(one), part.value(list)].includes(UNKNOWN) ||
    part.texts(list).some((text) => text.includes("${")) ||
    asList(part.written.unknown?.[list]).includes(true);
  const led = [...part.refs(one), ...part.refs(list)].filter(({ kind }) => kind !== "outside");
  return open && (led.length === 0 || !led.every((to) => to.kind === "resource" && to.resource.mode === "managed"));
}

/** A client chooses the port that it comes from: a rule about one of them says nothing of the others. */
function isFromAnyPort(part: Part): boolean {
  const [one, list] = [part.value("source_port_range"), part.value("source_port_ranges")];
  if (one === undefined && list === undefined) return true;
  const written = [...(typeof one === "string" ? [one] : []), ...part.texts("source_port_ranges")];
  return ports(written).some((range) => range[0] <= 1 && range[1] >= ALL_PORTS[1]);
}

function read(part: Part): SecurityRule {
  const list = (one: string) => [...(part.text(one) ? [part.text(one)!] : []), ...part.texts(`${one}es`)];
  const portList = [
    ...(part.text("destination_port_range") ? [part.text("destination_port_range")!] : []),
    ...part.texts("destination_port_ranges"),
  ];
  const priority = part.value("priority");
  const decides = ["access", "direction", "priority", "source_address_prefix", "destination_port_range"];
  return {
    part,
    name: part.text("name") ?? "",
    priority: typeof priority === "symbol" ? Number.NaN : Number(priority ?? Number.NaN),
    direction: CASED[(part.text("direction") ?? "").toLowerCase()] ?? "",
    access: CASED[(part.text("access") ?? "").toLowerCase()] ?? "",
    protocol: part.text("protocol") ?? "*",
    sources: list("source_address_prefix"),
    destinations: list("destination_address_prefix"),
    ports: ports(portList),
    fromAnyPort: isFromAnyPort(part),
    known: !part.uncertain && !hasOpenSources(part) && decides.every((one) => part.value(one) !== UNKNOWN),
  };
}

const GROUP = "azurerm_network_security_group";

/** Rules that are resources of their own, by their group; those whose group is not here, by what they call it. */
function separateRules(graph: PlanGraph): ReadonlyMap<Resource | string, readonly Part[]> {
  return graph.once("separate security rules", () => {
    const index = new Map<Resource | string, Part[]>();
    for (const one of graph.of("azurerm_network_security_rule")) {
      const owner = named(one, GROUP, "network_security_group_name");
      const [group, name] = [one.text("resource_group_name"), one.text("network_security_group_name")];
      const elsewhere = owner?.address ?? (name === undefined ? one.address : `${group ?? ""}/${name}`);
      append(index, owner?.mode === "managed" ? owner : elsewhere, one);
    }
    return index;
  });
}

const inOrder = (parts: readonly Part[]) => parts.map(read).sort((a, b) => a.priority - b.priority);

/** All rules of a security group, highest priority first. */
export function securityRules(graph: PlanGraph, group: Resource): readonly SecurityRule[] {
  return graph.once(`security rules ${group.address}`, () =>
    inOrder([...group.blocks("security_rule"), ...(separateRules(graph).get(group) ?? [])]),
  );
}

/** The rules of each group that is not here, highest priority first. */
export function rulesOfGroupsElsewhere(graph: PlanGraph): readonly (readonly SecurityRule[])[] {
  return [...separateRules(graph)].flatMap(([group, rules]) => (typeof group === "string" ? [inOrder(rules)] : []));
}

function isEvery(prefix: string): boolean {
  return prefix === "*" || prefix.toLowerCase() === "any";
}

/** True for a source that stands for anyone: any address, or the whole Internet. */
export function isAnyone(source: string): boolean {
  return isEvery(source) || source.toLowerCase() === "internet" || /\/0$/.test(source);
}

/** Tags that stand for what any customer of Azure runs. */
const ANY_CUSTOMER = /^azurecloud(\.|$)/i;

/** True for sources that together stand for anyone: the Internet, ranges as wide as it, or any customer of Azure. */
export function letAnyoneIn(sources: readonly string[]): boolean {
  return sources.some((one) => isAnyone(one) || ANY_CUSTOMER.test(one)) || wideAmong(sources) !== undefined;
}

/**
 * The inbound rules that let the whole Internet in, or may: allow rules that no earlier deny covers. A deny covers an
 * allow when it speaks about every source, every destination of it, its protocol and all of its ports.
 */
export function openToInternet(rules: readonly SecurityRule[]): SecurityRule[] {
  const inbound = rules.filter(({ part, direction }) => direction === "Inbound" || part.value("direction") === UNKNOWN);
  const denies: SecurityRule[] = [];
  const open: SecurityRule[] = [];
  for (const one of inbound) {
    const anyone = hasOpenSources(one.part) || letAnyoneIn(one.sources);
    if (one.access === "Deny") denies.push(...(one.known ? [one] : []));
    else if (anyone && !denies.some((deny) => covers(deny, one))) open.push(one);
  }
  return open;
}

/** IPv4 and IPv6 are told apart where a range says which: all of one is nothing of the other. */
function coversSources(deny: readonly string[], allow: readonly string[]): boolean {
  if (deny.some((one) => isAnyone(one) && !one.includes("/"))) return true;
  const six = (one: string) => one.includes(":");
  const wide = deny.filter(isAnyone);
  return allow.every((one) => (six(one) ? wide.some(six) : wide.some((each) => !six(each))));
}

function covers(deny: SecurityRule, allow: SecurityRule): boolean {
  const anySource = deny.fromAnyPort && coversSources(deny.sources, allow.sources);
  const anyDestination =
    deny.destinations.some(isEvery) ||
    (allow.destinations.length > 0 && allow.destinations.every((one) => deny.destinations.includes(one)));
  const protocol = deny.protocol === "*" || deny.protocol.toLowerCase() === allow.protocol.toLowerCase();
  return anySource && anyDestination && protocol && allow.ports.every((range) => within(range, deny.ports));
}

/** True when a range lies in one of the ranges. */
export function within(range: PortRange, ranges: readonly PortRange[]): boolean {
  return ranges.some(([from, to]) => from <= range[0] && range[1] <= to);
}

const PRIVATE = ["10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "100.64.0.0/10"].flatMap(
  (one) => parseCidr(one) ?? [],
);
const INSIDE = new Set(["virtualnetwork", "azureloadbalancer"]);

/** True for a source that is not of the Internet: a private range, the network itself, Azure's load balancer. */
function isInside(source: string): boolean {
  const range = parseCidr(source);
  return INSIDE.has(source.toLowerCase()) || (range !== undefined && PRIVATE.some((one) => contains(one, range)));
}

/** Who of the outside rules let in on a TCP port. */
export interface LetIn {
  /** As they are written. */
  readonly sources: readonly string[];
  /** Those that an earlier rule keeps out. */
  readonly but: readonly string[];
  /** True when a rule that may let more in is not known before apply. */
  readonly doubt: boolean;
}

/** Who of the outside rules, in their order, let in on a TCP port; a rule that denies everybody ends the list. */
export function lettingIn(rules: readonly SecurityRule[], port: number): LetIn {
  const sources: string[] = [];
  const but: string[] = [];
  let doubt = false;
  for (const rule of rules) {
    doubt ||= !rule.known;
    if (!rule.known || rule.direction !== "Inbound" || !within([port, port], rule.ports)) continue;
    if (rule.protocol !== "*" && rule.protocol.toLowerCase() !== "tcp") continue;
    if (rule.access === "Allow") sources.push(...rule.sources.filter((one) => !isInside(one)));
    else if (!rule.fromAnyPort) continue;
    else if (rule.sources.some(isAnyone)) break;
    else but.push(...rule.sources.filter((one) => !isInside(one)));
  }
  return { sources, but, doubt };
}
