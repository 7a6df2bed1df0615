import { asList, asObject, isObject, type Json, type JsonObject } from "./json";

/** A setting of the azurerm `features` block, or the provider's default. Blocks may be objects or lists. */
export function feature(settings: JsonObject, block: string, name: string, fallback: boolean): Json {
  const features = asObject(asList(settings["features"])[0]);
  return asObject(asList(features[block])[0])[name] ?? fallback;
}

/** True for a literal text that is not an expression. */
export function isLiteral(value: Json | undefined): value is string {
  return typeof value === "string" && value !== "" && !value.includes("${");
}

/** True when a version constraint keeps a major version out that is not known yet. */
export function excludesNextMajor(constraint: string): boolean {
  return constraint
    .split(",")
    .some((one) => /^(=?\s*v?\d+(\.\d+){1,2}|~>\s*\d+\.\d+(\.\d+)?|<=?\s*\d+(\.\d+)*)$/.test(one.trim()));
}

/** True for a constraint that admits one version, or the patches of one minor version. */
export function isPinned(constraint: string): boolean {
  return constraint.split(",").some((one) => /^(=?\s*v?\d+\.\d+\.\d+|~>\s*\d+\.\d+(\.\d+)?)$/.test(one.trim()));
}

/** A module source that is a folder of the same repository. */
export function isLocalSource(source: string): boolean {
  return source.startsWith("./") || source.startsWith("../");
}

/** The settings of a backend, with its kind. */
export function backendOf(backend: JsonObject | undefined): { kind: string; settings: JsonObject } | undefined {
  const [kind, value] = Object.entries(backend ?? {})[0] ?? [];
  const settings = asList(value)[0];
  return kind === undefined ? undefined : { kind, settings: isObject(settings) ? settings : {} };
}
