import { isAtLeast, isStage } from "../../stages/stage";
import { overlaps, parseCidr } from "../cidr";
import { ROUTE, routesOf } from "../entry";
import { didYouMean } from "../suggest";
import { type Check, type Draft, type Found, mapping, mappings, texts } from "./draft";
import { PRIVATE } from "./pilot";

const isMapping = (value: unknown) => value !== null && typeof value === "object" && !Array.isArray(value);
const hardened = (draft: Draft) => isStage(draft["stage"]) && isAtLeast(draft["stage"], "pre-production");

/** NET-05: every route leads to a public service, and every public service has one. */
export const routes: Check = (draft) => {
  const entry = mapping(draft["entry"]);
  if (!hardened(draft) || !isMapping(entry["routes"])) return [];
  const services = Object.fromEntries(mappings(draft["services"]));
  const written = Object.entries(mapping(entry["routes"]));
  const found: Found[] = [];
  for (const [route, service] of written) {
    const place = ["entry", "routes", route];
    const at = `entry.routes.${route}`;
    if (typeof service !== "string" || !ROUTE.test(route)) continue;
    const target = services[service];
    if (target === undefined)
      found.push({
        place,
        says: `${at} leads to "${service}", which is not a service${didYouMean(service, Object.keys(services))}`,
        fix: `Services: ${Object.keys(services).join(", ")}.`,
      });
    else if (target["exposure"] !== "public")
      found.push({
        place,
        says: `${at} leads to ${service}, which is not public`,
        fix: `Set services.${service}.exposure: public, or remove the route.`,
        control: "NET-05",
      });
  }
  const reached = new Set(written.map(([, service]) => service));
  for (const [name, service] of Object.entries(services))
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
  const all = routesOf({
    host,
    routes: Object.fromEntries(Object.entries(mapping(written)).map(([key, to]) => [key, String(to)])),
  });
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
    const seen = new Map<string, string>();
    for (const { path } of own) {
      const other = seen.get(path.toLowerCase());
      if (other !== undefined)
        fail(
          ["entry", "routes"],
          `entry.routes: ${other} and ${path} differ only in case`,
          "The gateway takes them for one path: keep one.",
        );
      seen.set(path.toLowerCase(), path);
    }
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
    if (!range || !PRIVATE.some((inner) => overlaps(inner, range))) return [];
    return [
      {
        place: ["entry", "allowFrom", index],
        says: `entry.allowFrom[${index}] must be an address that Azure sees, got the private range ${text}`,
        fix: "Name the public addresses that callers come from.",
      },
    ];
  });
