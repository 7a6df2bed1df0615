import fs from "node:fs";
import os from "node:os";
import { type Condition, DAY_SHIFT_MS } from "./conditions";

/** What the parent asks for. */
export interface Order {
  /** Absolute paths of environment files. */
  readonly files: readonly string[];
  readonly conditions: readonly Condition[];
  /** Path of the module that synthesizes: it is loaded here once the conditions hold. */
  readonly synthesizer: string;
}

/** What that module has to export. */
export interface Synthesizer {
  /** Canonical text of every stack of an environment file, by name. */
  readonly synthesizedTexts: (file: string) => Readonly<Record<string, string>>;
}

/** Canonical text of every stack of one environment, by name; or why there is none. */
export type Answered = { readonly stacks: Readonly<Record<string, string>> } | { readonly failure: string };

/** Another day, another order of files, another user, before anything else is loaded. */
function change(conditions: readonly Condition[]): void {
  if (conditions.includes("day")) {
    const Real = Date;
    const shifted = (...given: unknown[]) =>
      given.length === 0 ? new Real(Real.now() + DAY_SHIFT_MS) : new Real(...(given as [number]));
    globalThis.Date = new Proxy(Real, {
      construct: (_, given) => shifted(...given),
      apply: () => shifted().toString(),
      get: (target, key) => (key === "now" ? () => Real.now() + DAY_SHIFT_MS : Reflect.get(target, key)),
    });
  }
  if (conditions.includes("file order")) {
    const real = fs.readdirSync as (...given: unknown[]) => unknown[];
    fs.readdirSync = ((...given: unknown[]) => real(...given).reverse()) as typeof fs.readdirSync;
  }
  if (conditions.includes("user")) {
    os.hostname = () => "elsewhere";
    os.homedir = () => "/nowhere";
    const real = os.userInfo;
    os.userInfo = ((options?: { encoding: "utf8" }) => ({
      ...real(options),
      username: "somebody",
    })) as typeof os.userInfo;
  }
}

/** Synthesizes every file in memory. One that cannot be synthesized does not keep the others from it. */
async function answer({ files, synthesizer }: Order): Promise<Answered[]> {
  const { synthesizedTexts } = (await import(synthesizer)) as Synthesizer;
  const { BadInput } = await import("../../errors");
  return files.map((file) => {
    try {
      return { stacks: synthesizedTexts(file) };
    } catch (error) {
      if (error instanceof BadInput) return { failure: error.problems.map(({ says }) => says).join("; ") };
      return { failure: error instanceof Error ? error.message : String(error) };
    }
  });
}

process.once("message", async (order: Order) => {
  change(order.conditions);
  const result = await answer(order);
  process.send?.(result, () => process.exit(0));
});
process.once("disconnect", () => process.exit(0));
