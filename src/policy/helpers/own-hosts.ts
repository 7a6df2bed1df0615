import { isTooBroad } from "../../config/egress";
import { hostsOf } from "../../config/entry";
import { UNKNOWN } from "../../plan/reference";
import type { RuleContext } from "../rule";

/** The names that the product goes by. */
export interface OwnHosts {
  /** Lower case; a listener's may begin with `*.`. */
  readonly hosts: readonly string[];
  /** True where there may be more of them than the input shows. */
  readonly open: boolean;
}

/** Names of the config's entry, and those that listeners of a gateway or routes of a Front Door answer to. */
export function ownHosts(context: RuleContext): OwnHosts {
  const { host, routes = {} } = context.config.entry ?? {};
  const hosts = new Set<string>(host === undefined ? [] : hostsOf({ host, routes }));
  let open = false;
  for (const gateway of context.graph.of("azurerm_application_gateway"))
    for (const listener of gateway.blocks("http_listener")) {
      for (const one of [...listener.texts("host_name"), ...listener.texts("host_names")]) hosts.add(one);
      open ||= ["host_name", "host_names"].some((path) => listener.value(path) === UNKNOWN);
    }
  for (const domain of context.graph.of("azurerm_cdn_frontdoor_custom_domain")) {
    hosts.add(domain.text("host_name") ?? "");
    open ||= domain.value("host_name") === UNKNOWN;
  }
  const known = [...hosts].filter((one) => one !== "").map((one) => one.toLowerCase());
  return { hosts: known, open: open || (known.length === 0 && !context.knows("config")) };
}

/** True for one of the names; `*.orders.example` stands for every name below `orders.example`, `*.com` for none. */
export function isOwnHost({ hosts }: OwnHosts, host: string): boolean {
  return hosts.some((one) => one === host || (one.startsWith("*.") && !isTooBroad(one) && host.endsWith(one.slice(1))));
}
