import { holdsData } from "../azure/holds";
import { documentationOf } from "../replacement/table";
import { fateOf, type Replacement, type ResourceChange } from "./change";
import { flatten } from "./flatten";
import { isFixed } from "./force-new";
import type { Member } from "./side";

/** Who is replaced, by the texts that refer to it. */
type Lost = ReadonlyMap<string, string>;

/**
 * Adds what is replaced because of something else: a resource whose own argument, one that cannot change in place,
 * refers to a resource that is replaced or goes. A container environment takes its apps along. What goes with something
 * that may be replaced may be replaced as well.
 */
export function goingAlong(changes: readonly ResourceChange[], members: readonly Member[]): ResourceChange[] {
  const byAddress = new Map(changes.map((change) => [keyOf(change), change]));
  const fate = (member: Member) => {
    const change = byAddress.get(keyOf(member));
    return change && fateOf(change);
  };
  for (const certain of [true, false]) {
    const [goes, stays] = certain ? [["replaced"], []] : [["may be replaced"], ["replaced"]];
    const lost = new Map<string, string>();
    const lose = ({ address, attributes }: Member) => {
      lost.set(`\${${address}.`, address);
      const { name } = attributes;
      if (typeof name === "string" && name.length >= 8) lost.set(name, address);
    };
    const waiting = new Set(members.filter((one) => ![...goes, ...stays].includes(fate(one) ?? "")));
    for (const member of members) if (goes.includes(fate(member) ?? "")) lose(member);
    for (let found = lost.size > 0; found; ) {
      found = false;
      for (const member of waiting) {
        const because = becauseOf(member, lost, certain).filter(({ perhaps }) => !(certain && perhaps));
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
          replaces: [],
          holdsData: holdsData(type),
        };
        byAddress.set(keyOf(member), { ...change, replaces: [...change.replaces, ...because] });
      }
    }
  }
  return members.flatMap((member) => byAddress.get(keyOf(member)) ?? []);
}

function becauseOf({ type, attributes }: Member, lost: Lost, certain: boolean): Replacement[] {
  return [...flatten(attributes)].flatMap(([path, value]) => {
    if (typeof value !== "string") return [];
    const [, address] = [...lost].find(([trace]) => value.includes(trace)) ?? [];
    const fixed = address !== undefined && isFixed(type, path, value);
    if (fixed === false) return [];
    const perhaps = !certain || fixed === "perhaps";
    const says = `${path} refers to ${address}, which ${certain ? "is" : "may be"} replaced`;
    return [{ argument: path, says, link: documentationOf(type), ...(perhaps && { perhaps }) }];
  });
}

function keyOf({ stack, address }: { readonly stack: string; readonly address: string }): string {
  return `${stack}/${address}`;
}
