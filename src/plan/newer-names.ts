import type { Renamed } from "../azure";
import type { Json } from "./json";
import { type Read, UNKNOWN } from "./reference";
import type { Part } from "./resource";

/** What the old name of an argument would hold, read from the argument that azurerm 5 has instead. */
export function readNewer(part: Part, { to, opposite, values, idOfNamed }: Renamed): Read {
  if (idOfNamed) return nameBehind(part, to);
  const [head = "", ...rest] = to.split(".");
  if (rest.length > 0) {
    const inner = part.blocks(head).map((one) => one.value(rest.join(".")));
    if (part.isUnknown(head) || inner.includes(UNKNOWN)) return { state: "unknown", text: to };
    return { state: "known", value: inner, defaulted: false };
  }
  const read = part.read(to);
  if (read.state !== "known") return read;
  const { value } = read;
  if (opposite) return typeof value === "boolean" ? { ...read, value: !value } : { state: "unknown", text: to };
  if (values)
    return Object.hasOwn(values, String(value))
      ? { ...read, value: values[String(value)] }
      : { state: "unknown", text: to };
  return read;
}

/** The name of what an id leads to. */
function nameBehind(part: Part, path: string): Read {
  const [reference] = part.refs(path);
  if (reference?.kind === "resource") return reference.resource.read("name");
  if (reference?.kind !== "outside") return { state: "unknown", text: path };
  const name: Json | undefined = reference.id.split("/").at(-1);
  return { state: "known", value: name, defaulted: false };
}
