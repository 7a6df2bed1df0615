import type { ConfigView } from "../config/view";
import type { PlanGraph } from "../plan/graph";
import { type FirewallRule, firewallRules } from "./allow-list";
import { besideNetworks, type Connection, connections } from "./beside-networks";
import { type FirewallState, firewalls, idleGroups } from "./firewalls";
import { type Identity, identities } from "./identities";
import { type NotRead, notRead } from "./not-read";
import { type PeopleAccess, peopleAccess } from "./people";
import { type PlatformService, platformServices } from "./platform-services";
import { type PublicAddress, publicAddresses } from "./public-addresses";
import { type SentByAzure, sentByAzure } from "./sent-by-azure";
import { type ServiceReach, services } from "./services";
import { subnets, type WayOut } from "./subnets";
import { type WayIn, waysIn } from "./ways-in";

/** What reaches an environment, what leaves it, and who may do what in it. */
export interface Exposure {
  /** What the Internet can reach and by which path; a listener that only sends callers on to HTTPS is among them. */
  readonly waysIn: readonly WayIn[];
  /** VPNs of people. */
  readonly people: readonly PeopleAccess[];
  /** Each service with who reaches it. */
  readonly services: readonly ServiceReach[];
  /** Data stores and other services of the platform, by what the Internet sees of them. */
  readonly platformServices: readonly PlatformService[];
  readonly publicAddresses: readonly PublicAddress[];
  /** Where what leaves goes, by subnet; then what stands in no subnet of the plan. */
  readonly waysOut: readonly WayOut[];
  readonly firewalls: readonly FirewallState[];
  /** What firewalls let out; everything else they deny. */
  readonly firewallRules: readonly FirewallRule[];
  /** Rule groups that no firewall of the plan uses. */
  readonly idleRuleGroups: readonly string[];
  /** Peerings, other sites, and private endpoints to the outside: traffic leaves over them too. */
  readonly connections: readonly Connection[];
  /** What Azure sends out of resources by itself: events, logs, copies. */
  readonly sentByAzure: readonly SentByAzure[];
  readonly identities: readonly Identity[];
  /** What the plan has and this says nothing about. */
  readonly notRead: readonly NotRead[];
}

/**
 * The exposure of an environment, ours or anyone's, computed from its plan. What is not known before apply is said to be
 * so. Rows are in the order of their addresses, so that two plans can be compared line by line.
 *
 * @param config  says who wants an allowed destination where the plan's descriptions do not, and which groups there are
 */
export function exposure(graph: PlanGraph, config?: ConfigView): Exposure {
  return {
    waysIn: waysIn(graph),
    people: peopleAccess(graph),
    services: services(graph),
    platformServices: platformServices(graph),
    publicAddresses: publicAddresses(graph),
    waysOut: [...subnets(graph), ...besideNetworks(graph)],
    firewalls: firewalls(graph),
    firewallRules: firewallRules(graph, config),
    idleRuleGroups: idleGroups(graph),
    connections: connections(graph),
    sentByAzure: sentByAzure(graph),
    identities: identities(graph),
    notRead: notRead(graph, config),
  };
}
