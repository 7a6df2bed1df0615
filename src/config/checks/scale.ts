import { region } from "../../azure/regions";
import { overlaps, parseCidr } from "../cidr";
import { show } from "../issues";
import { resourceName } from "../names";
import { writerHosts } from "../writer-hosts";
import { type Check, type Draft, type Found, mapping, mappings, texts } from "./draft";
import { unfitNetwork, unfitPool } from "./ranges";

/** What a Scale says of its second region; a config of any other stage says nothing of one. */
const second = (draft: Draft): Draft => (draft["stage"] === "scale" ? mapping(draft["scale"]) : {});

const isDatabase = ([, { type }]: readonly [string, Draft]) => type === "postgresql";

/** RES-04, DAT-01, RES-01: the second region is another one, where data may be, and survives the loss of a zone. */
export const otherRegion: Check = (draft) => {
  const name = second(draft)["region"];
  const known = typeof name === "string" ? region(name) : undefined;
  if (!known) return [];
  const problem = (says: string, fix: string, control: string): Found[] => [
    { place: ["scale", "region"], says: `scale.region must ${says}, got ${name}`, fix, control },
  ];
  if (name === draft["location"])
    return problem("be another region than location", "What takes one region would take both.", "RES-04");
  const allowed = texts(draft["residency"]).map(([, one]) => one);
  if (allowed.length > 0 && !allowed.includes(known.name))
    return problem(
      `be in residency (${allowed.join(", ")})`,
      `Add ${name} to residency, if data may be there, or take another region.`,
      "DAT-01",
    );
  if (!known.zones)
    return problem(
      "be a region with availability zones",
      "What takes over is to survive the loss of a datacenter too. Take another region that residency allows.",
      "RES-01",
    );
  return [];
};

/** NET-11: the second network is one of its own, which holds the same subnets as the first. */
export const otherNetwork: Check = (draft) => {
  const { network } = second(draft);
  const place = ["scale", "network"];
  return [
    ...unfitNetwork(place, network, "scale"),
    ...[
      ["the network", draft["network"]],
      ["the VPN pool", mapping(draft["vpn"])["pool"]],
    ].flatMap(([what, range]) => overlapping(place, network, String(what), range)),
  ];
};

function overlapping(place: readonly string[], text: unknown, what: string, other: unknown): Found[] {
  const [range, taken] = [text, other].map((one) => (typeof one === "string" ? parseCidr(one) : undefined));
  if (!range || !taken || !overlaps(range, taken)) return [];
  const says = `${place.join(".")} must not overlap ${what} ${other}, got ${text}`;
  return [{ place, says, fix: "Give each region a range of its own.", control: "NET-11" }];
}

/** NET-09: people reach the second region over a VPN of its own, except where nothing of it is applied. */
export const otherPool: Check = (draft) => {
  const { mode, vpnPool, network } = second(draft);
  const place = ["scale", "vpnPool"];
  const cold = mode === "cold-standby";
  if (cold && vpnPool !== undefined)
    return [
      {
        place,
        says: `scale.vpnPool is not for mode: cold-standby, got ${show(vpnPool)}`,
        fix: "Nothing of its network is there before the region is needed: remove it, or choose a mode that is.",
        control: "NET-09",
      },
    ];
  if (!cold && typeof mode === "string" && vpnPool === undefined)
    return [
      {
        place,
        says: `scale.vpnPool is required with mode: ${mode}`,
        fix: "Name the addresses that VPN clients get there, for example 172.20.1.0/24.",
        control: "NET-09",
      },
    ];
  return unfitPool(place, vpnPool, [
    ["the network", draft["network"]],
    ["the network of the second region", network],
    ["the VPN pool", mapping(draft["vpn"])["pool"]],
  ]);
};

/** RES-05: the numbers ask for a second region, and the unit that is sold carries its cost. */
export const reachedMark: Check = (draft) => {
  const trigger = mapping(second(draft)["trigger"]);
  const found: Found[] = [];
  const marks = ["usage", "expectation", "supportLoad"].map((name) => ({ name, ...mapping(trigger[name]) }) as Mark);
  if (marks.every(({ now, mark }) => typeof now === "number" && typeof mark === "number" && now < mark))
    found.push({
      place: ["scale", "trigger"],
      says: `scale.trigger holds no number that has reached its mark: ${marks.map(({ name, now, mark }) => `${name} ${now} of ${mark}`).join(", ")}`,
      fix: "Nothing asks for a second region yet: stay at Production until one of them does.",
      control: "RES-05",
    });
  const { after, carries } = mapping(trigger["unitCost"]);
  if (typeof after === "number" && typeof carries === "number" && after > carries)
    found.push({
      place: ["scale", "trigger", "unitCost", "after"],
      says: `scale.trigger.unitCost.after must not be above what the unit carries (${carries}), got ${after}`,
      fix: "Choose a cheaper mode, or stay at Production: each unit would be sold at a loss.",
      control: "RES-05",
    });
  return found;
};

interface Mark {
  readonly name: string;
  readonly now?: unknown;
  readonly mark?: unknown;
}

/** Containers that one replication policy copies. @see https://learn.microsoft.com/azure/storage/blobs/object-replication-overview */
const MOST_CONTAINERS = 10;

/** RES-04: blobs are copied to the second region by one policy, which takes so many containers. */
export const copiedBlobs: Check = (draft) => {
  if (draft["stage"] !== "scale") return [];
  const blobs = mappings(draft["stores"]).filter(([, { type }]) => type === "blobs");
  return blobs.slice(MOST_CONTAINERS).map(([name], index) => ({
    place: ["stores", name],
    says: `stores.${name} is one of more than ${MOST_CONTAINERS} blobs stores, which is what one policy copies to another region, got number ${MOST_CONTAINERS + 1 + index}`,
    fix: "Keep several kinds of blobs in one store, under folders of their own.",
    control: "RES-04",
  }));
};

/** Queues that a promise for the loss of a region speaks of, and that no risk names. */
export function unnamedQueues(draft: Draft): readonly string[] {
  const disasters = texts(mapping(draft["promise"])["disasters"]).map(([, name]) => name);
  if (!disasters.includes("region")) return [];
  const risks = Array.isArray(draft["risks"]) ? draft["risks"].map((one) => String(mapping(one)["risk"])) : [];
  const named = (name: string) => risks.some((risk) => risk.split(/[^A-Za-z0-9-]+/).includes(name));
  return mappings(draft["stores"]).flatMap(([name, { type }]) => (type === "queue" && !named(name) ? [name] : []));
}

/** GOV-05: what waits in a queue is in one region only, and who promises to survive the loss of it has accepted that. */
export const lostQueues: Check = (draft) =>
  (draft["stage"] === "scale" && draft["risks"] !== undefined ? unnamedQueues(draft) : []).map((name) => ({
    place: ["risks"],
    says: `risks must name ${name}, a queue, which has no copy in the second region: promise.disasters holds region`,
    fix: `Accept it, for example "what waits in ${name} when the region is lost is lost with it", or promise nothing for a region.`,
    control: "GOV-05",
  }));

/** RES-04: apps of both regions write to one database, by the name of the server that has the writer's role. */
export const writer: Check = (draft) => {
  const { mode, writerHost } = second(draft);
  if (typeof mode !== "string") return [];
  const place = ["scale", "writerHost"];
  const active = mode === "active-active";
  const databases = mappings(draft["stores"]).filter(isDatabase);
  if (!active && writerHost !== undefined)
    return [
      {
        place,
        says: `scale.writerHost is for mode: active-active, got ${show(writerHost)} with mode: ${mode}`,
        fix: "Remove it: the apps of a region use the database of their own region.",
        control: "RES-04",
      },
    ];
  if (active && databases.length > 1)
    return [
      {
        place: ["scale", "mode"],
        says: `scale.mode: active-active is for one database at most, got ${databases.map(([name]) => name).join(", ")}`,
        fix: "One host name leads to one server: keep schemas in one database, or choose hot-failover.",
        control: "RES-04",
      },
    ];
  const hosts = writerHosts(draft, second(draft)["region"]);
  const names = hosts.length > 0 ? `: ${hosts.join(" or ")}` : "";
  if (active && writerHost === undefined && databases.length > 0)
    return [
      {
        place,
        says: "scale.writerHost is required with mode: active-active",
        fix: `Name the server that takes writes${names}.`,
        control: "RES-04",
      },
    ];
  if (active && hosts.length > 0 && typeof writerHost === "string" && !hosts.includes(writerHost))
    return [
      {
        place,
        says: `scale.writerHost must be a server's own name, which its certificate covers, got ${writerHost}`,
        fix: `Name the server that takes writes${names}. After a move it is the other one.`,
        control: "RES-04",
      },
    ];
  return [];
};

/** REC-05: names that are unique in the world differ between the regions, also where they were shortened. */
export const namesOfRegions: Check = (draft) => {
  const { workload, location, generation = 1 } = draft;
  const other = second(draft)["region"];
  if (typeof workload !== "string" || typeof location !== "string" || typeof other !== "string") return [];
  if (typeof generation !== "number" || location === other || !region(location) || !region(other)) return [];
  const namesIn = (place: string) => {
    const scope = { workload, stage: "scale" as const, location: place, generation };
    const servers = mappings(draft["stores"]).filter(isDatabase);
    return [
      resourceName(scope, "key_vault"),
      resourceName(scope, "storage_account"),
      ...servers.map(([name]) => resourceName(scope, "postgresql_flexible_server", name)),
    ];
  };
  const first = new Set(namesIn(location));
  const shared = namesIn(other).find((name) => first.has(name));
  if (shared === undefined) return [];
  return [
    {
      place: ["scale", "region"],
      says: `scale.region gives the second region the name ${shared}, which the first has already, got ${other}`,
      fix: "Take another region: the names are unique in the world, and are computed.",
      control: "REC-05",
    },
  ];
};
