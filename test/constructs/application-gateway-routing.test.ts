import { type GatewayRoute, gatewayRouting } from "../../constructs/application-gateway-routing";
import { refusal } from "../support/problems";

const backend = (name: string) => ({
  name,
  fqdn: `${name}.apps.example`,
  probe: { path: `/${name}/health`, statuses: ["200-399"] },
});
const route = (address: string, to: string): GatewayRoute => {
  const slash = address.indexOf("/");
  return { host: address.slice(0, slash), path: address.slice(slash), backend: backend(to) };
};

const two = gatewayRouting([
  route("orders.example/", "web"),
  route("orders.example/api", "api"),
  route("orders.example/api/images", "web"),
  route("admin.orders.example/", "admin"),
]);

describe("the listeners of a gateway", () => {
  test("are one for HTTPS and one for HTTP by host, all on one address and one port each", () => {
    const https = { frontendIpConfigurationName: "public", frontendPortName: "https", protocol: "Https" };
    const http = { frontendIpConfigurationName: "public", frontendPortName: "http", protocol: "Http" };
    const secured = { ...https, requireSni: true, sslCertificateName: "entry" };
    expect(two.httpListener).toEqual([
      { ...secured, name: "https-orders.example", hostName: "orders.example" },
      { ...http, name: "http-orders.example", hostName: "orders.example" },
      { ...secured, name: "https-admin.orders.example", hostName: "admin.orders.example" },
      { ...http, name: "http-admin.orders.example", hostName: "admin.orders.example" },
    ]);
  });

  test("have one rule each, with priorities of their own; HTTP only redirects to the same host, path and query", () => {
    expect(two.requestRoutingRule).toEqual([
      {
        name: "https-orders.example",
        httpListenerName: "https-orders.example",
        priority: 10,
        ruleType: "PathBasedRouting",
        urlPathMapName: "orders.example",
      },
      {
        name: "http-orders.example",
        httpListenerName: "http-orders.example",
        priority: 10_010,
        ruleType: "Basic",
        redirectConfigurationName: "orders.example",
      },
      {
        name: "https-admin.orders.example",
        httpListenerName: "https-admin.orders.example",
        priority: 20,
        ruleType: "Basic",
        backendAddressPoolName: "admin",
        backendHttpSettingsName: "admin",
        rewriteRuleSetName: "headers",
      },
      {
        name: "http-admin.orders.example",
        httpListenerName: "http-admin.orders.example",
        priority: 10_020,
        ruleType: "Basic",
        redirectConfigurationName: "admin.orders.example",
      },
    ]);
    const kept = { redirectType: "Permanent", includePath: true, includeQueryString: true };
    expect(two.redirectConfiguration).toEqual([
      { ...kept, name: "orders.example", targetListenerName: "https-orders.example" },
      { ...kept, name: "admin.orders.example", targetListenerName: "https-admin.orders.example" },
    ]);
  });
});

describe("the paths of a host", () => {
  test("stand for themselves and what is below, the longest first; the rest goes where / leads", () => {
    const to = (name: string) => ({
      backendAddressPoolName: name,
      backendHttpSettingsName: name,
      rewriteRuleSetName: "headers",
    });
    expect(two.urlPathMap).toEqual([
      {
        name: "orders.example",
        defaultBackendAddressPoolName: "web",
        defaultBackendHttpSettingsName: "web",
        defaultRewriteRuleSetName: "headers",
        pathRule: [
          { name: "path-1", paths: ["/api/images", "/api/images/*"], ...to("web") },
          { name: "path-2", paths: ["/api", "/api/*"], ...to("api") },
        ],
      },
    ]);
  });

  test("need no map when there is only /", () => {
    expect(gatewayRouting([route("orders.example/", "web")])).not.toHaveProperty("urlPathMap");
  });

  test("must say who answers the rest, and only once", () => {
    const refused = refusal(() =>
      gatewayRouting([route("a.example/api", "api"), route("a.example/API", "web"), route("b.example/", "web")]),
    );
    expect(refused).toBe(
      [
        "the entry has no route for a.example/",
        "    Name the service that answers what no other path of a.example does.   (NET-05)",
        "the entry has two routes for a.example/api",
        "    A gateway does not tell upper from lower case in paths: keep one.   (NET-05)",
      ].join("\n"),
    );
  });

  test("are of a host whose name Azure takes as part of a name", () => {
    const host = `${"a".repeat(60)}.orders.example`;
    expect(refusal(() => gatewayRouting([route(`${host}/`, "web")]))).toBe(
      `the host name ${host} must have at most 70 characters, got 75\n    Choose a shorter one.   (NET-05)`,
    );
  });
});

describe("the backends of a gateway", () => {
  test("are there once, however many paths lead to them", () => {
    expect(two.backendAddressPool).toEqual(
      ["web", "api", "admin"].map((name) => ({ name, fqdns: [`${name}.apps.example`] })),
    );
  });

  test("are called and probed over HTTPS by their own name", () => {
    const [settings, probe] = [two.backendHttpSettings, two.probe].map((blocks) => (blocks as object[])[0]);
    expect(settings).toEqual({
      name: "web",
      port: 443,
      protocol: "Https",
      pickHostNameFromBackendAddress: true,
      cookieBasedAffinity: "Disabled",
      requestTimeout: 240,
      probeName: "web",
      connectionDraining: { enabled: true, drainTimeoutSec: 60 },
    });
    expect(probe).toEqual({
      name: "web",
      protocol: "Https",
      path: "/web/health",
      pickHostNameFromBackendHttpSettings: true,
      interval: 30,
      timeout: 30,
      unhealthyThreshold: 3,
      match: { statusCode: ["200-399"] },
    });
  });
});
