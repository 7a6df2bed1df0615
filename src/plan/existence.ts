import { isTemplate, template } from "./expression";
import { asList, isObject, type Json, type JsonObject } from "./json";

/** Whether a resource exists: an expression decides where `perhaps` says which. */
export interface Existence {
  readonly exists: boolean;
  readonly perhaps?: string;
}

const CERTAIN: Existence = { exists: true };
const NONE: Existence = { exists: false };

/** A value that is written down, in JSON or in an expression: `0`, `"1"`, `${toset(["a"])}`; `undefined` for any other. */
function literal(value: Json): Json | undefined {
  if (typeof value !== "string") return value;
  const parts = isTemplate(value) ? template(value) : [{ text: value }];
  const [{ text, expression } = {}] = parts;
  if (parts.length !== 1) return undefined;
  const plain = (text ?? expression ?? "").trim();
  try {
    return JSON.parse(/^(?:toset|tolist|tomap)\((.*)\)$/s.exec(plain)?.[1] ?? plain) as Json;
  } catch {
    return undefined;
  }
}

function byNumber(value: Json | undefined): boolean | undefined {
  return typeof value === "number" ? value > 0 : typeof value === "boolean" ? value : undefined;
}

function byElements(value: Json | undefined): boolean | undefined {
  if (Array.isArray(value)) return value.length > 0;
  return isObject(value) ? Object.keys(value).length > 0 : undefined;
}

/**
 * What `count`, `for_each` and OpenTofu's `enabled` say of a resource's existence.
 *
 * @param resolve  follows locals
 * @see https://developer.hashicorp.com/terraform/language/meta-arguments/count
 * @see https://opentofu.org/docs/language/meta-arguments/enabled/
 */
export function existenceOf(body: JsonObject, resolve: (raw: Json) => Json | undefined): Existence {
  const { enabled } = (asList(body["lifecycle"]).find(isObject) ?? {}) as JsonObject;
  const asked = [
    [body["count"], byNumber],
    [body["for_each"], byElements],
    [enabled, byNumber],
  ] as const;
  const open: string[] = [];
  for (const [raw, decide] of asked) {
    if (raw === undefined || raw === null) continue;
    const value = literal(resolve(raw) ?? raw);
    const there = value === undefined ? undefined : decide(value);
    if (there === false) return NONE;
    if (there === undefined) open.push(typeof raw === "string" ? raw : JSON.stringify(raw));
  }
  return open.length === 0 ? CERTAIN : { exists: true, perhaps: open.join(" ") };
}
