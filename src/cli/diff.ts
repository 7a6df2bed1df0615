import { didYouMean } from "../config/suggest";
import { compare } from "../diff/compare";
import { renderDiff } from "../diff/render-diff";
import { inertJson } from "../display/inert";
import { EnvironmentFolder } from "../environment/select";
import { badInput } from "../errors";
import { narrowed, sideOf } from "./diff-side";
import { print } from "./print";

/** Options of `gatewright diff`. */
export interface DiffOptions {
  readonly environments: string;
  readonly format: string;
}

const FORMATS = ["text", "json", "markdown"] as const;

/** `gatewright diff`: what differs between two environments, and what of it cannot be changed in place. */
export async function diff(before: string, after: string, options: DiffOptions): Promise<number> {
  const format = FORMATS.find((known) => known === options.format);
  if (!format)
    throw badInput(
      `--format must be text, json or markdown, got "${options.format}"${didYouMean(options.format, FORMATS)}`,
      "Leave it out for text.",
    );
  const folder = new EnvironmentFolder(options.environments);
  const sides = [sideOf(before, folder), sideOf(after, folder)] as const;
  const result = compare(narrowed(sides[0], sides[1]), narrowed(sides[1], sides[0]));
  print(`${format === "json" ? inertJson(result) : renderDiff(result, format)}\n`);
  return 0;
}
