import { isObject } from "../plan/json";
import { type Json, objects } from "./configuration";
import { guid, rehearsalSubscription, rehearsalTenant } from "./forms";
import { sampleOf } from "./sample";

export interface VariableValues {
  readonly values: { readonly [name: string]: unknown };
  /** `variable <name>` for each whose validation no value of ours is known to satisfy. */
  readonly gaps: readonly string[];
}

/**
 * Values for the input variables without a default: well-formed by name (`…_id` is a GUID), by type, and by what their
 * validations ask for as far as those are a `regex`, a `contains` of a list, or a length.
 */
export function variableValues(declared: Json, given: { readonly [name: string]: unknown } = {}): VariableValues {
  const values: { [name: string]: unknown } = {};
  const gaps: string[] = [];
  for (const [name, body] of Object.entries(declared)) {
    if (!isObject(body)) continue;
    if (name in given) values[name] = given[name];
    else if ("default" in body) continue;
    else {
      const { value, sure } = valueFor(name, body);
      values[name] = value;
      if (!sure) gaps.push(`variable ${name}`);
    }
  }
  return { values, gaps };
}

function valueFor(name: string, body: Json): { value: unknown; sure: boolean } {
  const type = (typeof body["type"] === "string" ? body["type"] : "string").replace(/^\$\{(.*)\}$/s, "$1").trim();
  const conditions = objects(body["validation"]).map((one) => String(one["condition"] ?? ""));
  if (type !== "string" && type !== "any") return { value: ofType(type, name), sure: conditions.length === 0 };
  const candidates = [...conditions.flatMap(listed), ...candidatesFor(name), ...conditions.flatMap(sampled)];
  const fitting = candidates.find((text) => conditions.every((condition) => satisfies(text, condition) === true));
  const value = fitting ?? candidates.find((text) => conditions.every((one) => satisfies(text, one) !== false));
  return { value: value ?? candidates[0], sure: fitting !== undefined };
}

/** Texts to try, the likeliest first. */
function candidatesFor(name: string): string[] {
  const ids =
    name === "subscription_id"
      ? rehearsalSubscription
      : name === "tenant_id"
        ? rehearsalTenant
        : guid(`variable ${name}`);
  const group = `/subscriptions/${rehearsalSubscription}/resourceGroups/rehearsal`;
  const others = [
    `rehearsal${name.replaceAll(/[^a-z0-9]/g, "").slice(0, 12)}`,
    "rehearsal",
    "westeurope",
    "rehearsal.example",
    "someone@rehearsal.example",
    "https://rehearsal.example/",
    "10.255.0.0/24",
    "203.0.113.7",
    "1",
    `rehearsal.azurecr.io/app@sha256:${"0".repeat(64)}`,
    `sha256:${"0".repeat(64)}`,
    "rehearsal.azurecr.io/app:1.0.0",
    "1.0.0",
    "2099-01-01",
    "2099-01-01T00:00:00Z",
    `${group}/providers/Microsoft.KeyVault/vaults/rehearsal`,
    group,
    "Rehearsal-Only-4-Mocks!",
    ids,
  ];
  if (/_id$/.test(name)) return [ids, ...others];
  if (/(e?mail|contact)/.test(name)) return ["someone@rehearsal.example", ...others];
  if (/(cidr|address_space|prefix)$/.test(name)) return ["10.255.0.0/24", ...others];
  if (/(^|_)ip(_address)?$/.test(name)) return ["203.0.113.7", ...others];
  if (/(^|_)(password|secret)$/.test(name)) return ["Rehearsal-Only-4-Mocks!", ...others];
  return others;
}

/** The texts of every `contains([…], var.x)`. */
function listed(condition: string): string[] {
  const list = /contains\(\s*\[([^\]]*)/.exec(condition)?.[1] ?? "";
  return [...list.matchAll(/"([^"]*)"/g)].map(([, text = ""]) => text);
}

/** A text for every `regex("…", var.x)` that is simple enough to make one from. */
function sampled(condition: string): string[] {
  return patternsIn(condition).flatMap((pattern) => sampleOf(pattern) ?? []);
}

/** True and false are sure; undefined means that the condition is none we can judge. */
function satisfies(text: string, condition: string): boolean | undefined {
  const results: (boolean | undefined)[] = [];
  for (const pattern of patternsIn(condition)) results.push(matches(text, pattern));
  if (/contains\(\s*\[/.test(condition)) results.push(listed(condition).includes(text));
  for (const [, operator = "", count = ""] of condition.matchAll(/length\([^()]*\)\s*(==|>=|<=|>|<)\s*(\d+)/g)) {
    results.push(compare(text.length, operator, Number(count)));
  }
  if (results.length === 0 || /\|\||!(?!=)/.test(condition.replaceAll(/"(?:[^"\\]|\\.)*(?:"|\\?$)/gs, '""')))
    return undefined;
  return results.includes(false) ? false : results.includes(undefined) ? undefined : true;
}

/** The patterns of every `regex("…", …)`, as the expression engine reads them. */
function patternsIn(condition: string): string[] {
  return [...condition.matchAll(/regex\(\s*"((?:[^"\\]|\\.)*)"/g)].map(([, written = ""]) => {
    try {
      return JSON.parse(`"${written}"`) as string;
    } catch {
      return written;
    }
  });
}

function matches(text: string, pattern: string): boolean | undefined {
  try {
    return new RegExp(pattern).test(text);
  } catch {
    return undefined;
  }
}

function compare(a: number, operator: string, b: number): boolean {
  if (operator === "==") return a === b;
  if (operator === ">=") return a >= b;
  if (operator === "<=") return a <= b;
  return operator === ">" ? a > b : a < b;
}

function ofType(type: string, name: string): unknown {
  if (type.startsWith("number")) return 1;
  if (type.startsWith("bool")) return false;
  if (/^(list|set|tuple)\b/.test(type)) return [];
  if (type.startsWith("map")) return {};
  const fields = /^object\(\s*\{(.*)\}\s*\)$/s.exec(type)?.[1];
  if (fields === undefined) return candidatesFor(name)[0];
  const required = splitFields(fields).filter(([, one]) => !one.startsWith("optional("));
  return Object.fromEntries(required.map(([field, one]) => [field, ofType(one, field)]));
}

/** `a = string, b = object({ c = number })` at its outermost commas. */
function splitFields(text: string): [name: string, type: string][] {
  let depth = 0;
  let part = "";
  const parts: string[] = [];
  for (const sign of text) {
    if ("({[".includes(sign)) depth += 1;
    if (")}]".includes(sign)) depth -= 1;
    if (depth === 0 && (sign === "," || sign === "\n")) parts.push(part);
    part = depth === 0 && (sign === "," || sign === "\n") ? "" : part + sign;
  }
  return [...parts, part].flatMap((one) => {
    const match = /^\s*"?(\w+)"?\s*[=:](.+)$/s.exec(one);
    const type = match?.[2]?.trim();
    return match?.[1] && type ? [[match[1], type] as [string, string]] : [];
  });
}
