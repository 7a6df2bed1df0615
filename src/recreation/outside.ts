import { hostsOf } from "../config/entry";
import type { Subject } from "./subject";

/** Something outside that knows an environment by what changes with its generation. */
export interface OutsideThing {
  readonly what: string;
  /** What somebody must do. */
  readonly action: string;
}

/** Whom a new generation must be announced to, from Pre-Production on: its addresses and its VPN profile are new. */
export function outsideThings({ graph, resolved }: Pick<Subject, "graph" | "resolved">): OutsideThing[] {
  const { config } = resolved;
  const things: OutsideThing[] = [];
  if ("entry" in config) {
    const hosts = hostsOf(config.entry).join(" and ");
    things.push({ what: "the entry's address", action: `move the records of ${hosts} to the new one` });
  }
  if (graph.of("azurerm_firewall").length > 0)
    things.push({
      what: "the address that the environment calls from",
      action: "tell whoever lets it in by address, before the move",
    });
  if (graph.of("azurerm_virtual_network_gateway").length > 0)
    things.push({ what: "the VPN profile", action: "people download it again" });
  return things;
}
