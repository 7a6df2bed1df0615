/** Shannon entropy in bits per character. */
function entropy(text: string): number {
  const counts = new Map<string, number>();
  for (const character of text) counts.set(character, (counts.get(character) ?? 0) + 1);
  return [...counts.values()].reduce((sum, n) => sum - (n / text.length) * Math.log2(n / text.length), 0);
}

const kindOf = (letter: string) =>
  /[a-z]/.test(letter) ? "a" : /[A-Z]/.test(letter) ? "A" : /\d/.test(letter) ? "0" : "-";

/** How often two neighbours are of different kinds: words and numbers change seldom, random letters at most places. */
function changes(text: string): number {
  let [count, last] = [0, ""];
  for (const letter of text) {
    const kind = kindOf(letter);
    if (last !== "" && kind !== last) count++;
    last = kind;
  }
  return count / text.length;
}

/** Base 32 as an Azure DevOps token and the seed of a one-time password have it: lengths that no word has. */
const BASE32 = /^(?:[a-z2-7]{52}|[A-Z2-7]{32})$/;
/** Longer than any generated password or key; what goes on is a document. */
const LONGEST = 400;

const GUIDS = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/gi;

/** A step of a path that is a word: base 64 has none between two slashes, and hardly ever two. */
const STEP = /^(?=.{4})[A-Z]?[a-z]+(?:[A-Z][a-z]+)*$/;

/** True for one word that a generator made: dense letters of every kind, or long hexadecimal or base 32; in a path a step. */
export function looksRandom(word: string): boolean {
  const rest = word.replace(GUIDS, "");
  const steps = rest.split("/");
  return isPath(steps) ? steps.some(isDense) : isDense(rest);
}

const isPath = (steps: readonly string[]) => steps[0] === "" || steps.filter((step) => STEP.test(step)).length > 1;

function isDense(word: string): boolean {
  if (word.length < 20 || word.length > LONGEST || !/^[A-Za-z0-9+/=_-]+$/.test(word)) return false;
  const kinds = [/[a-z]/, /[A-Z]/, /\d/].filter((kind) => kind.test(word)).length;
  // Names are put together with dashes; what a generator made is dense within one of their parts.
  if (kinds === 3)
    return word.split(/[-_]/).some((run) => run.length >= 14 && entropy(run) >= 3.2 && changes(run) >= 0.35);
  if (kinds === 2 && BASE32.test(word)) return true;
  const plain = /^[a-z0-9]+$/.test(word) || /^[A-Z0-9]+$/.test(word);
  if (kinds === 2 && plain) return word.length >= 32 && entropy(word) >= 3.3 && changes(word) >= 0.12;
  // 40 or more characters of base64 without a digit happen, if seldom.
  return kinds === 2 && word.length >= 40 && /[+/]/.test(word) && entropy(word) >= 4.2 && changes(word) >= 0.45;
}
