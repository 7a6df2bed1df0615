import type { ApplicationGatewayConfig } from "@cdktf/provider-azurerm/lib/application-gateway";
import { BadInput } from "../src/errors";
import { longHost, unclearRoutes } from "./route-problems";

/** A service behind a gateway. */
export interface GatewayBackend {
  /** Tells it from the others, for example the service's name; one name always means the same backend. */
  readonly name: string;
  /** Host name that the gateway calls over HTTPS; its certificate must be one that everybody trusts. */
  readonly fqdn: string;
  /** What the gateway asks to know whether the service is well: a path that needs no sign-in, and answers that are good. */
  readonly probe: { readonly path: string; readonly statuses: readonly string[] };
}

/** Which requests a backend answers. */
export interface GatewayRoute {
  /** Host name that callers use. */
  readonly host: string;
  /** `/`, or a prefix such as `/api`, which stands for itself and everything below it. */
  readonly path: string;
  /** Who answers. */
  readonly backend: GatewayBackend;
}

/** Names within a gateway that the routing refers to. */
export const FRONTEND = { address: "public", https: "https", http: "http", certificate: "entry", headers: "headers" };

/** Names within a gateway have at most 80 characters; a host name is part of some. */
const LONGEST_HOST = 70;

/** As long as Container Apps itself lets a request run. @see https://learn.microsoft.com/azure/container-apps/ingress-overview */
const REQUEST_SECONDS = 240;

/** The blocks of a gateway that follow from its routes. */
export type GatewayRouting = Pick<
  ApplicationGatewayConfig,
  | "backendAddressPool"
  | "backendHttpSettings"
  | "probe"
  | "httpListener"
  | "requestRoutingRule"
  | "urlPathMap"
  | "redirectConfiguration"
>;

/**
 * Listeners, rules and backends for routes. All host names share one address and one port, so they are one way in; each has
 * a listener of its own, because a listener has one set of paths and because a redirect can lead only to a listener with one
 * host name. A host that no route names gets no answer.
 *
 * @throws BadInput when a host has no route for `/`: what the gateway does with the rest of its paths must be said
 * @see https://learn.microsoft.com/azure/application-gateway/multiple-site-overview
 */
export function gatewayRouting(routes: readonly GatewayRoute[]): GatewayRouting {
  const names = [...new Set(routes.map(({ host }) => host))];
  const hosts = names.map((name) => [name, routes.filter(({ host }) => host === name)] as const);
  const problems = hosts.flatMap(([host, own]) => [...unclearRoutes(host, own), ...longHost(host, LONGEST_HOST)]);
  if (problems.length > 0) throw new BadInput(problems);
  const backends = [...new Map(routes.map(({ backend }) => [backend.name, backend])).values()];
  const pathMaps = hosts.filter(([, own]) => own.length > 1).map(([host, own]) => pathMap(host, own));
  return {
    backendAddressPool: backends.map(({ name, fqdn }) => ({ name, fqdns: [fqdn] })),
    backendHttpSettings: backends.map(({ name }) => settings(name)),
    probe: backends.map(probe),
    httpListener: names.flatMap((host) => [listener("https", host), listener("http", host)]),
    requestRoutingRule: hosts.flatMap(([host, own], index) => [
      serving(host, own, (index + 1) * 10),
      { ...ruleOf("http", host, 10_000 + (index + 1) * 10), ruleType: "Basic", redirectConfigurationName: host },
    ]),
    ...(pathMaps.length > 0 && { urlPathMap: pathMaps }),
    redirectConfiguration: names.map((host) => ({
      name: host,
      redirectType: "Permanent",
      targetListenerName: `https-${host}`,
      includePath: true,
      includeQueryString: true,
    })),
  };
}

const settings = (name: string) => ({
  name,
  port: 443,
  protocol: "Https",
  pickHostNameFromBackendAddress: true,
  cookieBasedAffinity: "Disabled",
  requestTimeout: REQUEST_SECONDS,
  probeName: name,
  connectionDraining: { enabled: true, drainTimeoutSec: 60 },
});

const probe = ({ name, probe: { path, statuses } }: GatewayBackend) => ({
  name,
  protocol: "Https",
  path,
  pickHostNameFromBackendHttpSettings: true,
  interval: 30,
  timeout: 30,
  unhealthyThreshold: 3,
  match: { statusCode: [...statuses] },
});

const listener = (scheme: "https" | "http", host: string) => ({
  name: `${scheme}-${host}`,
  frontendIpConfigurationName: FRONTEND.address,
  frontendPortName: FRONTEND[scheme],
  hostName: host,
  ...(scheme === "https"
    ? { protocol: "Https", sslCertificateName: FRONTEND.certificate, requireSni: true }
    : { protocol: "Http" }),
});

const ruleOf = (scheme: "https" | "http", host: string, priority: number) => ({
  name: `${scheme}-${host}`,
  httpListenerName: `${scheme}-${host}`,
  priority,
});

function serving(host: string, routes: readonly GatewayRoute[], priority: number) {
  const [only] = routes;
  if (routes.length > 1 || !only)
    return { ...ruleOf("https", host, priority), ruleType: "PathBasedRouting", urlPathMapName: host };
  const { name } = only.backend;
  return {
    ...ruleOf("https", host, priority),
    ruleType: "Basic",
    backendAddressPoolName: name,
    backendHttpSettingsName: name,
    rewriteRuleSetName: FRONTEND.headers,
  };
}

function pathMap(host: string, routes: readonly GatewayRoute[]) {
  const rest = routes.find(({ path }) => path === "/")?.backend.name;
  const longestFirst = routes
    .filter(({ path }) => path !== "/")
    .toSorted((a, b) => b.path.length - a.path.length || (a.path < b.path ? -1 : 1));
  return {
    name: host,
    defaultBackendAddressPoolName: rest,
    defaultBackendHttpSettingsName: rest,
    defaultRewriteRuleSetName: FRONTEND.headers,
    pathRule: longestFirst.map(({ path, backend: { name } }, index) => ({
      name: `path-${index + 1}`,
      paths: [path, `${path}/*`],
      backendAddressPoolName: name,
      backendHttpSettingsName: name,
      rewriteRuleSetName: FRONTEND.headers,
    })),
  };
}
