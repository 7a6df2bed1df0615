import { defaultWithoutBlock, providerDefault } from "../azure/defaults";
import { type HoldsData, holdsData } from "../azure/holds";
import { asList, asObject, type Json } from "../plan/json";
import { isIgnored } from "../replacement/left-alone";
import { documentationOf } from "../replacement/table";
import { canonicalJson } from "../synth/digest";
import type { ArgumentChange, ResourceChange } from "./change";
import { flatten, schemaPath } from "./flatten";
import { forcedBy, knowsReplacements } from "./force-new";
import { goingAlong } from "./replaced-with";
import { identityOf, isSameEnvironment, type Member, membersOf, nameMask, type Side } from "./side";
import { type StanceDifference, stanceDifferences } from "./stance";

/** A resource that one side has. */
export interface ResourceName {
  readonly stack: string;
  readonly address: string;
  readonly holdsData: HoldsData;
}

/** Two environments, compared. */
export interface EnvironmentDiff {
  readonly before: string;
  readonly after: string;
  /**
   * True where both are the same environment, so that changes are made to what is there. False: the second stands beside
   * the first, and every resource of it is new by name.
   */
  readonly inPlace: boolean;
  readonly stance: readonly StanceDifference[];
  readonly added: readonly ResourceName[];
  readonly gone: readonly ResourceName[];
  readonly changed: readonly ResourceChange[];
  /** Resources that both sides have alike. */
  readonly same: number;
}

/** What differs by nature between two environments. */
const OWN = new Set(["name", "resource_group_name", "tags"]);
/** What replaces nothing where the second environment stands beside the first. */
const ALWAYS = new Set(["name", "location", "resource_group_name"]);

/** Compares two environments by their resources' addresses. Pure. */
export function compare(before: Side, after: Side): EnvironmentDiff {
  const inPlace = isSameEnvironment(before, after);
  const [old, now] = [membersOf(before, after), membersOf(after, before)];
  const [oldByKey, nowByKey] = [new Map(old.map((one) => [one.key, one])), new Map(now.map((one) => [one.key, one]))];
  const masks = inPlace ? undefined : ([nameMask(old, before), nameMask(now, after)] as const);
  const own = now.flatMap((member) => {
    const previous = oldByKey.get(member.key);
    const change = previous && changeOf(previous, member, masks);
    return change && change.arguments.length > 0 ? [change] : [];
  });
  const added = now.filter(({ key }) => !oldByKey.has(key));
  const gone = old.filter(({ key }) => !nowByKey.has(key));
  const changed = inPlace ? goingAlong(own, now) : own;
  const [from, to] = [identityOf(before)?.stage, identityOf(after)?.stage];
  return {
    before: before.title,
    after: after.title,
    inPlace,
    stance: from && to ? stanceDifferences(from, to) : [],
    added: added.map(named),
    gone: gone.map(named),
    changed,
    same: now.length - added.length - changed.length,
  };
}

function named({ stack, address, type }: Member): ResourceName {
  return { stack, address, holdsData: holdsData(type) };
}

type Masks = readonly [before: (text: string) => string, after: (text: string) => string];

function changeOf(before: Member, after: Member, masks: Masks | undefined): ResourceChange {
  const [old, now] = [flatten(before.attributes), flatten(after.attributes)];
  const differing: ArgumentChange[] = [];
  const ignored = masks ? [] : ignoredBy(after);
  for (const path of new Set([...old.keys(), ...now.keys()])) {
    if (masks && OWN.has(path.split(/[.[]/)[0]!)) continue;
    const [a, b] = [old.get(path), now.get(path)];
    const [hiddenA, hiddenB] = masks ? [hide(a, masks[0]), hide(b, masks[1])] : [a, b];
    const absent = hasPlace(old, path) && hasPlace(now, path) ? providerDefault : defaultWithoutBlock;
    if (!alike(hiddenA, hiddenB, absent(after.type, schemaPath(path))))
      differing.push({
        path,
        before: a,
        after: b,
        ...(isIgnored(ignored, schemaPath(path)) && { ignored: true }),
      });
  }
  const { stack, address, type } = after;
  differing.sort((a, b) => (a.path < b.path ? -1 : 1));
  const made = differing.filter((one) => !one.ignored && !(masks && ALWAYS.has(one.path)));
  const link = documentationOf(type);
  return {
    stack,
    address,
    type,
    arguments: differing,
    replaces: forcedBy(
      type,
      before.attributes,
      after.attributes,
      made.map(({ path }) => path),
    ).map((one) => ({ ...one, link })),
    ...(made.length > 0 && !knowsReplacements(type) && { unread: true }),
    holdsData: holdsData(type),
  };
}

/** True where an argument could stand: on the resource itself, or in a block that is there. */
function hasPlace(attributes: ReadonlyMap<string, unknown>, path: string): boolean {
  const block = path.slice(0, path.lastIndexOf(".") + 1);
  return block === "" || [...attributes.keys()].some((one) => one.startsWith(block));
}

/** What Terraform ignores is what is written after the change. */
function ignoredBy({ attributes }: Member): string[] {
  const lifecycle = asList(attributes["lifecycle"] as Json | undefined)[0];
  return asList(asObject(lifecycle)["ignore_changes"]).map(String);
}

function hide(value: unknown, mask: (text: string) => string): unknown {
  if (typeof value === "string") return mask(value);
  return Array.isArray(value) ? value.map((item) => hide(item, mask)) : value;
}

/** Absent is what the provider makes of it: its default, or where it has none, the same as null, false and empty. */
function alike(a: unknown, b: unknown, absent: unknown): boolean {
  return canonicalJson(plain(a ?? absent)) === canonicalJson(plain(b ?? absent));
}

function plain(value: unknown): unknown {
  const nothing = value === undefined || value === null || value === false || value === "";
  return nothing || (Array.isArray(value) && value.length === 0) ? null : value;
}
