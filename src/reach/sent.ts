import { typesWith, type WayOut } from "../azure";
import type { PlanGraph } from "../plan/graph";
import { describe, type Reference, UNKNOWN } from "../plan/reference";
import type { Part, Resource } from "../plan/resource";
import { jsonIn, urlsIn } from "./json-text";

/** Something that Azure sends out of a resource by itself, where no firewall of the environment sees it. */
export interface Sent {
  readonly part: Part;
  /** Argument that says where to. */
  readonly path: string;
  /** What is sent: `events`. */
  readonly what: string;
  /** Continues with "it": `sends events to`. */
  readonly says: string;
  readonly to: Reference;
}

function* at(part: Part, path: string): Generator<{ part: Part; path: string; to: Reference }> {
  const dot = path.indexOf(".");
  if (dot < 0) {
    for (const to of part.refs(path)) if (to.kind !== "unknown" || to.text !== "") yield { part, path, to };
    return;
  }
  const head = path.slice(0, dot);
  if (part.wasWritten(head) && part.isUnknown(head)) yield { part, path: head, to: { kind: "unknown", text: head } };
  for (const block of part.blocks(head)) yield* at(block, path.slice(dot + 1));
}

/** Whoever is asked for: a type that sends to people or numbers of the caller's choice. */
const ANYBODY: Reference = { kind: "outside", id: "/anybody" };

/** What Microsoft makes and runs for Azure; its agent for a workspace sends to whichever its settings name by a number. */
const isAzures = (maker: string) => /^microsoft\./i.test(maker) && !/^microsoft\.enterprisecloud\./i.test(maker);

/** What an argument says that is no id, host or address itself. */
function* told(part: Resource, path: string, as: WayOut["as"]): Generator<{ part: Part; path: string; to: Reference }> {
  if (as === "json") {
    const json = jsonIn(part, path);
    if (json === UNKNOWN) yield { part, path, to: { kind: "unknown", text: "" } };
    else if (json !== undefined) for (const id of urlsIn(json)) yield { part, path, to: { kind: "outside", id } };
    return;
  }
  if (as === "secret") {
    if (part.wasWritten(path)) yield { part, path, to: { kind: "unknown", text: "" } };
    return;
  }
  const maker = part.text(path);
  if (maker === undefined) yield { part, path, to: { kind: "unknown", text: "" } };
  else if (!isAzures(maker)) yield { part, path, to: { kind: "outside", id: maker } };
}

/** What one resource sends, by what the catalogue says of its type. */
function* sentBy(resource: Resource, ways: readonly WayOut[]) {
  for (const { what, says, to, host, as, unless } of ways) {
    if (unless !== undefined && resource.blocks(unless).length > 0) continue;
    const whoever = host === undefined ? ANYBODY : ({ kind: "outside", id: host } as const);
    if (to.length === 0) yield { part: resource, path: "name", to: whoever, what, says };
    for (const path of to)
      for (const found of as === undefined ? at(resource, path) : told(resource, path, as))
        yield { ...found, what, says };
  }
}

/** Everything that Azure sends by itself: events, logs, copies, exports. */
export function sent(graph: PlanGraph): readonly Sent[] {
  return graph.once("sent", () =>
    typesWith("waysOut").flatMap(([type, ways]) => graph.of(type).flatMap((one) => [...sentBy(one, ways)])),
  );
}

/** The host of a destination that is a URL or a host name; the rest of a URL may be a key, and is nobody's to read. */
export function hostOf(to: Reference): string | undefined {
  if (to.kind !== "outside") return undefined;
  const url = /^[a-z][a-z0-9+.-]{0,30}:\/\/(?:[^/@\s]{0,200}@)?([^/:?#\s]{1,253})/i.exec(to.id)?.[1];
  const host = url ?? (/^[a-z0-9](?:[a-z0-9-]{0,62}\.){1,20}[a-z]{2,63}$/i.test(to.id) ? to.id : undefined);
  return host?.toLowerCase();
}

/** Where something is sent, in words: a URL by its host alone, an id whole; any other text may be a key, and is not said. */
export function placeOf(to: Reference): string {
  if (to === ANYBODY) return "anybody";
  if (to.kind !== "outside" || to.id.startsWith("/")) return describe(to);
  return hostOf(to) ?? "something that is neither an id nor a host";
}
