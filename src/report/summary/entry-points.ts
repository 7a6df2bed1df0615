import type { PlanGraph } from "../../plan/graph";
import type { Part } from "../../plan/resource";
import { type InternetPath, internetPaths } from "../../reach/exposure";

/** One way from the Internet into the environment, by the name that people know it by. */
export interface EntryPoint {
  /** An app by its service name, for example `web`, a gateway by its host name; everything else by its address. */
  readonly name: string;
  readonly address: string;
  /** Attribute that opens it. */
  readonly path: string;
  readonly kind: InternetPath["kind"];
  /** True when whether it is open is not known before apply. */
  readonly uncertain: boolean;
  /** Continues the name: `takes requests from the Internet itself`. */
  readonly says: string;
}

/** The ways in, sorted by name. A listener that only sends callers on to HTTPS is none. */
export function entryPoints(graph: PlanGraph): EntryPoint[] {
  return internetPaths(graph)
    .filter(({ kind }) => kind !== "gateway-redirect")
    .map(({ part, path, kind, uncertain, says }) => ({
      name: nameOf(kind, part),
      address: part.resource.address,
      path: path === "" ? part.path : part.at(path),
      kind,
      uncertain,
      says,
    }))
    .sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
}

function nameOf(kind: InternetPath["kind"], part: Part): string {
  if (kind === "app-ingress") return part.resource.name.replace(/^app-/, "");
  const hosts = kind === "gateway-listener" ? [part.text("host_name") ?? "", ...part.texts("host_names")] : [];
  return hosts.filter(Boolean).join(", ") || part.resource.address;
}

/** An entry point as one word for a summary: `https://web`, or the address of what opens it. */
export function entryLabel({ name, kind, uncertain }: EntryPoint): string {
  const named = kind === "app-ingress" || (kind === "gateway-listener" && !name.startsWith("azurerm_"));
  return `${named ? "https://" : ""}${name}${uncertain ? " (perhaps)" : ""}`;
}
