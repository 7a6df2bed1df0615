import { type InternetPath, internetPaths } from "../../policy/graph/exposure";
import type { PlanGraph } from "../../policy/graph/graph";

/** One way from the Internet into the environment, by the name that people know it by. */
export interface EntryPoint {
  /** An app by its service name, for example `web`; everything else by its address. */
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
      name: kind === "app-ingress" ? part.resource.name.replace(/^app-/, "") : part.resource.address,
      address: part.resource.address,
      path: path === "" ? part.path : part.at(path),
      kind,
      uncertain,
      says,
    }))
    .sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
}

/** An entry point as one word for a summary: `https://web`, or the address of what opens it. */
export function entryLabel({ name, kind, uncertain }: EntryPoint): string {
  return `${kind === "app-ingress" ? "https://" : ""}${name}${uncertain ? " (perhaps)" : ""}`;
}
