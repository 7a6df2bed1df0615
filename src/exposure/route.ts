/** What callers ask for at a way in, and where it leads. */
export interface Route {
  /** For example `https://orders.example/api, /api/*`, or `tcp 22`. */
  readonly asks: string;
  /** Addresses of resources of the environment, else what is written: a host name, an address, a redirect. */
  readonly leadsTo: readonly string[];
}
