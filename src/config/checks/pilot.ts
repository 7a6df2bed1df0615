import { region } from "../../azure/regions";
import { isAtLeast, isStage, STAGES, type Stage } from "../../stages/stage";
import { STANCES } from "../../stages/stances";
import { overlaps, parseCidr } from "../cidr";
import { daysBetween, isDate } from "../dates";
import { type Check, type Draft, type Found, mapping, mappings, texts } from "./draft";
import { stageIn } from "./promotion";
import { PRIVATE, unfitNetwork } from "./ranges";

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

/** The network is private, large enough for its subnets, and none of the ranges that the platform keeps. */
export const networkFits: Check = (draft) =>
  fromPilot(draft) ? unfitNetwork(["network"], draft["network"], draft["stage"] as Stage) : [];

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

/** GOV-03: the old environment goes after the decision, and soon. At Scale that was decided a gate before. */
export const previousEnds: Check = (draft) => {
  if (draft["stage"] === "scale") return [];
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
  if (below === undefined || typeof from !== "string" || stageIn(from) === below) return [];
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
