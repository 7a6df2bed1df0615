/** What opens a template of Terraform, or a token of cdktf, when a brace follows it. */
const HELD: Readonly<Record<string, string>> = { $: "\uFDD0", "%": "\uFDD1", "#": "\uFDD2" };
const RELEASED = new Map(Object.entries(HELD).map(([char, held]) => [held, char]));

const originals = new WeakMap<object, unknown>();
const copies = new WeakMap<object, unknown>();

/**
 * A value that people wrote, for constructs: no text in it can become an expression. Where `${`, `%{` or `#{` stand, the
 * first character is held back as one that stands for it inside a process only (a noncharacter of Unicode), so that
 * neither cdktf finds a token there nor Terraform a template; {@link writePlainText} gives it back when a stack is written.
 * Functions stay as they are. The same value gives the same copy.
 */
export function plainText<T>(value: T): T {
  if (typeof value === "string") return value.replace(/[$%#](?=\{)/g, (char) => HELD[char] ?? char) as T;
  if (value === null || typeof value !== "object") return value;
  const known = copies.get(value);
  if (known !== undefined) return known as T;
  const copy = Array.isArray(value)
    ? value.map(plainText)
    : Object.fromEntries(Object.entries(value).map(([key, inner]) => [plainText(key), plainText(inner)]));
  Object.freeze(copy);
  copies.set(value, copy);
  copies.set(copy, copy);
  originals.set(copy, value);
  return copy as T;
}

/** What {@link plainText} made a copy of. */
export function asWritten<T extends object>(value: T): T {
  return (originals.get(value) as T | undefined) ?? value;
}

/** A text as people see it, with nothing held back. */
export function shownText(text: string): string {
  return text.replace(/[\uFDD0-\uFDD2]/g, (held) => RELEASED.get(held) ?? "");
}

/**
 * The Terraform JSON of a stack with the text of people as Terraform has to find it: `$${` and `%%{` where it reads
 * templates, and as it was written where it reads none: descriptions, defaults, backends and metadata.
 *
 * @see https://developer.hashicorp.com/terraform/language/syntax/json#expression-mapping
 */
export function writePlainText<T>(json: T): T {
  return release(json, []) as T;
}

function release(value: unknown, path: readonly string[]): unknown {
  if (typeof value === "string") return released(value, readsTemplates(path));
  if (Array.isArray(value)) return value.map((one) => release(one, path));
  if (value === null || typeof value !== "object") return value;
  const template = readsTemplates(path);
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [released(key, template), release(inner, [...path, key])]),
  );
}

function released(text: string, template: boolean): string {
  return text.replace(/[\uFDD0-\uFDD2]/g, (held) => {
    const char = RELEASED.get(held) ?? "";
    return template && char !== "#" ? char + char : char;
  });
}

function readsTemplates([section, , part]: readonly string[]): boolean {
  if (section === "//" || section === "terraform") return false;
  if (section === "variable") return part === "validation";
  return !(section === "output" && part === "description");
}
