import { azureType } from "../azure";
import type { Resource } from "./resource";

/**
 * The resource that stands for itself, by the arguments that lead to it: the server of a database. `undefined` where the
 * plan does not show it.
 */
export function wholeOf(resource: Resource): Resource | undefined {
  const of = azureType(resource.type)?.partOf;
  if (of === undefined || resource.wasWritten("location")) return resource;
  for (const name of new Set(
    [resource.attributes, resource.written.expressions ?? {}].flatMap((one) => Object.keys(one)),
  )) {
    const [to] = /_(?:id|name)$/.test(name) ? resource.refs(name) : [];
    if (to?.kind === "resource" && to.resource.type === of) return wholeOf(to.resource);
  }
  return undefined;
}
