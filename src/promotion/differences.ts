import { show } from "../config/issues";
import type { Path } from "../config/path";
import { leavesOf } from "./ledger";

/** One setting in which a file that is there differs from what a promotion would write. */
export interface Difference {
  readonly path: string;
  readonly place: Path;
  readonly says: string;
}

/** The cost was true on the day it was recorded; prices that move do not make a file differ. */
const RECORDED = /^promotion\.cost(?:\.|$)/;

/** Every leaf in which an existing config differs from the one that answers lead to. */
export function differences(existing: unknown, fresh: unknown): Difference[] {
  const [there, wanted] = [leavesOf(existing), leavesOf(fresh)];
  return [...new Map([...there, ...wanted])].flatMap(([path, { path: place }]) => {
    const [is, would] = [there.get(path)?.leaf, wanted.get(path)?.leaf];
    if (RECORDED.test(path) || JSON.stringify(is) === JSON.stringify(would)) return [];
    const name = String(place.findLast((part) => typeof part === "string") ?? "");
    if (would === undefined) return [{ path, place, says: `${path} is ${show(is, name)}, the answers have none` }];
    if (is === undefined) return [{ path, place, says: `${path} is missing, the answers have ${show(would, name)}` }];
    return [{ path, place, says: `${path} is ${show(is, name)}, the answers lead to ${show(would, name)}` }];
  });
}
