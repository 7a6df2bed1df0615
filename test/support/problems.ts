import { join } from "node:path";
import { loadEnvironment } from "../../src/config/load";
import { validateConfig } from "../../src/config/validate";
import { BadInput } from "../../src/errors";
import { keepConfig } from "./bad-input";
import { folderWith } from "./folder";
import { asYaml } from "./poc-config";

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
  keepConfig(text, name);
  const folder = folderWith({ [name]: text });
  return refusal(() => loadEnvironment(join(folder, name))).replaceAll(`${folder}/`, "");
}

/** What validation says of a config that was written in TypeScript. */
export function problemsOf(config: unknown): string {
  keepConfig(asYaml(config), nameOf(config));
  return refusal(() => validateConfig(config));
}

/** The file that a config belongs in, as far as it says. */
function nameOf(config: unknown): string {
  const { workload = "orders", stage = "poc" } = (config ?? {}) as { workload?: unknown; stage?: unknown };
  const name = `${workload}.${stage}.yaml`;
  return /^[\w.-]{1,80}$/.test(name) ? name : "orders.poc.yaml";
}
