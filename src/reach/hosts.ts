import { typesThatRun, typesWith } from "../azure";
import { normalLocation } from "../azure/regions";
import type { PlanGraph } from "../plan/graph";
import type { Resource } from "../plan/resource";

/** Container apps whose environment's domain is still a variable. */
const APPS = typesThatRun("app");
const DOMAIN_OF_APPS = /^(?:internal\.)?\$\{[^}]*\}$/;

const REGION = "{region}";
const WILD = "*.";

function pattern(suffix: string): RegExp {
  const [wild, rest] = suffix.startsWith(WILD) ? ["(?:[a-z0-9-]+\\.)*", suffix.slice(WILD.length)] : ["", suffix];
  return new RegExp(`^${wild}${rest.replaceAll(".", "\\.").replace(REGION, "([a-z0-9]+)")}$`);
}

/** Host names that Azure makes from the name of a resource, as the first label: what follows, and the type. */
const HOSTS = typesWith("hosts").flatMap(([type, suffixes]) => suffixes.map((one) => ({ type, rest: pattern(one) })));

function candidates(graph: PlanGraph, rest: string): readonly Resource[] {
  if (DOMAIN_OF_APPS.test(rest)) return graph.of(...APPS);
  return HOSTS.flatMap(({ type, rest: form }) => {
    const match = form.exec(rest.toLowerCase());
    const [, region] = match ?? [];
    if (match === null) return [];
    return graph
      .of(type)
      .filter((one) => region === undefined || normalLocation(one.text("location") ?? "") === region);
  });
}

/** The resources of the environment that answer to a host name; the domain of the apps may still be a variable. */
export function byHost(graph: PlanGraph, host: string): readonly Resource[] {
  const dot = host.indexOf(".");
  if (dot <= 0) return [];
  const name = host.slice(0, dot).toLowerCase();
  return candidates(graph, host.slice(dot + 1)).filter((one) => one.text("name")?.toLowerCase() === name);
}
