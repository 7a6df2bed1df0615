import type { PlanGraph } from "../../plan/graph";
import type { Part } from "../../plan/resource";

const REGISTRY = "azurerm_container_registry";
const DOCKER_HUB = "docker.io";

/** Which registry an image comes from. */
export interface Origin {
  readonly kind: "own" | "foreign" | "unknown";
  /** Host name, or the address of what names it; empty when it is not known. */
  readonly host: string;
}

/** The hosts of the environment's own registries; `open` when the name of one is not known before apply. */
function ownHosts(graph: PlanGraph): { readonly hosts: ReadonlySet<string>; readonly open: boolean } {
  return graph.once("own registries", () => {
    const names = graph.of(REGISTRY).map((one) => one.text("name"));
    const hosts = names.flatMap((name) => (name === undefined ? [] : [`${name.toLowerCase()}.azurecr.io`]));
    return { hosts: new Set(hosts), open: hosts.length < names.length };
  });
}

const SERVERS = ["docker_registry_url", "registry_url", "server"];

/**
 * Where the image or server that an attribute names comes from: followed to a registry, or compared with its host.
 *
 * @param image  the image itself, where the attribute holds more than that
 */
export function originOf(graph: PlanGraph, part: Part, attribute: string, image?: string): Origin {
  const [reference] = part.refs(attribute);
  if (reference?.kind === "resource" && reference.resource.type === REGISTRY) {
    const own = reference.resource.mode === "managed";
    return { kind: own ? "own" : "foreign", host: reference.resource.address };
  }
  const read = part.read(attribute);
  const text = image ?? (read.state === "known" ? String(read.value) : read.state === "unknown" ? read.text : "");
  const host = SERVERS.includes(attribute) ? serverOf(text) : hostOf(text);
  if (read.state === "absent" || host.includes("${") || (read.state === "unknown" && !text.includes("/")))
    return { kind: "unknown", host: "" };
  const { hosts, open } = ownHosts(graph);
  if (hosts.has(host.toLowerCase())) return { kind: "own", host };
  return open && host.endsWith(".azurecr.io") ? { kind: "unknown", host: "" } : { kind: "foreign", host };
}

/** The host of a server, which may be written as an address of the web. */
function serverOf(text: string): string {
  return text.replace(/^https?:\/\//i, "").replace(/\/.*$/s, "");
}

/** The host of an image as container tools read it: without one it is Docker Hub's. */
function hostOf(image: string): string {
  const slash = image.indexOf("/");
  const first = image.slice(0, Math.max(0, slash));
  if (first.includes("${") || (slash < 0 && image.includes("${"))) return first || image;
  return /[.:]/.test(first) || first === "localhost" ? first : DOCKER_HUB;
}
