import { createHash } from "node:crypto";
import stringify from "fast-json-stable-stringify";
import type { SynthesizedStack } from "../plan/terraform-json";

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
 * Version of {@link platformDigest}: raised when the same stacks get another digest, so that a certificate of the digest
 * before says so and is not taken for a changed platform. Version 1 also hashed comments, among them cdktf's version.
 */
export const PLATFORM_DIGEST_VERSION = 2;

/**
 * Digest of an environment's synthesized stacks with comments, image references and container environments masked, so
 * that neither a release nor another version of cdktf changes it, and a change of the platform does.
 */
export function platformDigest(stacks: readonly SynthesizedStack[]): string {
  const sorted = stacks.toSorted((a, b) => (a.name < b.name ? -1 : 1));
  return digestOf(sorted.map(({ name, json }) => ({ name, json: mask(json) })));
}

const CONTAINER_APP_TYPES = ["azurerm_container_app", "azurerm_container_app_job"];

/** How many labels stand between a section and its blocks; a `//` in the place of a label is no comment. */
const LABELS: Readonly<Record<string, number>> = {
  terraform: 0,
  provider: 1,
  variable: 1,
  output: 1,
  module: 1,
  resource: 2,
  data: 2,
};

function mask({ "//": _comment, ...sections }: SynthesizedStack["json"]): unknown {
  return Object.fromEntries(
    Object.entries(sections).map(([section, value]) => {
      const plain = withoutComments(value, LABELS[section] ?? Number.POSITIVE_INFINITY);
      return [section, section === "resource" ? maskApps(plain) : plain];
    }),
  );
}

/** Leaves out the `//` of every block, which Terraform does not read. In a map, for example of tags, it is a key. */
function withoutComments(value: unknown, labels: number): unknown {
  if (Array.isArray(value)) return value.map((one) => withoutComments(one, labels));
  if (value === null || typeof value !== "object" || labels === Number.POSITIVE_INFINITY) return value;
  if (labels > 0)
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, withoutComments(inner, labels - 1)]));
  const { "//": _comment, ...rest } = value as Record<string, unknown>;
  return rest;
}

/** A section may be a list of mappings as well as one. */
function maskApps(resources: unknown): unknown {
  if (Array.isArray(resources)) return resources.map(maskApps);
  return Object.fromEntries(
    Object.entries((resources ?? {}) as object).map(([type, named]) => [
      type,
      CONTAINER_APP_TYPES.includes(type) ? maskContainers(named) : named,
    ]),
  );
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
