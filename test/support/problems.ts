import { join } from "node:path";
import { loadEnvironment } from "../../src/config/load";
import { validateConfig } from "../../src/config/validate";
import { BadInput } from "../../src/errors";
import { folderWith } from "./folder";

/** What a call says when it refuses its input; empty when it takes it. */
export function refusal(call: () => unknown): string {
  try {
    call();
  } catch (error) {
    if (error instanceof BadInput) return error.message;
    throw error;
  }
  return "";
}

/** What the loader says of a file with this text, with the folder left out of the positions. */
export function problemsOfFile(text: string, name = "orders.poc.yaml"): string {
  const folder = folderWith({ [name]: text });
  return refusal(() => loadEnvironment(join(folder, name))).replaceAll(`${folder}/`, "");
}

/** What validation says of a config that was written in TypeScript. */
export function problemsOf(config: unknown): string {
  return refusal(() => validateConfig(config));
}
