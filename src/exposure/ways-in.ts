import type { PlanGraph } from "../plan/graph";
import { type InternetPath, internetPaths, type PathKind } from "../reach/exposure";
import { target } from "../reach/network";
import type { Route } from "./route";
import { inOrder, NOT_KNOWN } from "./values";
import { detailOf, unknownTo } from "./way-details";

/** One way in from the Internet: what opens it, what callers ask for, where that leads, and who may. */
export interface WayIn {
  readonly kind: PathKind;
  /** Terraform address. */
  readonly resource: string;
  /** Attribute that opens it; empty when the resource itself does. */
  readonly at: string;
  readonly open: "yes" | "perhaps";
  /** Continues the resource: `takes requests from the Internet itself`. */
  readonly says: string;
  readonly routes: readonly Route[];
  /** `everybody`, addresses, or why nobody. */
  readonly from: readonly string[];
  /** What looks at requests on the way, for example a web application firewall and its mode. */
  readonly filter: string;
  /** Listeners of a gateway on one address and port are one entry; every other way is one by itself. */
  readonly entry: string;
}

function wayOf(graph: PlanGraph, path: InternetPath): WayIn {
  const { kind, part } = path;
  const whole = path.uncertain && part === part.resource && kind !== "app-ingress" && kind !== "public-service";
  const { routes, from, filter = "none" } = whole ? unknownTo(NOT_KNOWN, [NOT_KNOWN]) : detailOf(graph, path);
  const listener = kind === "gateway-listener" || kind === "gateway-redirect";
  const at = path.path === "" || listener ? part.path : part.at(path.path);
  return {
    kind,
    resource: part.resource.address,
    at,
    open: path.uncertain ? "perhaps" : "yes",
    says: path.says,
    routes: inOrder(routes, (one) => one.asks),
    from: from.length > 0 ? from : [NOT_KNOWN],
    filter,
    entry: path.entry ?? `${part.resource.address} ${at}`,
  };
}

/** True for a peering of two networks that are both here: what is in one of them gets no further in by the other. */
function isWithin({ kind, part }: InternetPath): boolean {
  const [to] = kind === "peering" ? part.refs("remote_virtual_network_id") : [];
  return target(to, "azurerm_virtual_network")?.mode === "managed";
}

/** The paths by which the Internet gets in; a peering that stays within the environment is none. */
export function pathsFromOutside(graph: PlanGraph): readonly InternetPath[] {
  return internetPaths(graph).filter((path) => !isWithin(path));
}

/** Every way in from the Internet, those that are not known to be shut included, by address. */
export function waysIn(graph: PlanGraph): readonly WayIn[] {
  return graph.once("ways in", () =>
    inOrder(
      pathsFromOutside(graph).map((path) => wayOf(graph, path)),
      ({ resource, at }) => `${resource} ${at}`,
    ),
  );
}
