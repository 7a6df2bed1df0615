import { BadInput, type Problem } from "../src/errors";
import type { IAppsEnvironment } from "./container-apps-environment";
import { longHost, unclearRoutes } from "./route-problems";

/** A service in one region. */
export interface EdgeOrigin {
  /** Region of the environment, for example `westeurope`; a service has one origin in each. */
  readonly location: string;
  /** Host name that the edge calls over HTTPS, and sends as the host: the app's own. */
  readonly fqdn: string;
  /** The environment that the app runs in, closed to the Internet; the edge asks it for a private endpoint. */
  readonly environment: IAppsEnvironment;
  /** Whether it is asked and gets requests. */
  readonly state: "enabled" | "disabled";
  /** 1 to 5: of those that are well, the lowest get all requests. */
  readonly priority: number;
  /** 1 to 1000: how many of the requests, among origins of one priority that are equally near. @default equal shares */
  readonly weight?: number;
  /**
   * Who changes the state later: nobody but this code, or people, who switch regions without it; their switch is then not
   * taken back by the next apply. @default nobody
   */
  readonly switchedBy?: "nobody" | "people";
}

/** A service behind the edge, in every region that it runs in. */
export interface EdgeService {
  /** 2 to 24 characters, for example the service's name; one name always means the same service. */
  readonly name: string;
  /**
   * What every place of the edge asks with HEAD, each half a minute, to know whether an origin is well: a path that needs no
   * sign-in, costs nothing and answers 200.
   */
  readonly probe: { readonly path: string };
  /** Where it runs; the order does not matter. */
  readonly origins: readonly EdgeOrigin[];
}

/** Which requests a service answers. */
export interface EdgeRoute {
  /** Host name that callers use. */
  readonly host: string;
  /** `/`, or a prefix such as `/api`, which stands for itself and everything below it. */
  readonly path: string;
  /** Who answers. */
  readonly service: EdgeService;
}

/** A host name and the service that answers some of its paths. */
export interface RoutedService {
  /** Host name that callers use. */
  readonly host: string;
  /** Who answers. */
  readonly service: EdgeService;
  /** Paths as a route matches them, for example `/api` and `/api/*`. */
  readonly patterns: readonly string[];
}

/** The name of a route has at most 90 characters, with those of a service and of a host in it. */
const LONGEST_HOST = 65;

/** How a host name is called where only letters, digits and hyphens may be. */
export const hostLabel = (host: string) => host.replaceAll(".", "-");

/**
 * Routes by host and service: two of one host would otherwise have to share no pattern.
 *
 * @throws BadInput for routes that leave open who answers, and for hosts that get one name
 */
export function routedServices(routes: readonly EdgeRoute[]): readonly RoutedService[] {
  const hosts = [...new Set(routes.map(({ host }) => host))];
  const problems = hosts.flatMap((host, index) => [
    ...unclearRoutes(
      host,
      routes.filter((one) => one.host === host),
    ),
    ...longHost(host, LONGEST_HOST),
    ...hosts.slice(0, index).flatMap((other) => sameLabel(host, other)),
  ]);
  if (problems.length > 0) throw new BadInput(problems);
  const found = new Map<string, RoutedService>();
  for (const { host, path, service } of routes) {
    const key = `${host} ${service.name}`;
    const patterns = path === "/" ? ["/*"] : [path, `${path}/*`];
    found.set(key, { host, service, patterns: [...(found.get(key)?.patterns ?? []), ...patterns] });
  }
  return [...found.values()];
}

function sameLabel(host: string, other: string): Problem[] {
  if (hostLabel(host) !== hostLabel(other)) return [];
  const says = `the host names ${other} and ${host} must differ in more than dots and hyphens`;
  return [{ path: "entry.routes", says, fix: "Rename one: Front Door's names have no dots.", control: "NET-05" }];
}
