import { isAtLeast, isStage } from "../../stages/stage";
import { overlaps, parseCidr } from "../cidr";
import { ROUTE, routesOf } from "../entry";
import { didYouMean } from "../suggest";
import { type Check, type Draft, type Found, mapping, mappings, texts } from "./draft";
import { PRIVATE } from "./ranges";

const isMapping = (value: unknown) => value !== null && typeof value === "object" && !Array.isArray(value);
const hardened = (draft: Draft) => isStage(draft["stage"]) && isAtLeast(draft["stage"], "pre-production");

/** The services that there are, for a fix. */
export function knownServices(names: readonly string[]): string {
  return names.length > 0 ? `Services: ${names.join(", ")}.` : "No services are declared; add it under services.";
}

/** NET-05: every route leads to a public service, and every public service has one. */
export const routes: Check = (draft) => {
  const entry = mapping(draft["entry"]);
  if (!hardened(draft) || !isMapping(entry["routes"])) return [];
  const services = new Map(mappings(draft["services"]));
  const names = [...services.keys()];
  const written = Object.entries(mapping(entry["routes"]));
  const found: Found[] = [];
  for (const [route, service] of written) {
    const place = ["entry", "routes", route];
    if (typeof service !== "string" || !ROUTE.test(route)) continue;
    const target = services.get(service);
    if (target === undefined)
      found.push({
        place,
        says: `entry.routes: ${route} leads to "${service}", which is not a service${didYouMean(service, names)}`,
        fix: knownServices(names),
      });
    else if (target["exposure"] !== "public")
      found.push({
        place,
        says: `entry.routes: ${route} leads to ${service}, which is not public`,
        fix: `Set services.${service}.exposure: public, or remove the route.`,
        control: "NET-05",
      });
  }
  const reached = new Set(written.map(([, service]) => service));
  for (const [name, service] of services)
    if (service["exposure"] === "public" && !reached.has(name))
      found.push({
        place: ["services", name, "exposure"],
        says: `services.${name} is public, but no route of the entry leads to it`,
        fix: `Add a route under entry.routes, for example "/${name}": ${name}, or make it private.`,
        control: "NET-05",
      });
  if (written.length === 0)
    found.push({
      place: ["entry", "routes"],
      says: "entry.routes must lead somewhere, got none",
      fix: 'Lead a path to a public service, for example "/": web.',
      control: "NET-05",
    });
  return found;
};

/** A gateway needs a place for every request to a host, tells paths apart without regard to case, and speaks HTTP/1.1 to apps. */
export const routesFit: Check = (draft) => {
  const { host, routes: written } = mapping(draft["entry"]);
  if (!hardened(draft) || typeof host !== "string" || !isMapping(written)) return [];
  const services = mapping(draft["services"]);
  const understood = Object.entries(mapping(written)).filter(
    (route): route is [string, string] => ROUTE.test(route[0]) && typeof route[1] === "string",
  );
  const all = routesOf({ host, routes: Object.fromEntries(understood) });
  const found: Found[] = [];
  const fail = (place: readonly string[], says: string, fix: string) =>
    found.push({ place, says, fix, control: "NET-05" });
  for (const name of new Set(all.map((route) => route.host))) {
    const own = all.filter((route) => route.host === name);
    if (name.length > 70)
      fail(["entry", "routes"], `entry: the host ${name} must be at most 70 characters long`, "Take a shorter one.");
    if (!own.some(({ path }) => path === "/"))
      fail(
        ["entry", "routes"],
        `entry.routes must lead ${name}/ somewhere, got only ${own.map(({ path }) => path).join(", ")}`,
        `Add a route for the rest of the host, for example ${name === host ? '"/"' : `"${name}/"`}: ${own[0]?.service}.`,
      );
  }
  const seen = new Map<string, string>();
  for (const [key, service] of understood) {
    const [route] = routesOf({ host, routes: { [key]: service } });
    const asked = `${route?.host}${route?.path}`.toLowerCase();
    const other = seen.get(asked);
    if (other !== undefined)
      fail(
        ["entry", "routes"],
        `entry.routes: ${other} and ${key} are one path to the gateway`,
        "It does not tell capital letters from small ones, and a path without a host is the entry's own: keep one.",
      );
    seen.set(asked, key);
  }
  for (const service of new Set(all.map((route) => route.service)))
    if (mapping(services[service])["transport"] === "http2")
      fail(
        ["services", service, "transport"],
        `services.${service}.transport must be auto or http behind the entry, got http2`,
        "The gateway speaks HTTP/1.1 to apps; it cannot lead gRPC to them.",
      );
  return found;
};

/** The entry sees callers as the Internet knows them. */
export const entryAddresses: Check = (draft) =>
  texts(mapping(draft["entry"])["allowFrom"]).flatMap(([index, text]): Found[] => {
    const range = parseCidr(text);
    const place = ["entry", "allowFrom", index];
    if (range && range.prefix < 8)
      return [
        {
          place,
          says: `entry.allowFrom[${index}] must be a /8 or smaller, got ${text}`,
          fix: "Name the public addresses that callers come from; without allowFrom everybody may call.",
        },
      ];
    if (!range || !PRIVATE.some((inner) => overlaps(inner, range))) return [];
    return [
      {
        place,
        says: `entry.allowFrom[${index}] must be an address that Azure sees, got the private range ${text}`,
        fix: "Name the public addresses that callers come from.",
      },
    ];
  });

/** Settings of a Pilot that the entry and the VPN took the place of; the schema knows them no more, this knows why. */
export const settingsOfPilot: Check = (draft) => {
  if (!hardened(draft)) return [];
  const gone: Found[] = [];
  const look = (fields: Draft, place: readonly string[], key: string, fix: string) => {
    if (Object.hasOwn(fields, key))
      gone.push({
        place: [...place, key],
        says: `unknown key "${key}"${place.length > 0 ? ` in ${place.join(".")}` : ""}`,
        fix,
      });
  };
  look(draft, [], "operatorsFrom", "It is a Pilot's setting: from Pre-Production on people come by VPN.");
  for (const [name, service] of mappings(draft["services"])) {
    const place = ["services", name];
    look(
      service,
      place,
      "allowFrom",
      "It is a Pilot's setting: the entry decides who may call, under entry.allowFrom.",
    );
    look(service, place, "domain", "It is a Pilot's setting: host names are the entry's, entry.host and entry.routes.");
  }
  return gone;
};
