import { textsOf } from "../recreation/prove";
import { environmentIn } from "./environment";

/** What another process makes of an environment file: the canonical text of every stack, by name. */
export function synthesizedTexts(file: string): Readonly<Record<string, string>> {
  return textsOf(environmentIn(file).stacks);
}
