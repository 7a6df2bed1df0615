import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { onDisk } from "../disk/errno";
import { badInput } from "../errors";
import { prettyJson } from "./pretty-json";

/** `manifest.json` of an output folder, as far as it is read. */
interface Manifest {
  readonly stacks: Readonly<Record<string, { readonly constructPath: string }>>;
}

/** The file that lists the stacks of an output. */
export const MANIFEST = "manifest.json";

/** The environment, or foundation, that each listed stack is part of; nothing where no synth has written yet. */
export function ownersIn(output: string): ReadonlyMap<string, string> {
  return new Map(Object.entries(readManifest(output)?.stacks ?? {}).map(([stack, entry]) => [stack, ownerOf(entry)]));
}

/** The manifest of a finished synth with what another one lists of the stacks that stay. */
export function mergedManifest(output: string, fresh: string, stays: (stack: string) => boolean): string {
  const before = readManifest(output);
  const now = readManifest(fresh);
  const kept = Object.entries(before?.stacks ?? {}).filter(([stack]) => stays(stack));
  return prettyJson({ ...now, stacks: { ...Object.fromEntries(kept), ...now?.stacks } });
}

/** Stacks are below their environment: the first name of a construct's path. */
function ownerOf({ constructPath }: { readonly constructPath: string }): string {
  return constructPath.split("/")[0] ?? "";
}

function readManifest(folder: string): Manifest | undefined {
  const file = join(folder, MANIFEST);
  if (!existsSync(file)) return undefined;
  try {
    const manifest = JSON.parse(onDisk(file, () => readFileSync(file, "utf8"))) as Manifest;
    if (Object.values(manifest.stacks).every(({ constructPath }) => typeof constructPath === "string")) return manifest;
  } catch (error) {
    if (!(error instanceof SyntaxError || error instanceof TypeError)) throw error;
  }
  throw badInput(
    `${file} is not the manifest of a synth, so what else is in ${folder} is not known`,
    "Run `gatewright synth` without names: it writes every environment.",
  );
}
