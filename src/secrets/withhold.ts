import { knownFormat } from "./known";
import { suspect } from "./suspect";

/** What stands in a message in place of a secret. */
const WITHHELD = "(not shown)";
/** A private key is a text of many lines, and goes on to its end or to that of the message. */
const KEY_BLOCK =
  /-{4,5} ?BEGIN(?:[ A-Z0-9+_]|%20){0,40}(?:PRIVATE(?:[ +_]|%20)KEY|OpenVPN Static key)[^"]*?(?:END(?:[ A-Z0-9+_]|%20){0,40}KEY(?: BLOCK)?-{0,5}|(?=")|$)/gi;
/** Messages put what they quote between these; in JSON a backslash is one with what follows it, and before a quote its. */
const WORD = /(?:[^\s"'`“”‘’\\]|\\[^\s"'`“”‘’])+/g;
/** A message may hold a few; then it says nothing more that is worth to be shown. */
const MOST = 8;

/**
 * A text as a message may show it: without what looks like a secret. Every text that was read from a file, a plan or a
 * command line passes here before it is printed, whatever else is known about it.
 */
export function withheld(text: string): string {
  let shown = text.replace(KEY_BLOCK, WITHHELD).replace(WORD, withheldWord);
  for (let round = 0; round < MOST; round++) {
    const found = knownFormat(shown)?.pattern.exec(shown);
    if (!found) return shown;
    const end = found.index + found[0].length;
    shown = `${shown.slice(0, found.index)}${WITHHELD}${afterWord(shown.slice(end))}`;
  }
  return WITHHELD;
}

/** A text without the word that it begins within. */
function afterWord(text: string): string {
  const [word] = text.matchAll(WORD);
  return word?.index === 0 ? text.slice(word[0].length) : text;
}

/** A report or another text of many lines, each of which says something of its own. */
export function withheldLines(text: string): string {
  return text.split("\n").map(withheld).join("\n");
}

/** Texts that look like secrets are no shorter; a message is searched by how they begin, however many there are. */
const BEGINNING = 6;

/** Leaves certain texts out of messages, as they were written and as a path quotes them. */
export function hiding(texts: readonly string[]): (message: string) => string {
  const byBeginning = new Map<string, string[]>();
  const longestFirst = [...texts].sort((a, b) => b.length - a.length);
  for (const form of longestFirst.flatMap((text) => [text, JSON.stringify(text).slice(1, -1)])) {
    const start = form.slice(0, BEGINNING);
    if (start.length === BEGINNING) byBeginning.set(start, [...(byBeginning.get(start) ?? []), form]);
  }
  const hidden = (message: string) => {
    let [shown, at] = ["", 0];
    while (at < message.length) {
      const form = byBeginning.get(message.slice(at, at + BEGINNING))?.find((one) => message.startsWith(one, at));
      shown += form ? WITHHELD : message[at];
      at += form?.length ?? 1;
    }
    return shown;
  };
  return byBeginning.size === 0 ? (message) => message : hidden;
}

/** A word of a sentence may end with its punctuation; a path holds what people wrote between its dots and brackets. */
function withheldWord(word: string): string {
  if (word.length < 16) return word;
  if (suspect("", word.replace(/[.,:;)\]]{1,3}$/, ""))) return WITHHELD;
  return word.replace(/[^.:[\]]{16,}/g, (step) => (suspect("", step) ? WITHHELD : step));
}
