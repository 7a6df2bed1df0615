import { daysBetween, isDate } from "../dates";
import { type Check, mapping } from "./draft";
import { unfitPool } from "./ranges";

/** NET-09: VPN clients get private addresses that lie outside the network. */
export const vpnPool: Check = (draft) =>
  unfitPool(["vpn", "pool"], mapping(draft["vpn"])["pool"], [["the network", draft["network"]]]);

/** GOV-03: data is moved by somebody, on a day, in a way that is written down. */
export const migration: Check = (draft) => {
  const { data, destroyBy, migration: plan } = mapping(draft["previous"]);
  if (draft["stage"] === "poc" || draft["stage"] === "pilot") return [];
  if ((data === "drop" || data === "keep") && plan !== undefined)
    return [
      {
        place: ["previous", "migration"],
        says: `previous.migration says how data is moved, but previous.data is ${data}`,
        fix: "Write data: migrate, or remove migration.",
        control: "GOV-03",
      },
    ];
  if (data === "migrate" && plan === undefined)
    return [
      {
        place: ["previous"],
        says: "previous.data is migrate, but previous.migration does not say who moves it, when and how",
        fix: "Add migration: { owner, date, runbook }.",
        control: "GOV-03",
      },
    ];
  const { date } = mapping(plan);
  if (
    typeof date === "string" &&
    typeof destroyBy === "string" &&
    isDate(date) &&
    isDate(destroyBy) &&
    daysBetween(date, destroyBy) < 0
  )
    return [
      {
        place: ["previous", "migration", "date"],
        says: `previous.migration.date must not be after destroyBy (${destroyBy}), got ${date}`,
        fix: "The data moves before the old environment is destroyed.",
        control: "GOV-03",
      },
    ];
  return [];
};

/** IAM-04: the emergency accounts are a group of their own. */
export const breakGlass: Check = (draft) => {
  const access = mapping(draft["access"]);
  const group = (name: string) => (typeof access[name] === "string" ? access[name].toLowerCase() : undefined);
  const own = group("breakGlass");
  const same = ["readers", "operators", "approvers"].find((name) => own !== undefined && group(name) === own);
  if (same === undefined) return [];
  return [
    {
      place: ["access", "breakGlass"],
      says: `access.breakGlass must be a group of its own, got the group of ${same}`,
      fix: "Emergency accounts are used when everything else fails, and by nobody day to day.",
      control: "IAM-04",
    },
  ];
};
