import type { Part, Resource } from "../plan/resource";
import { byHost } from "../reach/hosts";
import { isNotKnown, NOT_KNOWN, named, sorted, textAt, textsAt } from "./values";

/** Where a list of host names leads: addresses of the environment's resources, else the name as it is written. */
export function hostsLeadTo(part: Part, attribute: string): string[] {
  const texts = textsAt(part, attribute);
  const references = part.refs(attribute);
  const isHere = texts.some((text) => byHost(part.graph, text).length > 0);
  if ((isNotKnown(part, attribute) && !isHere) || (texts.length === 0 && references.length > 0))
    return sorted(references.map(named));
  return texts.flatMap((text, index) => {
    const found = byHost(part.graph, text);
    if (found.length > 0) return found.map((one) => one.address);
    const reference = references.length === texts.length ? references[index] : undefined;
    const whole = /^\$\{[^}]*\}$/.test(text) || text === NOT_KNOWN;
    return [whole && reference ? named(reference) : text];
  });
}

/** Where a pool of an application gateway leads. */
export function poolLeadsTo(gateway: Resource, name: string): string[] {
  const pool = gateway.blocks("backend_address_pool").find((one) => one.text("name") === name);
  if (!pool) return gateway.isUnknown("backend_address_pool") ? [NOT_KNOWN] : [`pool ${name}, which does not exist`];
  const leads = [...hostsLeadTo(pool, "fqdns"), ...addressesLeadTo(pool)];
  return leads.length > 0 ? leads : [`pool ${name}, whose members the plan does not list`];
}

function addressesLeadTo(pool: Part): string[] {
  const texts = textsAt(pool, "ip_addresses");
  const references = pool.refs("ip_addresses");
  if (texts.length !== references.length) return texts;
  return texts.map((text, index) => {
    const reference = references[index];
    const expression = text.includes("${") || text === NOT_KNOWN;
    return expression && reference?.kind === "resource" ? named(reference) : text;
  });
}

/** `https://orders.example/api`, without a port that the protocol implies. */
export function url(protocol: string, host: string, port: string | undefined, path: string): string {
  const scheme = protocol.toLowerCase();
  const usual = port === undefined || port === (scheme === "https" ? "443" : "80");
  return `${scheme}://${host}${usual ? "" : `:${port}`}${path}`;
}

/** The name of a block's named neighbour: `frontend_port[https]` by its name. */
export function neighbour(resource: Resource, kind: string, name: string | undefined): Part | undefined {
  return name === undefined ? undefined : resource.blocks(kind).find((one) => one.text("name") === name);
}

/** The port of a gateway's frontend. */
export function frontendPort(gateway: Resource, name: string | undefined): string | undefined {
  const port = neighbour(gateway, "frontend_port", name);
  return port ? textAt(port, "port") : undefined;
}
