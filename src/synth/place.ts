import { readdirSync } from "node:fs";
import { homedir } from "node:os";
import { parse, relative, resolve, sep } from "node:path";
import { onDisk } from "../disk/errno";
import { badInput } from "../errors";
import { MANIFEST } from "./manifest";

const FIX = "Name a folder of its own for the output, such as cdktf.out.";

/** What a synth writes itself, and what stands in a folder without being anybody's work. */
const NOT_FOREIGN = /^(?:stacks|environments|lost\+found|\..*)$/;

/**
 * Refuses a folder for output that is somebody's: the configs', the project's, a person's, the system's, or one that holds
 * other files and that no synth has written to.
 *
 * @param environments  folder of the configs
 */
export function assertApart(out: string, environments: string): void {
  const [output, configs] = [resolve(out), resolve(environments)];
  if (output === configs) throw badInput(`${out} is the folder of the configs`, FIX);
  const holds = [
    ["the root of the file system", parse(output).root],
    ["your home folder", homedir()],
    ["the configs", configs],
    ["the folder that you are in", process.cwd()],
  ].find(([, folder = ""]) => isWithin(folder, output));
  if (holds) throw badInput(`${out} holds ${holds[0]}, so that it cannot be an output folder`, FIX);
  const foreign = entriesOf(output);
  if (foreign.includes(MANIFEST)) return;
  const others = foreign.filter((name) => !NOT_FOREIGN.test(name)).sort();
  if (others.length === 0) return;
  const more = others.length > 3 ? ` and ${others.length - 3} more` : "";
  throw badInput(`${out} holds what no synth wrote: ${others.slice(0, 3).join(", ")}${more}`, FIX);
}

function isWithin(inner: string, outer: string): boolean {
  const way = relative(resolve(outer), resolve(inner));
  return way === "" || (way !== ".." && !way.startsWith(`..${sep}`));
}

/** What is in a folder; nothing where there is none, or a file, which is told where it is opened. */
function entriesOf(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "ENOENT" || code === "ENOTDIR") return [];
    return onDisk(folder, () => {
      throw error;
    });
  }
}
