import { region } from "../../azure/regions";
import { isAtLeast, isStage, STAGES, type Stage } from "../../stages/stage";
import { STANCES } from "../../stages/stances";
import { formatCidr, overlaps, parseCidr } from "../cidr";
import { daysBetween, isDate } from "../dates";
import { planSubnets, type SubnetNeed, smallestNetwork, subnetsOf } from "../subnets";
import { type Check, type Draft, type Found, mapping, mappings, texts } from "./draft";

const fromPilot = (draft: Draft) => isStage(draft["stage"]) && isAtLeast(draft["stage"], "pilot");

/** DAT-01: the environment stands in a region that its own residency decision allows. */
export const residencyHoldsLocation: Check = (draft) => {
  const { location, residency } = draft;
  const allowed = texts(residency).map(([, name]) => name);
  if (!fromPilot(draft) || typeof location !== "string" || allowed.length === 0 || allowed.includes(location))
    return [];
  if (!region(location)) return [];
  return [
    {
      place: ["residency"],
      says: `residency must include the location ${location}, got ${allowed.join(", ")}`,
      fix: "Allow the region, or move the environment to an allowed one.",
      control: "DAT-01",
    },
  ];
};

const listed = (names: readonly string[]) => `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;

/** Ranges for networks that the Internet does not route. */
export const PRIVATE = ["10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16"].flatMap((range) => parseCidr(range) ?? []);
/** Ranges that Container Apps keeps for itself. @see https://learn.microsoft.com/azure/container-apps/custom-virtual-networks */
export const RESERVED = ["169.254.0.0/16", "172.30.0.0/16", "172.31.0.0/16", "192.0.2.0/24"].flatMap(
  (range) => parseCidr(range) ?? [],
);

/**
 * Addresses that the DNS private resolver cannot stand in.
 *
 * @see https://learn.microsoft.com/azure/dns/dns-private-resolver-overview#subnet-restrictions
 */
const NO_RESOLVER = { from: "10.0.1.0", to: "10.0.16.255" } as const;

/** The subnet of the resolver, where it lies among addresses that the resolver cannot have. */
function refusedResolver(network: string, needs: readonly SubnetNeed[]): string | undefined {
  const text = planSubnets(network, needs)?.["resolver"];
  const subnet = text === undefined ? undefined : parseCidr(text);
  const [from, to] = [parseCidr(`${NO_RESOLVER.from}/32`), parseCidr(`${NO_RESOLVER.to}/32`)];
  if (!subnet || !from || !to || subnet.last < from.first || subnet.first > to.last) return undefined;
  return text;
}

/** The network is private, large enough for its subnets, and none of the ranges that the platform keeps. */
export const networkFits: Check = (draft) => {
  const text = draft["network"];
  const range = typeof text === "string" ? parseCidr(text) : undefined;
  if (!fromPilot(draft) || !range) return [];
  const problem = (says: string, fix: string): Found => ({ place: ["network"], says, fix, control: "NET-03" });
  const needs = subnetsOf(draft["stage"] as Stage);
  const smallest = smallestNetwork(needs);
  if (range.prefix > smallest)
    return [
      problem(
        `network must be at least a /${smallest} to hold ${listed(needs.map(({ name }) => name))}, got ${text}`,
        "A /22 leaves room to grow, for example 10.20.0.0/22.",
      ),
    ];
  if (!PRIVATE.some((outer) => outer.first <= range.first && range.last <= outer.last))
    return [
      problem(
        `network must be a private range, got ${text}`,
        "Take one inside 10.0.0.0/8, 172.16.0.0/12 or 192.168.0.0/16.",
      ),
    ];
  const taken = RESERVED.find((reserved) => overlaps(reserved, range));
  if (taken)
    return [
      problem(
        `network must not overlap ${formatCidr(taken)}, which Container Apps keeps for itself, got ${text}`,
        "Take another range, for example 10.20.0.0/22.",
      ),
    ];
  const refused = refusedResolver(`${text}`, needs);
  if (refused !== undefined)
    return [
      problem(
        `network must keep the DNS resolver out of ${NO_RESOLVER.from} to ${NO_RESOLVER.to}, which Azure reserves; its subnet would be ${refused}, got ${text}`,
        "Take another range, for example 10.30.0.0/22.",
      ),
    ];
  return [];
};

/** NET-02: people come from addresses that are theirs, not from the whole Internet or a large part of it. */
export const operatorAddresses: Check = (draft) =>
  texts(draft["operatorsFrom"]).flatMap(([index, text]): Found[] => {
    const range = parseCidr(text);
    const place = ["operatorsFrom", index];
    if (!range) return [];
    if (range.prefix < 16)
      return [
        {
          place,
          says: `operatorsFrom[${index}] must be a /16 or smaller, got ${text}`,
          fix: "Name the addresses of your office or VPN, for example 203.0.113.7/32.",
          control: "NET-02",
        },
      ];
    if (PRIVATE.some((inner) => overlaps(inner, range)))
      return [
        {
          place,
          says: `operatorsFrom[${index}] must be an address that Azure sees, got the private range ${text}`,
          fix: "Name the public addresses of your office or VPN.",
          control: "NET-02",
        },
      ];
    return [];
  });

/** OBS-01, DAT-03, DAT-04: a config may keep things longer than the stance, never shorter. */
export const retention: Check = (draft) => {
  if (!isStage(draft["stage"])) return [];
  const stance = STANCES[draft["stage"]];
  const found: Found[] = [];
  const atLeast = (place: readonly string[], value: unknown, least: number, control: string) => {
    if (typeof value === "number" && value < least)
      found.push({
        place,
        says: `${place.join(".")} must be at least ${least} days at this stage, got ${value}`,
        fix: "Keep it longer, or leave it out for the stage's value.",
        control,
      });
  };
  atLeast(
    ["logging", "retentionDays"],
    mapping(draft["logging"])["retentionDays"],
    stance.logs.retentionDays,
    "OBS-01",
  );
  for (const [name, store] of mappings(draft["stores"])) {
    atLeast(["stores", name, "backupDays"], store["backupDays"], stance.database.backupDays, "DAT-03");
    atLeast(["stores", name, "softDeleteDays"], store["softDeleteDays"], stance.storage.softDeleteDays, "DAT-04");
  }
  return found;
};

/** GOV-03: the old environment goes after the decision, and soon. */
export const previousEnds: Check = (draft) => {
  const destroyBy = mapping(draft["previous"])["destroyBy"];
  const decided = mapping(draft["promotion"])["decided"];
  if (typeof destroyBy !== "string" || typeof decided !== "string" || !isDate(destroyBy) || !isDate(decided)) return [];
  const days = daysBetween(decided, destroyBy);
  if (days >= 0 && days <= 90) return [];
  return [
    {
      place: ["previous", "destroyBy"],
      says: `previous.destroyBy must be within 90 days after the decision (${decided}), got ${destroyBy}`,
      fix: "An old environment that nobody ends becomes the one that nobody watches.",
      control: "GOV-03",
    },
  ];
};

/** GOV-03: a gate is gone through from the stage below it; none is skipped. */
export const noSkippedGate: Check = (draft) => {
  const { stage, promotion } = draft;
  const from = mapping(promotion)["from"];
  const below = isStage(stage) ? STAGES[STAGES.indexOf(stage) - 1] : undefined;
  if (below === undefined || typeof from !== "string" || from.endsWith(`-${below}`)) return [];
  return [
    {
      place: ["promotion", "from"],
      says: `promotion.from must be an environment at ${below}, the stage below, got ${from}`,
      fix: "Each gate opens the next stage: promote one at a time.",
      control: "GOV-03",
    },
  ];
};

/** A domain belongs to a public service, and to one. */
export const domains: Check = (draft) => {
  const owners = new Map<string, string>();
  return mappings(draft["services"]).flatMap(([name, service]): Found[] => {
    const domain = service["domain"];
    if (typeof domain !== "string") return [];
    const place = ["services", name, "domain"];
    const other = owners.get(domain);
    owners.set(domain, name);
    if (other !== undefined)
      return [
        {
          place,
          says: `services.${name}.domain is also the domain of ${other}, got ${domain}`,
          fix: "A host name leads to one service.",
        },
      ];
    if (service["exposure"] !== "public")
      return [
        {
          place,
          says: `services.${name}.domain needs exposure: public, got ${domain}`,
          fix: "Make the service public, or remove the domain.",
        },
      ];
    return [];
  });
};
