import type { Azure, Deletion } from "./azure";
import type { Catalogue } from "./behaviour";
import { keyOf, parseId } from "./id";
import type { Resource } from "./store";

/**
 * Take a resource out of the store with everything that lies in it or hangs on it, the innermost first.
 * @param asked true where somebody asked for it and may be refused; false for what goes along
 */
export function remove(azure: Azure, catalogue: Catalogue, resource: Resource, asked: boolean): void {
  const { store } = azure;
  const id = parseId(resource.id);
  if (!id) return;
  const deletion: Deletion = { azure, id, body: resource.body, hidden: resource.hidden };
  const behaviour = catalogue.of(resource.type);
  if (asked) behaviour?.checkDelete?.(deletion);
  const inner = store.below(resource.id).filter((one) => !catalogue.of(one.type)?.outlivesScope);
  for (const one of inner.sort((a, b) => b.id.length - a.id.length)) {
    if (store.has(one.id)) remove(azure, catalogue, one, false);
  }
  store.remove(resource.id);
  if (behaviour?.keeps && behaviour.keeps.when?.(resource) !== false)
    store.kept.set(keyOf(resource.id), { ...resource, deleted: azure.now().toISOString() });
  behaviour?.afterDelete?.(deletion);
}
