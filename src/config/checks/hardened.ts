import { contains, formatCidr, overlaps, parseCidr } from "../cidr";
import { daysBetween, isDate } from "../dates";
import { freePool } from "../vpn-pool";
import { type Check, type Found, mapping } from "./draft";
import { PRIVATE, RESERVED } from "./pilot";

/** NET-09: VPN clients get private addresses that lie outside the network. */
export const vpnPool: Check = (draft) => {
  const text = mapping(draft["vpn"])["pool"];
  const pool = typeof text === "string" ? parseCidr(text) : undefined;
  if (!pool) return [];
  const problem = (says: string, fix: string): Found[] => [
    { place: ["vpn", "pool"], says: `vpn.pool must ${says}, got ${text}`, fix, control: "NET-09" },
  ];
  const network = typeof draft["network"] === "string" ? parseCidr(draft["network"]) : undefined;
  if (network && overlaps(network, pool))
    return problem(
      `not overlap the network ${draft["network"]}`,
      `Clients get addresses of their own, for example ${freePool([String(draft["network"])])}.`,
    );
  if (!PRIVATE.some((outer) => contains(outer, pool)))
    return problem("be a private range", "Take one inside 10.0.0.0/8, 172.16.0.0/12 or 192.168.0.0/16.");
  const taken = RESERVED.find((reserved) => overlaps(reserved, pool));
  if (taken)
    return problem(
      `not overlap ${formatCidr(taken)}, which Container Apps keeps for itself`,
      "Take another range, for example 172.20.0.0/24.",
    );
  if (pool.prefix > 26 || pool.prefix < 16)
    return problem("be between a /16 and a /26", "A /24 serves as many clients as the gateway takes.");
  return [];
};

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
