import { basename, dirname, resolve } from "node:path";
import { stripVTControlCharacters } from "node:util";
import type { LoadedEnvironment } from "../src/config/loaded";
import { requireFile } from "../src/config/require-file";
import { absence } from "../src/disk/absence";
import { BadInput } from "../src/errors";
import type { Environment } from "./environment";

/** What an `extend:` file exports as its default: it adds resources to the environment, under the same gate. */
export type Extension = (environment: Environment) => void;

/**
 * Runs the file that adds resources to an environment.
 *
 * @throws BadInput when the file is missing, exports no function, cannot be read or fails
 */
export function extend(environment: Environment, { file, positionOf }: LoadedEnvironment, path: string): void {
  const target = resolve(dirname(file), path);
  const fail = (says: string, fix: string) =>
    new BadInput([{ path: "extend", says: `extend names ${path}, ${says}`, fix, at: positionOf(["extend"]) }]);
  const absent = absence(target);
  if (absent !== undefined) throw fail(`which ${absent}`, `Create ${path} beside the config, or remove extend.`);
  const told = <T>(run: () => T): T => {
    try {
      return run();
    } catch (error) {
      if (error instanceof BadInput) throw error;
      throw fail(`which fails${whereIn(target, error)}: ${messageOf(error)}`, "Mend the file; nothing was written.");
    }
  };
  const exported = told(() =>
    requireFile(target, () =>
      fail(
        "but TypeScript files cannot be read here",
        "Install the compiler beside your project: npm install --save-dev ts-node @swc/core typescript.",
      ),
    ),
  ) as { default?: unknown };
  const { default: extension } = exported;
  if (typeof extension !== "function")
    throw fail("which has no default export", "Export a function: export default (environment) => { … }");
  told(() => (extension as Extension)(environment));
}

/** The first line of what was thrown; a compiler draws a picture below it. */
function messageOf(error: unknown): string {
  const text = stripVTControlCharacters(error instanceof Error ? error.message : String(error));
  const [first = ""] = text.split("\n").filter((line) => line.trim() !== "");
  return first.trim().replace(/^[x×] /, "");
}

/** Where in the file, as far as the error tells; what cannot be imported has no line. */
function whereIn(target: string, error: unknown): string {
  if ((error as NodeJS.ErrnoException | undefined)?.code === "MODULE_NOT_FOUND") return "";
  const text = error instanceof Error ? `${error.message}\n${error.stack}` : "";
  const line = text.split(`${basename(target)}:`)[1]?.match(/^(\d+)/)?.[1];
  return line === undefined ? "" : ` in line ${line}`;
}
