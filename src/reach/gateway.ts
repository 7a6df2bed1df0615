import type { PlanGraph } from "../plan/graph";
import { UNKNOWN } from "../plan/reference";
import type { Part, Resource } from "../plan/resource";
import { type InternetPath, open } from "./internet-path";

/** True when every routing rule of a listener redirects to HTTPS: to a listener that speaks it, or to such a URL. */
export function onlyRedirects(gateway: Resource, listener: string): boolean {
  const rules = gateway.blocks("request_routing_rule").filter((one) => one.text("http_listener_name") === listener);
  const redirects = gateway.blocks("redirect_configuration");
  return (
    rules.length > 0 &&
    rules.every((one) => {
      const name = one.text("redirect_configuration_name");
      if (!name || one.text("backend_address_pool_name") || one.text("url_path_map_name")) return false;
      const redirect = redirects.find((other) => other.text("name") === name);
      return redirect !== undefined && leadsToHttps(gateway, redirect, listener);
    })
  );
}

function leadsToHttps(gateway: Resource, redirect: Part, from: string): boolean {
  const url = redirect.text("target_url");
  if (url) return url.startsWith("https://");
  const name = redirect.text("target_listener_name");
  const other = gateway.blocks("http_listener").find((one) => one.text("name") === name);
  return name !== from && other?.text("protocol") === "Https";
}

/** The listeners of a gateway on a frontend with a public address; also one whose frontend is not known before apply. */
export function publicListeners(gateway: Resource): Part[] {
  const frontends = new Set<unknown>(
    gateway
      .blocks("frontend_ip_configuration")
      .filter((one) => one.refs("public_ip_address_id").length > 0)
      .map((one) => one.text("name")),
  );
  if (frontends.size === 0) return [];
  return gateway.blocks("http_listener").filter((one) => {
    const name = one.value("frontend_ip_configuration_name");
    return name === UNKNOWN || frontends.has(name);
  });
}

/** True for a frontend that says that it is in a subnet and nowhere else. */
function isPrivate(frontend: Part): boolean {
  if (frontend.refs("public_ip_address_id").length > 0) return false;
  return frontend.refs("subnet_id").length > 0 || frontend.text("private_ip_address") !== undefined;
}

/** The listeners of a gateway that are not known to be on a private frontend: a plan may not show on which they are. */
export function listenersToJudge(gateway: Resource): Part[] {
  const frontends = gateway.blocks("frontend_ip_configuration");
  const inside = new Set<unknown>(frontends.filter(isPrivate).map((one) => one.text("name")));
  return gateway.blocks("http_listener").filter((one) => !inside.has(one.value("frontend_ip_configuration_name")));
}

/** The number of a listener's port, or the name that it has in the gateway. */
function portOf(gateway: Resource, listener: Part): unknown {
  const name = listener.value("frontend_port_name");
  const port = gateway.blocks("frontend_port").find((one) => one.text("name") === name);
  return port?.value("port") ?? name;
}

/**
 * Paths through application gateways. Listeners on one address and port are one entry, whatever their host names are; a
 * listener that only redirects is told apart.
 */
export function* gatewayPaths(graph: PlanGraph): Generator<InternetPath> {
  for (const gateway of graph.of("azurerm_application_gateway")) {
    for (const listener of publicListeners(gateway)) {
      const redirect = onlyRedirects(gateway, listener.text("name") ?? "");
      const [frontend, port] = [listener.value("frontend_ip_configuration_name"), portOf(gateway, listener)];
      const address = `${gateway.address} ${String(frontend)}`;
      yield {
        kind: redirect ? "gateway-redirect" : "gateway-listener",
        part: listener,
        path: "frontend_ip_configuration_name",
        uncertain: listener.uncertain || frontend === UNKNOWN || port === UNKNOWN,
        says: redirect ? "sends callers on to HTTPS" : "takes requests from the Internet",
        address,
        entry: `${address} ${String(port)}`,
      };
    }
    for (const link of gateway.blocks("private_link_configuration"))
      yield open("private-link-service", link, "name", "lets other subscriptions connect to the gateway");
  }
}
