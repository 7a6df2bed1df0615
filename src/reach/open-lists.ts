import { asList } from "../plan/json";
import { UNKNOWN } from "../plan/reference";
import type { Part } from "../plan/resource";

/** True for a list that somebody wrote and of which an element, or the whole, is not known before apply. */
export function isOpenList(part: Part, path: string): boolean {
  if (!part.wasWritten(path)) return false;
  return (
    part.value(path) === UNKNOWN ||
    part.texts(path).some((one) => one.includes("${")) ||
    asList(part.written.unknown?.[path]).includes(true)
  );
}
