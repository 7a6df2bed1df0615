import { region } from "../../azure/regions";
import { isAtLeast, isStage } from "../../stages/stage";
import { STANCES } from "../../stages/stances";
import { didYouMean } from "../suggest";
import { type Check, type Draft, type Found, mapping, mappings, texts } from "./draft";
import { knownServices } from "./entry";

const promised = (draft: Draft) => isStage(draft["stage"]) && isAtLeast(draft["stage"], "production");

/** RES-01: what is promised survives the loss of a zone, so the region has zones. */
export const zones: Check = (draft) => {
  const { location } = draft;
  if (!promised(draft) || typeof location !== "string") return [];
  const known = region(location);
  if (!known || known.zones) return [];
  return [
    {
      place: ["location"],
      says: `location must be a region with availability zones at this stage, got ${location}`,
      fix: "Nothing in it survives the loss of a datacenter. Build this stage in another region that residency allows.",
      control: "RES-01",
    },
  ];
};

/** DAT-02: copies go to the paired region only where data may be there. */
export const geoBackup: Check = (draft) => {
  const { location, residency } = draft;
  if (!promised(draft) || mapping(draft["recovery"])["geoBackup"] !== "paired-region" || typeof location !== "string")
    return [];
  const known = region(location);
  if (!known) return [];
  const place = ["recovery", "geoBackup"];
  if (known.pair === undefined)
    return [
      {
        place,
        says: `recovery.geoBackup must be none in ${location}, which has no paired region, got paired-region`,
        fix: "Keep copies in the zones of the region.",
        control: "DAT-02",
      },
    ];
  const allowed = texts(residency).map(([, name]) => name);
  if (allowed.length === 0 || allowed.includes(known.pair)) return [];
  return [
    {
      place,
      says: `recovery.geoBackup would keep copies in ${known.pair}, which residency does not allow`,
      fix: `Add ${known.pair} to residency, or answer none.`,
      control: "DAT-02",
    },
  ];
};

/** RES-02: a promise speaks of services that there are, and they have the replicas that it takes. */
export const promiseCovers: Check = (draft) => {
  if (!promised(draft)) return [];
  const services = Object.fromEntries(mappings(draft["services"]));
  const found = texts(mapping(draft["promise"])["covers"]).flatMap(([index, name]): Found[] =>
    Object.hasOwn(services, name)
      ? []
      : [
          {
            place: ["promise", "covers", index],
            says: `promise.covers[${index}] names "${name}", which is not a service${didYouMean(name, Object.keys(services))}`,
            fix: knownServices(Object.keys(services)),
          },
        ],
  );
  const least = STANCES[draft["stage"] as "production"].apps.minReplicas;
  for (const [name, { scale, schedule }] of Object.entries(services)) {
    const { min, max } = mapping(scale);
    for (const [end, replicas] of Object.entries({ min, max }))
      if (schedule === undefined && typeof replicas === "number" && replicas < least)
        found.push({
          place: ["services", name, "scale", end],
          says: `services.${name}.scale.${end} must be at least ${least} at this stage, got ${replicas}`,
          fix: "One replica is away whenever its zone, its node or its release is.",
          control: "RES-02",
        });
  }
  return found;
};

/** GOV-03: what does not stay has a day on which it goes. */
export const previousDay: Check = (draft) => {
  const { data, destroyBy } = mapping(draft["previous"]);
  if (!promised(draft) || destroyBy !== undefined || (data !== "drop" && data !== "migrate")) return [];
  return [
    {
      place: ["previous"],
      says: `previous.destroyBy is required with data: ${data}`,
      fix: "Name the day, or answer keep, if the old environment stays to rehearse changes on.",
      control: "GOV-03",
    },
  ];
};
