import type { PositionOf } from "../config/path";
import { type Path, valueAt } from "../config/path";
import type { Position } from "../errors";
import type { Finding } from "./verdict";

/** Where in a file a finding is; lines and columns count from 1. */
export type Place = Position;

/** Finds the place of a finding. */
export type PlaceOf = (finding: Pick<Finding, "resource" | "path">) => Place | undefined;

/** `services.api.env["a.b"][0]` as a path of keys and positions. */
export function parsePath(text: string): Path {
  const steps = text.matchAll(/"((?:[^"\\]|\\.)*)(?:"|\\?$)|\[(\d+)\]|([^.[\]"]+)/gs);
  return [...steps].map(([, quoted, position, key]) => {
    if (position !== undefined) return Number(position);
    return quoted !== undefined ? unquoted(quoted) : (key ?? "");
  });
}

/** A key that holds quotes of its own is no JSON: it stands for itself. */
function unquoted(text: string): string {
  try {
    return JSON.parse(`"${text}"`) as string;
  } catch {
    return text;
  }
}

/** Findings about the config at their line; findings about a resource at the service or store that it is made for. */
export function inConfig(config: unknown, positionOf: PositionOf): PlaceOf {
  return ({ resource, path }) => {
    if (resource === "config") return positionOf(parsePath(path));
    const local = resource.split("/").at(-1)?.split(".").slice(1).join(".") ?? "";
    return positionOf(madeFor(config, local) ?? []);
  };
}

/** The construct ids of the stacks name what they are made for: `app-web`, `identity-api`, `database-orders_server`. */
function madeFor(config: unknown, local: string): Path | undefined {
  const head = local.split("_")[0] ?? "";
  const name = /^(?:app|job|identity|database|queue|container)-(.+)$/.exec(head)?.[1];
  if (name === undefined) return undefined;
  for (const section of ["services", "stores"]) {
    const known = Object.keys((valueAt(config, [section]) as object | undefined) ?? {});
    const best = known
      .filter((one) => name === one || name.startsWith(`${one}-`))
      .sort((a, b) => b.length - a.length)[0];
    if (best !== undefined) return [section, best];
  }
  return undefined;
}

/** A file of synthesized JSON: its text is searched for the resource. */
export interface StackText {
  readonly stack: string;
  readonly file: string;
  readonly text: string;
}

/** Findings about a resource at the line of a stack's file that declares it; everything else at the top of the first. */
export function inStacks(files: readonly StackText[]): PlaceOf {
  return ({ resource }) => {
    const slash = resource.indexOf("/");
    const stack = slash > 0 && !resource.slice(0, slash).includes(".") ? resource.slice(0, slash) : undefined;
    const address = stack === undefined ? resource : resource.slice(slash + 1);
    const [type = "", name = ""] = address.split(".");
    for (const one of files) {
      if (stack !== undefined && one.stack !== stack) continue;
      const line = lineOf(one.text, type, name);
      if (line !== undefined) return { file: one.file, line, column: 1 };
    }
    const first = files[0];
    return first && { file: first.file, line: 1, column: 1 };
  };
}

function lineOf(text: string, type: string, name: string): number | undefined {
  const block = text.indexOf(`"${type}": {`);
  const at = block < 0 || name === "" ? -1 : text.indexOf(`"${name}": {`, block);
  return at < 0 ? undefined : text.slice(0, at).split("\n").length;
}
