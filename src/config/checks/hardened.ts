import { contains, formatCidr, overlaps, parseCidr } from "../cidr";
import { daysBetween, isDate } from "../dates";
import { didYouMean } from "../suggest";
import { type Check, type Draft, type Found, mapping, mappings } from "./draft";
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
      "Clients get addresses of their own, for example 172.20.0.0/24.",
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

/** What names an external names one that is declared, of the right kind. */
export const namedExternals: Check = (draft) => {
  const externals = Object.fromEntries(mappings(draft["externals"]));
  const need = (place: readonly string[], kind: string, control: string): Found[] => {
    const at = place.join(".");
    const name = mapping(draft[place[0]!])[place[1]!];
    if (typeof name !== "string") return [];
    const declared = Object.hasOwn(externals, name) ? externals[name] : undefined;
    const example = `${name}: { kind: ${kind}, owner: …, why: … }`;
    if (declared === undefined)
      return [
        {
          place,
          says: `${at} names "${name}", which is not declared under externals${didYouMean(name, Object.keys(externals))}`,
          fix: `Declare it: ${example}.`,
          control,
        },
      ];
    if (declared["kind"] === kind || declared["kind"] === undefined) return [];
    return [
      {
        place,
        says: `${at} must name an external of kind ${kind}, got ${String(declared["kind"])}`,
        fix: `Declare it: ${example}.`,
        control,
      },
    ];
  };
  return [
    ...need(["supply", "buildRegistry"], "registry", "SUP-02"),
    ...need(["vpn", "audience"], "vpn-audience", "NET-09"),
  ];
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

/** The part of names that tells the platform's own destinations from those of a config. */
const PLATFORM = "platform-";

/** NET-08: each destination is hosts or a service tag, under a name that the platform has not taken. */
export const destinations: Check = (draft) =>
  mappings(mapping(draft["egress"])["allow"]).flatMap(([name, { fqdns, tag }]): Found[] => {
    const place = ["egress", "allow", name];
    const at = place.join(".");
    if (name.startsWith(PLATFORM))
      return [
        {
          place,
          says: `${at}: names that start with ${PLATFORM} are those of what the platform itself needs`,
          fix: "Name it after what is reached, for example payments.",
        },
      ];
    if ((fqdns === undefined) !== (tag === undefined)) return [];
    return [
      {
        place,
        says: `${at} must have either fqdns or tag, got ${tag === undefined ? "neither" : "both"}`,
        fix: "Name hosts under fqdns, or one Azure service under tag.",
        control: "NET-08",
      },
    ];
  });

const isPort = (port: unknown) => Number.isInteger(port) && Number(port) >= 1 && Number(port) <= 65_535;

/** NET-08: a firewall reads host names from HTTPS and HTTP; for other ports only Standard resolves them, one by one. */
export const egressPorts: Check = (draft: Draft) =>
  mappings(mapping(draft["egress"])["allow"]).flatMap(([name, { fqdns, ports }]): Found[] => {
    const odd = Array.isArray(ports) ? ports.find((port) => isPort(port) && port !== 443 && port !== 80) : undefined;
    if (!Array.isArray(fqdns) || odd === undefined) return [];
    const place = ["egress", "allow", name, "ports"];
    const at = place.join(".");
    if (mapping(draft["egress"])["sku"] === "Basic")
      return [
        {
          place,
          says: `${at} must be 443 or 80 for host names on a Basic firewall, got ${odd}`,
          fix: "Basic reads host names from HTTPS and HTTP only: take egress.sku Standard, or a service tag.",
          control: "NET-08",
        },
      ];
    if (!fqdns.some((fqdn) => String(fqdn).startsWith("*"))) return [];
    return [
      {
        place,
        says: `${at} must be 443 or 80 for a host name with a wildcard, got ${odd}`,
        fix: "On other ports the firewall resolves the names itself, and a wildcard has no address: name each host.",
        control: "NET-08",
      },
    ];
  });
