import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { object } from "../json";
import type { EmulatedStack } from "./generation";

/** Stacks that are run together, against one emulated Azure. */
export interface EmulatedGroup {
  readonly name: string;
  readonly stacks: readonly EmulatedStack[];
}

/**
 * What a folder holds: one group for each environment of a synth's output, in the order of its manifest, or the one
 * configuration in a folder of Terraform. Empty where it holds neither.
 */
export function groupsIn(dir: string): EmulatedGroup[] {
  if (holdsConfiguration(dir)) return [{ name: basename(dir), stacks: [{ dir, after: [] }] }];
  const manifest = join(dir, "manifest.json");
  if (!existsSync(manifest)) return [];
  const listed = object(object(JSON.parse(readFileSync(manifest, "utf8")))["stacks"]);
  const groups = new Map<string, EmulatedStack[]>();
  for (const [name, entry] of Object.entries(listed)) {
    const { constructPath, dependencies } = object(entry);
    const owner = String(constructPath).split("/")[0] ?? name;
    const after = ((dependencies ?? []) as string[]).map((one) => one.split("/").at(-1) ?? one);
    groups.set(owner, [...(groups.get(owner) ?? []), { name, dir: join(dir, "stacks", name), after }]);
  }
  return [...groups].map(([name, stacks]) => ({ name, stacks: inOrder(stacks) }));
}

function holdsConfiguration(dir: string): boolean {
  return existsSync(dir) && readdirSync(dir).some((name) => /\.tf(\.json)?$/.test(name));
}

/** Those first that others wait for. */
function inOrder(stacks: readonly EmulatedStack[]): EmulatedStack[] {
  const done = new Map<string, EmulatedStack>();
  const add = (one: EmulatedStack): void => {
    if (done.has(one.name ?? "")) return;
    for (const other of stacks) if (other !== one && one.after?.includes(other.name ?? "")) add(other);
    done.set(one.name ?? "", one);
  };
  stacks.forEach(add);
  return [...done.values()];
}
