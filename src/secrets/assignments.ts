import { namesSecret } from "./names";

/** A name and what it is given, somewhere in a text. */
export interface Assignment {
  readonly name: string;
  readonly value: string;
}

const LONGEST_NAME = 64;
const LONGEST_VALUE = 512;
const NAME = /([A-Za-z_][\w.-]{0,63})\\?["']?[ \t]{0,4}$/;
const FLAG = /^--?([A-Za-z][\w-]*)$/;
const QUOTED = /^[ \t]{0,4}\\?(?:"([^"]{0,500})"|'([^']{0,500})')/;
const BARE = /^[ \t]{0,4}([^\s"',;&|{}[\]()]{1,500})/;

/** What names of secrets are given: `NAME=value`, `name: value`, `"name":"value"` and `--name value`, anywhere in a text. */
export function* secretAssignments(text: string): Generator<Assignment> {
  for (const { index } of text.matchAll(/[:=]/g)) {
    const name = NAME.exec(text.slice(Math.max(0, index - LONGEST_NAME), index))?.[1];
    if (name === undefined || !namesSecret(name)) continue;
    const rest = text.slice(index + 1, index + 1 + LONGEST_VALUE);
    const [, double, single] = QUOTED.exec(rest) ?? [];
    const value = (double ?? single)?.replace(/\\$/, "") ?? BARE.exec(rest)?.[1];
    if (value !== undefined) yield { name, value };
  }
  let flag: string | undefined;
  for (const [word] of text.matchAll(/[^\s"']+/g)) {
    if (flag !== undefined && namesSecret(flag) && !word.startsWith("-")) yield { name: flag, value: word };
    flag = FLAG.exec(word)?.[1];
  }
}
