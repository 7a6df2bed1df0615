import { factOf, typesWith } from "../../azure";
import { saysSomething } from "../../config/visible-text";
import { UNKNOWN } from "../../plan/reference";
import type { Resource } from "../../plan/resource";
import { isAboutIgnoring } from "./ignored";

/** What a setting that cannot be taken back is about. */
export type OneWayTopic = "immutability" | "soft-delete";

/** A setting that keeps a resource, and its name, for as long as Azure likes, and that nobody can take back. */
export interface OneWay {
  readonly path: string;
  readonly topic: OneWayTopic;
  /** What is so for ever: `its immutability is locked`; `UNKNOWN` where it is not known before apply whether the setting is so. */
  readonly says: string | typeof UNKNOWN;
}

/** The types that have such a setting. */
export const ONE_WAY_TYPES: readonly string[] = typesWith("oneWay").map(([type]) => type);

/** The settings of a resource that cannot be taken back. */
export function oneWays(one: Resource): readonly OneWay[] {
  return (factOf(one.type, "oneWay") ?? []).flatMap(({ path, value: forEver, topic, says }): OneWay[] => {
    const value = one.value(path);
    if (value === UNKNOWN) return [{ path, topic, says: UNKNOWN }];
    return value === forEver ? [{ path, topic, says }] : [];
  });
}

const WORDS: Readonly<Record<OneWayTopic, RegExp>> = {
  immutability: /immutab|lock/i,
  "soft-delete": /soft.?delete|always/i,
};

/** True where somebody recorded beside a resource, or among the config's decisions, that a setting is for ever, and why. */
export function isDecided(
  { type, name, stack }: Resource,
  topic: OneWayTopic,
  decisions: Readonly<Record<string, unknown>> | undefined,
): boolean {
  const decision = decisions?.[topic];
  if (saysSomething(decision)) return true;
  return stack.recorded.some(
    ({ address, what, why }) =>
      address === `${type}.${name}` && WORDS[topic].test(what) && !isAboutIgnoring(what) && saysSomething(why),
  );
}
