import { isObject, type Json } from "../../plan/json";
import type { Reference } from "../../plan/reference";
import type { Part } from "../../plan/resource";

/** One ARM id in a resource. */
export interface IdUse {
  readonly part: Part;
  readonly path: string;
  readonly raw: string;
  readonly reference: Reference;
}

const ROLE_OR_POLICY =
  /\/providers\/Microsoft\.Authorization\/(roleDefinitions|policyDefinitions|policySetDefinitions)\//i;

function holdsId(value: Json | undefined): string | undefined {
  if (typeof value === "string") return /^\/subscriptions\//i.test(value) ? value : undefined;
  return Array.isArray(value) ? value.map(holdsId).find((one) => one !== undefined) : undefined;
}

/** Every literal ARM id that somebody wrote in a resource, with where it leads. Built-in roles and policies are none. */
export function* writtenIds(part: Part): Generator<IdUse> {
  for (const [name, value] of Object.entries(part.attributes)) {
    if (name === "id" || !part.wasWritten(name)) continue;
    const raw = holdsId(value);
    if (raw !== undefined && !ROLE_OR_POLICY.test(raw)) {
      for (const reference of part.refs(name)) yield { part, path: name, raw, reference };
    } else if (isObject(value) || (Array.isArray(value) && value.some(isObject)))
      for (const block of part.blocks(name)) yield* writtenIds(block);
  }
}
