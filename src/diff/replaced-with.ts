import { ALWAYS, documentationOf, FORCE_NEW, holdsData } from "../replacement/table";
import type { Replacement, ResourceChange } from "./compare";
import { flatten, schemaPath } from "./flatten";
import type { Member } from "./side";

/**
 * Adds what is replaced because of something else: a resource whose own argument, one that cannot change in place,
 * refers to a resource that is replaced or goes. A container environment takes its apps along.
 */
export function goingAlong(changes: readonly ResourceChange[], members: readonly Member[]): ResourceChange[] {
  const byAddress = new Map(changes.map((change) => [keyOf(change), change]));
  const lost = new Map<string, string>();
  const lose = ({ address, attributes }: Member) => {
    lost.set(`\${${address}.`, address);
    const { name } = attributes;
    if (typeof name === "string" && name.length >= 8) lost.set(name, address);
  };
  for (const member of members) if (byAddress.get(keyOf(member))?.replaces.length) lose(member);
  const waiting = new Set(members.filter((member) => !byAddress.get(keyOf(member))?.replaces.length));
  for (let found = lost.size > 0; found; ) {
    found = false;
    for (const member of waiting) {
      const because = becauseOf(member, lost);
      if (because.length === 0) continue;
      waiting.delete(member);
      lose(member);
      found = true;
      const { stack, address, type } = member;
      const change = byAddress.get(keyOf(member)) ?? {
        stack,
        address,
        type,
        arguments: [],
        holdsData: holdsData(type),
      };
      byAddress.set(keyOf(member), { ...change, replaces: because });
    }
  }
  return members.flatMap((member) => byAddress.get(keyOf(member)) ?? []);
}

function becauseOf({ type, attributes }: Member, lost: ReadonlyMap<string, string>): Replacement[] {
  const fixed = new Set<string>([
    ...ALWAYS,
    ...FORCE_NEW.filter((row) => row.type === type).map((row) => row.argument),
  ]);
  return [...flatten(attributes)].flatMap(([path, value]) => {
    if (typeof value !== "string" || !fixed.has(schemaPath(path))) return [];
    const [, address] = [...lost].find(([trace]) => value.includes(trace)) ?? [];
    if (address === undefined) return [];
    return [{ argument: path, says: `${path} refers to ${address}, which is replaced`, link: documentationOf(type) }];
  });
}

function keyOf({ stack, address }: { readonly stack: string; readonly address: string }): string {
  return `${stack}/${address}`;
}
