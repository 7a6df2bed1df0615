import type { Json } from "../json";
import { isObject, textsIn } from "../json";
import type { Write } from "./azure";
import type { TypeBehaviour } from "./behaviour";
import { keyOf, parseId, within } from "./id";
import { Refusal } from "./refusal";
import type { Resource, Store } from "./store";

const ID = /^\/subscriptions\/[^/]+(\/resourceGroups\/[^/]+)?\/providers\/[^/]+\/.+/i;

/**
 * Refuse ids in a body that lead to nothing, in the words of the network service. Other services have codes of their own,
 * which are not told apart here: a run shows that and where a reference leads nowhere, not each service's name for it.
 */
export function refuseMissing(write: Write, behaviour: TypeBehaviour | undefined): void {
  const { id, sent, azure } = write;
  const { id: _own, tags: _tags, ...body } = sent;
  for (const found of references(body)) {
    if (within(found.text, id.text) || exists(azure.store, found.text)) continue;
    if (behaviour?.mayBeAbsent?.(found.path, found.text)) continue;
    throw new Refusal(
      400,
      "InvalidResourceReference",
      `Resource ${found.text} referenced by resource ${id.text} was not found. Please make sure that the referenced resource exists, and that both resources are in the same region.`,
    );
  }
}

/** Ids of resources in a body: values and, for assigned identities, keys. */
function* references(body: Json): Generator<{ path: string; text: string }> {
  for (const found of textsIn(body)) if (ID.test(found.text)) yield found;
}

/** What is stored, or is a named part of the body of what is stored. */
function exists(store: Store, text: string): boolean {
  if (store.has(text)) return true;
  const id = parseId(text);
  if (!id || id.collection) return false;
  if (/\/(locations|roleDefinitions|policyDefinitions|policySetDefinitions)\//i.test(id.text)) return true;
  const holder = nearest(store, text);
  return holder !== undefined && holdsId(holder.body, keyOf(text));
}

function nearest(store: Store, text: string): Resource | undefined {
  const segments = text.split("/");
  while (segments.length > 8) {
    segments.splice(-2);
    const holder = store.get(segments.join("/"));
    if (holder) return holder;
  }
  return undefined;
}

function holdsId(value: unknown, key: string): boolean {
  if (Array.isArray(value)) return value.some((inner) => holdsId(inner, key));
  if (!isObject(value)) return false;
  if (typeof value["id"] === "string" && keyOf(value["id"]) === key) return true;
  return Object.values(value).some((inner) => holdsId(inner, key));
}

/** The resources, other than itself and what lies in it, whose bodies name an id or something below it. */
export function referrers(store: Store, id: string): Resource[] {
  return store
    .all()
    .filter((one) => !within(one.id, id) && [...references(one.body)].some((found) => within(found.text, id)));
}
