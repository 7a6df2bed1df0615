import type {
  FirewallPolicyRuleCollectionGroupApplicationRuleCollectionRule as ApplicationRule,
  FirewallPolicyRuleCollectionGroupNetworkRuleCollectionRule as NetworkRule,
} from "@cdktf/provider-azurerm/lib/firewall-policy-rule-collection-group";
import { BadInput, type Problem } from "../src/errors";

/**
 * Tiers of Azure Firewall. Basic takes 250 Mbit/s, has no DNS proxy, so no host names in network rules, and only alerts
 * on addresses known to be bad.
 *
 * @see https://learn.microsoft.com/azure/firewall/features-by-sku
 */
export type FirewallTier = "Basic" | "Standard";

/** Host names, a leading `*.` standing for any name below, or one service tag of Azure. */
export type EgressTarget =
  | {
      /** Host names, `*.` at the start for any name below. */
      readonly fqdns: readonly string[];
    }
  | {
      /** For example `AzureMonitor`. */
      readonly tag: string;
    };

/** One thing that may leave the network over TCP, who answers for it and why. */
export interface EgressRule {
  /** Unique among the rules of a firewall. */
  readonly name: string;
  /** Ranges that it may come from, as CIDR. */
  readonly from: readonly string[];
  /** Where it goes. */
  readonly to: EgressTarget;
  /** At least one. Names on other ports than 80 and 443 need a Standard firewall, and no wildcard. */
  readonly ports: readonly number[];
  /** Mail address. */
  readonly owner: string;
  /** What it is needed for, in words; told in the rule's description. */
  readonly why: string;
  /** Last day that it is needed, year-month-day; told in the rule's description. @default for as long as the firewall */
  readonly until?: string;
}

/** Ports on which a firewall reads the name from the request itself, and by which protocol. */
const READABLE: ReadonlyMap<number, "Http" | "Https"> = new Map([
  [80, "Http"],
  [443, "Https"],
]);

const says = ({ owner, why, until }: EgressRule) =>
  `owner: ${owner}. ${why}${until === undefined ? "" : `. until ${until}`}`;
const otherPorts = ({ ports }: EgressRule) => ports.filter((port) => !READABLE.has(port));

/** Rules by host name, for the ports on which a request names its host: exact even where hosts share an address. */
export function applicationRules(rules: readonly EgressRule[]): ApplicationRule[] {
  return rules.flatMap((rule) => {
    const protocols = rule.ports.flatMap((port) => {
      const type = READABLE.get(port);
      return type ? [{ type, port }] : [];
    });
    if (!("fqdns" in rule.to) || protocols.length === 0) return [];
    const { name, from, to } = rule;
    return [{ name, description: says(rule), protocols, sourceAddresses: [...from], destinationFqdns: [...to.fqdns] }];
  });
}

/**
 * Rules by address: service tags, and names on other ports, which the firewall resolves itself. Those let through every
 * host that shares an address with the named one.
 *
 * @see https://learn.microsoft.com/azure/firewall/fqdn-filtering-network-rules
 */
export function networkRules(rules: readonly EgressRule[]): NetworkRule[] {
  return rules.flatMap((rule) => {
    const ports = "tag" in rule.to ? rule.ports : otherPorts(rule);
    if (ports.length === 0) return [];
    return [
      {
        name: rule.name,
        description: says(rule),
        protocols: ["TCP"],
        sourceAddresses: [...rule.from],
        destinationPorts: ports.map(String),
        ...("tag" in rule.to ? { destinationAddresses: [rule.to.tag] } : { destinationFqdns: [...rule.to.fqdns] }),
      },
    ];
  });
}

/**
 * Refuses what Azure would refuse, or take and not do.
 *
 * @throws BadInput with every problem at once
 */
export function refuseImpossible(rules: readonly EgressRule[], tier: FirewallTier): void {
  const names = rules.map(({ name }) => name);
  const twice = rules.filter(({ name }, index) => names.indexOf(name) < index);
  const problems = [
    ...twice.map(({ name }) => problem(name, "is written twice", "Give each destination a name of its own.")),
    ...rules.flatMap((rule) => problemWithPorts(rule, tier) ?? []),
  ];
  if (problems.length > 0) throw new BadInput(problems);
}

function problemWithPorts(rule: EgressRule, tier: FirewallTier): Problem | undefined {
  const place = `${rule.name}.ports`;
  if (rule.ports.length === 0) return problem(place, "must name a port, got none", "Write 443 for HTTPS.");
  const got = otherPorts(rule).join(", ");
  if ("tag" in rule.to || got === "") return undefined;
  if (tier === "Basic")
    return problem(
      place,
      `must be 80 or 443 for host names on firewall tier Basic, got ${got}`,
      "Basic reads names from HTTP and HTTPS only: take tier Standard, or a service tag.",
    );
  if (!rule.to.fqdns.some((fqdn) => fqdn.includes("*"))) return undefined;
  return problem(
    place,
    `must be 80 or 443 for host names with a wildcard, got ${got}`,
    "On other ports the firewall resolves the names itself, and a wildcard has no address: name each host.",
  );
}

function problem(place: string, says: string, fix: string): Problem {
  const path = `egress.${place}`;
  return { path, says: `${path} ${says}`, fix, control: "NET-08" };
}
