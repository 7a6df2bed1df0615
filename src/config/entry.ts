/** The part of names that tells what belongs to the entry. */
export const ENTRY = "entry";

/** One way through the entry: what callers ask for, and the service that answers. */
export interface EntryRoute {
  readonly host: string;
  /** `/`, or a prefix such as `/api`, which also leads everything below it. */
  readonly path: string;
  readonly service: string;
}

/** `/path`, `/` or `host/path`: what a route is written as. */
export const ROUTE =
  /^(?:(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,})?\/(?:[A-Za-z0-9._~-]+(?:\/[A-Za-z0-9._~-]+)*)?$/;

/** The routes of an entry, those of its own host first, longest path first, then by name. */
export function routesOf(entry: {
  readonly host: string;
  readonly routes: Readonly<Record<string, string>>;
}): readonly EntryRoute[] {
  const rank = ({ host }: EntryRoute) => (host === entry.host ? 0 : 1);
  return Object.entries(entry.routes)
    .map(([key, service]) => {
      const slash = key.indexOf("/");
      return { host: slash <= 0 ? entry.host : key.slice(0, slash), path: key.slice(slash), service };
    })
    .sort(
      (a, b) =>
        rank(a) - rank(b) ||
        (a.host < b.host ? -1 : a.host > b.host ? 1 : 0) ||
        b.path.length - a.path.length ||
        (a.path < b.path ? -1 : 1),
    );
}

/** The host names that the entry answers to, its own first. */
export function hostsOf(entry: Parameters<typeof routesOf>[0]): readonly string[] {
  return [...new Set([entry.host, ...routesOf(entry).map(({ host }) => host)])];
}
