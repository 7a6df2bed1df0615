import { factOf } from "../azure";
import type { Resource } from "../plan/resource";
import { named } from "./network";

/** The firewall rules of their own that name a server, by id or by name. */
export function ownRules(server: Resource): readonly Resource[] {
  return rulesFor(server, (rule, attribute) => {
    const [reference] = rule.refs(attribute);
    const owner = reference?.kind === "resource" ? reference.resource : named(rule, server.type, attribute);
    return owner === server;
  });
}

/** Firewall rules of which nobody knows yet whose they are: they may be this server's. */
export function rulesOfUnknownServers(server: Resource): readonly Resource[] {
  return rulesFor(server, (rule, attribute) => rule.refs(attribute)[0]?.kind === "unknown");
}

function rulesFor(server: Resource, isMeant: (rule: Resource, attribute: string) => boolean): readonly Resource[] {
  const filter = factOf(server.type, "publicSide")?.filter;
  if (filter?.kind !== "rules") return [];
  return server.graph.of(filter.type).filter((rule) => isMeant(rule, filter.server));
}
