import { isObject } from "../plan/json";
import type { Json } from "./configuration";

/** One error as Terraform or the provider words it. */
export interface TerraformError {
  readonly summary: string;
  readonly detail: string;
  /** The resource it is about, where Terraform says so. */
  readonly address?: string;
}

/** The errors of a list of diagnostics of `validate -json` or of a `diagnostic` message; warnings are left out. */
export function errorsIn(diagnostics: unknown): TerraformError[] {
  const list: Json[] = (Array.isArray(diagnostics) ? diagnostics : [diagnostics]).filter(isObject);
  return list.filter((one) => one["severity"] === "error").map(toError);
}

function toError(one: Json): TerraformError {
  const snippet = isObject(one["snippet"]) ? one["snippet"] : {};
  const context = /^(data|resource)\W+(\w+)\W+([\w-]+)/.exec(String(snippet["context"] ?? ""));
  const told = context ? `${context[1] === "data" ? "data." : ""}${context[2]}.${context[3]}` : undefined;
  const address = typeof one["address"] === "string" ? one["address"] : told;
  const detail = trimmed(String(one["detail"] ?? ""));
  return { summary: trimmed(String(one["summary"] ?? "error"), 5), detail, ...(address ? { address } : {}) };
}

/** Text for people: no colours, no frame, no empty lines, at most `lines` of it. */
export function trimmed(text: string, lines = 12): string {
  const kept = text
    // biome-ignore lint/suspicious/noControlCharactersInRegex: terminal colours start with an escape character
    .replaceAll(/\u001b\[[0-9;]*m/g, "")
    .split("\n")
    .map((line) => line.replace(/^[│╷╵|]\s?/, "").trimEnd())
    .filter((line) => line.trim() !== "");
  const rest = kept.length - lines;
  return (rest > 0 ? [...kept.slice(0, lines), `… ${rest} more lines`] : kept).join("\n");
}

/** One error on one line, the address last: `the name is too long: … (azurerm_key_vault.vault)`. */
export function formatTerraformError(error: TerraformError): string {
  const lines = error.detail.split("\n").map((line) => line.trim());
  const detail = lines.filter(Boolean).join(" ");
  const says = detail && !detail.startsWith(error.summary) ? `${error.summary}: ${detail}` : detail || error.summary;
  return error.address ? `${says} (${error.address})` : says;
}
