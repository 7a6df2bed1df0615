import type { Finding } from "../policy/verdict";

/** First words that are no names: after a colon they are written small. */
const ORDINARY = /^(?:An?|Backups|How|Its|No|Nobody|Nothing|The|There)\b/;

/** What a finding says with its subject in it: rules say "It", the reader needs to know what. */
export function sentenceOf({ resource, says }: Pick<Finding, "resource" | "says">): string {
  const text = says.replace(/\.$/, "");
  if (resource === "" || resource === "config" || text.includes(resource)) return text;
  if (/^It (?=\S)/.test(text)) return `${resource} ${text.slice(3)}`;
  return `${resource}: ${text.replace(ORDINARY, (word) => word.toLowerCase())}`;
}

/** `1 control`, `3 controls`. */
export function count(n: number, noun: string): string {
  return `${n} ${noun}${n === 1 ? "" : "s"}`;
}
