import { asList, isObject, type Json, type JsonObject } from "./json";

/** Blocks that a `dynamic` block makes: what each holds, and whether there is one for certain. */
export interface Made {
  readonly content: JsonObject;
  /** False when an expression decides how many there are; a plan shows it. */
  readonly certain: boolean;
}

/** How many elements are written down; `undefined` when an expression decides. */
function written(forEach: Json | undefined): number | undefined {
  if (Array.isArray(forEach)) return forEach.length;
  return isObject(forEach) ? Object.keys(forEach).length : undefined;
}

/**
 * What the `dynamic` blocks at a place make of one kind. Elements that are written down make their blocks for certain,
 * an empty list makes none; what the content takes from an element stays an expression.
 *
 * @see https://developer.hashicorp.com/terraform/language/expressions/dynamic-blocks
 */
export function dynamicBlocks(attributes: JsonObject, kind: string): Made[] {
  return asList(attributes["dynamic"])
    .filter(isObject)
    .flatMap((one) => asList(one[kind]))
    .filter(isObject)
    .flatMap((one) => {
      const count = written(one["for_each"]);
      const [content] = asList(one["content"]).filter(isObject);
      return count === 0 ? [] : [{ content: content ?? {}, certain: count !== undefined }];
    });
}

/** The kinds of blocks at a place of which an expression decides how many there are. */
export function uncountedKinds(attributes: JsonObject): string[] {
  const kinds = asList(attributes["dynamic"]).filter(isObject).flatMap(Object.keys);
  return kinds.filter((kind) => dynamicBlocks(attributes, kind).some(({ certain }) => !certain));
}
