import { inProduction, type ProductionWeakening } from "../../../support/built-production";
import type { Weakening } from "../../../support/weakenings";

/** What is otherwise in a Production: its own lists have these. */
export const OTHERWISE: readonly string[] = [
  "clients inside the network",
  "the addresses of the Pilot",
  "a name of Production",
  "no day on which the Pilot goes",
  "a Production, when this was to be gone by now",
  "no lock on the vault",
  "no lock on the storage",
  // A Production is told of errors of whatever answers, by its promise.
  "Front Door beside the gateway",
];

/** What a Production loses beside. */
export const ALSO: Readonly<Record<string, readonly string[]>> = {
  "contacts that are switched off": ["INC-04"],
  "no entry at all": ["INC-04"],
};

/** So many of a list that the same controls catch; the others are tried on a Pre-Production, by the same rules. */
const OF_A_KIND = 2;

/** Weakenings of a Pre-Production that are the same in a Production, and caught by the same controls: some of each kind. */
export function carried(...lists: readonly (readonly Weakening[])[]): readonly ProductionWeakening[] {
  return lists.flatMap(someOfEachKind).map(({ what, change, caught }) => ({
    what,
    change: inProduction(change),
    caught: [...caught, ...(ALSO[what] ?? [])].sort(),
  }));
}

function someOfEachKind(list: readonly Weakening[]): readonly Weakening[] {
  const kinds = new Map<string, number>();
  return list.filter(({ what, caught }) => {
    if (OTHERWISE.includes(what)) return false;
    const before = kinds.get(caught.join()) ?? 0;
    kinds.set(caught.join(), before + 1);
    return before < OF_A_KIND || what in ALSO;
  });
}
