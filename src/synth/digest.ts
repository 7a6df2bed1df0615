import { createHash } from "node:crypto";
import stringify from "json-stable-stringify";
import type { SynthesizedStack } from "./terraform-json";

/** JSON with sorted keys and no white space: equal values give equal text. */
export function canonicalJson(value: unknown): string {
  return stringify(value) ?? "null";
}

/** `sha256:` and 64 hexadecimal digits over canonical JSON. */
export function digestOf(value: unknown): string {
  return `sha256:${createHash("sha256").update(canonicalJson(value)).digest("hex")}`;
}

/** Digest of a parsed config; key order and YAML layout do not count. */
export function configDigest(config: unknown): string {
  return digestOf(config);
}

/**
 * Digest of an environment's synthesized stacks with image references and container environments masked, so that a
 * release does not change it and a change of the platform does.
 */
export function platformDigest(stacks: readonly SynthesizedStack[]): string {
  const sorted = stacks.toSorted((a, b) => (a.name < b.name ? -1 : 1));
  return digestOf(sorted.map(({ name, json }) => ({ name, json: mask(json) })));
}

const CONTAINER_APP_TYPES = ["azurerm_container_app", "azurerm_container_app_job"];

function mask(json: SynthesizedStack["json"]): unknown {
  const resource = Object.fromEntries(
    Object.entries(json.resource ?? {}).map(([type, named]) => [
      type,
      CONTAINER_APP_TYPES.includes(type) ? maskContainers(named) : named,
    ]),
  );
  return { ...json, resource };
}

/** Replaces `image` and `env` of every container block below a value. */
function maskContainers(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(maskContainers);
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => {
      if (key !== "container" && key !== "init_container") return [key, maskContainers(inner)];
      const list = (Array.isArray(inner) ? inner : [inner]) as Record<string, unknown>[];
      return [key, list.map(({ image: _image, env: _env, ...rest }) => rest)];
    }),
  );
}
