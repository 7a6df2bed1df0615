import { hostsOf, routesOf } from "../../src/config/entry";
import { changed, describeMistakes } from "../support/pre-production";
import { problemsOf } from "../support/problems";

const ROUTE = "the name must be a path such as /api, or a host and a path such as admin.orders.example/";
const ROUTE_FIX =
  "A path leads everything below it too, so it ends without / and *; a host stands before its path, without https://.";

describeMistakes("a host name is refused", [
  [
    "that has no domain",
    (config) => Object.assign(config.entry, { host: "preprod" }),
    'entry.host must be a host name such as app.orders.example, got "preprod"\n    Host name that the entry answers to.',
  ],
  [
    "that is an address of a page",
    (config) => Object.assign(config.entry, { host: "https://preprod.orders.example/" }),
    'entry.host must be a host name such as app.orders.example, got "https://preprod.orders.example/"\n    Host name that the entry answers to.',
  ],
  [
    "that is an IP address",
    (config) => Object.assign(config.entry, { host: "203.0.113.9" }),
    'entry.host must be a host name such as app.orders.example, got "203.0.113.9"\n    Host name that the entry answers to.',
  ],
  [
    "that stands for many",
    (config) => Object.assign(config.entry, { host: "*.orders.example" }),
    'entry.host must be a host name such as app.orders.example, got "*.orders.example"\n    Host name that the entry answers to.',
  ],
  [
    "that is longer than names in a gateway may be",
    (config) => Object.assign(config.entry, { host: `${"a".repeat(56)}.orders.example` }),
    `entry: the host ${"a".repeat(56)}.orders.example must be at most 70 characters long\n    Take a shorter one.   (NET-05)`,
  ],
]);

describeMistakes("there is one entry", [
  [
    "and no second one beside it",
    (config) => Object.assign(config, { entry: [config.entry, config.entry] }),
    "entry must be one entry: a mapping of host, certificate and routes, got a list\n    An environment has one way in; further host names go into routes.   (NET-05)",
  ],
  [
    "which is more than a host name",
    (config) => Object.assign(config, { entry: "preprod.orders.example" }),
    'entry must be one entry: a mapping of host, certificate and routes, got "preprod.orders.example"\n    An environment has one way in; further host names go into routes.   (NET-05)',
  ],
]);

test("a route of a config without services is not told which services there are", () => {
  const says = problemsOf(
    changed((config) => Object.assign(config, { services: {}, entry: { ...config.entry, routes: { "/": "web" } } })),
  );
  expect(says).toContain(
    'entry.routes: / leads to "web", which is not a service\n    No services are declared; add it under services.',
  );
});

describeMistakes("a route is refused", [
  [
    "to nothing",
    ({ entry: { routes } }) => Object.assign(routes, { "/shop": "shop" }),
    'entry.routes: /shop leads to "shop", which is not a service\n    Services: web, api, admin, reports, rates, mailer, cleanup.',
  ],
  [
    "to a misspelt service",
    ({ entry: { routes } }) => Object.assign(routes, { "/v2": "apii" }),
    'entry.routes: /v2 leads to "apii", which is not a service; did you mean "api"?\n    Services: web, api, admin, reports, rates, mailer, cleanup.',
  ],
  [
    "to something that every JavaScript object has",
    ({ entry: { routes } }) => Object.assign(routes, { "/v2": "constructor" }),
    'entry.routes: /v2 leads to "constructor", which is not a service\n    Services: web, api, admin, reports, rates, mailer, cleanup.',
  ],
  [
    "to a private service",
    ({ entry: { routes } }) => Object.assign(routes, { "/rates": "rates" }),
    "entry.routes: /rates leads to rates, which is not public\n    Set services.rates.exposure: public, or remove the route.   (NET-05)",
  ],
  [
    "to a service for the network only",
    ({ entry: { routes } }) => Object.assign(routes, { "/reports": "reports" }),
    "entry.routes: /reports leads to reports, which is not public\n    Set services.reports.exposure: public, or remove the route.   (NET-05)",
  ],
  ...["api", "/api/", "/api/*", "shop.orders.example", "https://shop.orders.example/", "Shop.orders.example/"].map(
    (key): Parameters<typeof describeMistakes>[1][number] => [
      `that is written ${key}`,
      ({ entry: { routes } }) => Object.assign(routes, { [key]: "web" }),
      `entry.routes.${key === "api" ? key : JSON.stringify(key)}: ${ROUTE}, got ${JSON.stringify(key)}\n    ${ROUTE_FIX}`,
    ],
  ),
  [
    "that the gateway cannot tell from another",
    ({ entry: { routes } }) => Object.assign(routes, { "/API": "api" }),
    "entry.routes: /api and /API are one path to the gateway\n    It does not tell capital letters from small ones, and a path without a host is the entry's own: keep one.   (NET-05)",
  ],
  [
    "that is there already, with the entry's host before it",
    ({ entry: { routes } }) => Object.assign(routes, { "preprod.orders.example/": "admin" }),
    "entry.routes: / and preprod.orders.example/ are one path to the gateway\n    It does not tell capital letters from small ones, and a path without a host is the entry's own: keep one.   (NET-05)",
  ],
  [
    "to a service that speaks only HTTP/2",
    ({ services }) => Object.assign(services.api, { transport: "http2" }),
    "services.api.transport must be auto or http behind the entry, got http2\n    The gateway speaks HTTP/1.1 to apps; it cannot lead gRPC to them.   (NET-05)",
  ],
]);

describeMistakes("routes are asked for", [
  [
    "to every public service",
    ({ entry: { routes } }) => Reflect.deleteProperty(routes, "/api"),
    'services.api is public, but no route of the entry leads to it\n    Add a route under entry.routes, for example "/api": api, or make it private.   (NET-05)',
  ],
  [
    "for the rest of the entry's host",
    ({ entry: { routes } }) => {
      delete routes["/"];
      routes["/web"] = "web";
    },
    'entry.routes must lead preprod.orders.example/ somewhere, got only /api, /web\n    Add a route for the rest of the host, for example "/": api.   (NET-05)',
  ],
  [
    "for the rest of every other host",
    ({ entry: { routes } }) => {
      delete routes["admin.orders.example/"];
      routes["admin.orders.example/users"] = "admin";
    },
    'entry.routes must lead admin.orders.example/ somewhere, got only /users\n    Add a route for the rest of the host, for example "admin.orders.example/": admin.   (NET-05)',
  ],
  [
    "at all",
    (config) => {
      config.entry.routes = {};
      config.services = { rates: config.services.rates };
      config.stores = {};
    },
    'entry.routes must lead somewhere, got none\n    Lead a path to a public service, for example "/": web.   (NET-05)',
  ],
]);

describeMistakes("callers are refused", [
  [
    "from private addresses, which the gateway never sees",
    (config) => Object.assign(config.entry, { allowFrom: ["203.0.113.0/24", "10.0.0.0/8"] }),
    "entry.allowFrom[1] must be an address that Azure sees, got the private range 10.0.0.0/8\n    Name the public addresses that callers come from.",
  ],
  [
    "as a list of everybody",
    (config) => Object.assign(config.entry, { allowFrom: ["0.0.0.0/0"] }),
    "entry.allowFrom[0] must be a /8 or smaller, got 0.0.0.0/0\n    Name the public addresses that callers come from; without allowFrom everybody may call.",
  ],
  [
    "as a list of nobody",
    (config) => Object.assign(config.entry, { allowFrom: [] }),
    "entry.allowFrom must be a list of at least 1, got an empty list\n    Addresses that may use the entry. Default: everybody.",
  ],
]);

describe("a service's exposure", () => {
  test("is public, network or private", () => {
    expect(problemsOf(changed(({ services }) => Object.assign(services.reports, { exposure: "vpn" })))).toBe(
      'services.reports.exposure must be public, network or private, got "vpn"\n    public: through the entry, which routes to it. network: from the network, so by VPN. Default private: this environment only.',
    );
  });

  test("needs a port", () => {
    expect(problemsOf(changed(({ services }) => Object.assign(services.mailer, { exposure: "network" })))).toBe(
      "services.mailer.exposure needs a port\n    Add the port that mailer listens on, or remove exposure.",
    );
  });
});

describe("the routes of an entry", () => {
  const entry = {
    host: "orders.example",
    routes: { "/": "web", "/api": "api", "b.example/": "b", "a.example/x": "a" },
  };

  test("are read with the entry's own host first, and longest path first", () => {
    expect(routesOf(entry)).toEqual([
      { host: "orders.example", path: "/api", service: "api" },
      { host: "orders.example", path: "/", service: "web" },
      { host: "a.example", path: "/x", service: "a" },
      { host: "b.example", path: "/", service: "b" },
    ]);
  });

  test("tell the hosts that it answers to", () => {
    expect(hostsOf(entry)).toEqual(["orders.example", "a.example", "b.example"]);
  });
});
