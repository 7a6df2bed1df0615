import type { Part, Resource } from "../plan/resource";
import { frontendPort, neighbour, poolLeadsTo, url } from "./backends";
import type { Route } from "./route";
import { isNotKnown, NOT_KNOWN, textAt, textsAt } from "./values";

const EVERYTHING = "/*";

/** The hosts that a listener answers to. */
function hostsOf(listener: Part): string[] {
  const hosts = [...textsAt(listener, "host_name"), ...textsAt(listener, "host_names")].filter((one) => one !== "");
  return hosts.length > 0 ? [...new Set(hosts)] : ["(any host)"];
}

/** What callers of a listener ask for below a path. */
function asks(listener: Part, paths: readonly string[]): string {
  const gateway = listener.resource;
  const port = frontendPort(gateway, listener.text("frontend_port_name"));
  const protocol = textAt(listener, "protocol") ?? "http";
  const [first = EVERYTHING, ...others] = paths;
  return [...hostsOf(listener).map((host) => url(protocol, host, port, first)), ...others].join(", ");
}

/** Where a rule, a path rule or the default of a path map leads. */
function leads(gateway: Resource, part: Part, prefix = ""): string[] {
  const redirect = textAt(part, `${prefix}redirect_configuration_name`);
  if (redirect !== undefined) return [redirects(gateway, redirect)];
  const pool = textAt(part, `${prefix}backend_address_pool_name`);
  if (pool !== undefined)
    return isNotKnown(part, `${prefix}backend_address_pool_name`) ? [pool] : poolLeadsTo(gateway, pool);
  return ["nothing"];
}

function redirects(gateway: Resource, name: string): string {
  const redirect = neighbour(gateway, "redirect_configuration", name);
  if (!redirect) return `redirect ${name}, which does not exist`;
  const target = textAt(redirect, "target_url");
  if (target !== undefined) return `sent on to ${target}`;
  return `sent on to listener ${textAt(redirect, "target_listener_name") ?? NOT_KNOWN}`;
}

function byPath(listener: Part, map: Part): Route[] {
  const gateway = listener.resource;
  const rules = map.blocks("path_rule").map((rule) => ({
    asks: asks(listener, textsAt(rule, "paths")),
    leadsTo: leads(gateway, rule),
  }));
  const open = map.isUnknown("path_rule") ? [{ asks: asks(listener, [EVERYTHING]), leadsTo: [NOT_KNOWN] }] : [];
  const rest = rules.length > 0 ? ["/* but for the paths of its map"] : [EVERYTHING];
  return [...rules, ...open, { asks: asks(listener, rest), leadsTo: leads(gateway, map, "default_") }];
}

/** The routes of one listener of an application gateway: rules, then path maps, then pools. */
export function gatewayRoutes(listener: Part): Route[] {
  const gateway = listener.resource;
  const name = listener.text("name");
  const everything = asks(listener, [EVERYTHING]);
  const routes = gateway
    .blocks("request_routing_rule")
    .filter((rule) => rule.text("http_listener_name") === name)
    .flatMap((rule): Route[] => {
      const mapped = textAt(rule, "url_path_map_name");
      if (mapped === undefined) return [{ asks: everything, leadsTo: leads(gateway, rule) }];
      const map = neighbour(gateway, "url_path_map", mapped);
      if (map) return byPath(listener, map);
      const open = isNotKnown(rule, "url_path_map_name") || gateway.isUnknown("url_path_map");
      return [{ asks: everything, leadsTo: [open ? NOT_KNOWN : `path map ${mapped}, which does not exist`] }];
    });
  if (gateway.isUnknown("request_routing_rule")) routes.push({ asks: everything, leadsTo: [NOT_KNOWN] });
  return routes.length > 0 ? routes : [{ asks: everything, leadsTo: ["nothing: no rule takes its requests"] }];
}
