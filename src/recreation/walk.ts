import { isObject, type Json } from "../plan/json";
import type { Part, Resource } from "../plan/resource";

/** A resource and every block inside it. */
export function* partsOf(part: Part): Generator<Part> {
  yield part;
  for (const [name, value] of Object.entries(part.attributes))
    if (isObject(value) || (Array.isArray(value) && value.some(isObject)))
      for (const block of part.blocks(name)) yield* partsOf(block);
}

/** The plain attributes of a part: those that are no blocks. */
export function* valuesOf(part: Part): Generator<{ name: string; value: Json }> {
  for (const [name, value] of Object.entries(part.attributes)) {
    if (value === undefined || value === null || isObject(value)) continue;
    if (Array.isArray(value) && value.some(isObject)) continue;
    yield { name, value };
  }
}

/** Every plain attribute of a resource and of its blocks that is text, or a list of texts, with its path. */
export function* textsOf(resource: Resource): Generator<{ part: Part; name: string; path: string; text: string }> {
  for (const part of partsOf(resource))
    for (const { name, value } of valuesOf(part))
      for (const text of Array.isArray(value) ? value : [value])
        if (typeof text === "string") yield { part, name, path: part.at(name), text };
}
