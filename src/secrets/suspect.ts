import { parseImage } from "../azure/image";
import { secretAssignments } from "./assignments";
import { isHarmless, isPublic, withoutPublicBlocks } from "./harmless";
import { knownFormat } from "./known";
import { insideBase64 } from "./layers";
import { isNamedDigest, namesOpaque, namesSecret } from "./names";
import { looksRandom } from "./random";

/** What a value looks like; never holds the value. */
export interface Suspicion {
  /** With its article: `a private key`. */
  readonly looksLike: string;
  /** Known formats are certain and cannot be lifted; heuristics can, by `notSecret`. */
  readonly certain: boolean;
}

const SECRET: Suspicion = { looksLike: "a secret", certain: false };
/** Base64 in base64 in base64 is no accident; deeper than that nothing is read. */
const DEEPEST = 3;
const SHORTEST = 6;

/** What one value looks like, given the name it stands under; `undefined` when it looks harmless. */
export function suspect(name: string, value: string, depth = 0): Suspicion | undefined {
  const known = knownFormat(value) ?? (value.includes("%") ? knownFormat(unescaped(value)) : undefined);
  if (known) return { looksLike: known.looksLike, certain: true };
  if (isPublic(value.trim())) return undefined;
  if (value.length >= SHORTEST && namesSecret(name) && !isHarmless(name, value) && !isCertificate(value)) return SECRET;
  if (isNamedDigest(name, value)) return undefined;
  if (parseImage(value)?.digest !== undefined) return undefined;
  return within(withoutPublicBlocks(value), depth);
}

/** What stands somewhere in a text: under a name of its own, in another encoding, or as a word that nobody made up. */
function within(text: string, depth: number): Suspicion | undefined {
  const whole = insideBase64(text) ? inWord(text, depth) : undefined;
  if (whole) return whole;
  for (const { name, value } of secretAssignments(text)) if (isGiven(name, value)) return SECRET;
  for (const [word] of text.matchAll(/[^\s"'`,;=&?|()<>{}\\[\]]+={0,2}/g)) {
    const found = word.length < 16 ? undefined : inWord(word, depth);
    if (found) return found;
  }
  return undefined;
}

/** Base64 is judged by what it holds; other words, and bytes that say nothing, by whether they look random. */
function inWord(word: string, depth: number): Suspicion | undefined {
  if (isPublic(word)) return undefined;
  const inside = insideBase64(word.replace(/^-+/, ""));
  if (inside?.kind === "private key") return { looksLike: "a private key", certain: true };
  if (inside?.kind === "text" && depth < DEEPEST) return suspect("", inside.text, depth + 1);
  return inside?.kind !== "file" && looksRandom(word) ? SECRET : undefined;
}

/** Inside a text a plain word after `secret:` is a word; a password is one in any form. */
function isGiven(name: string, value: string): boolean {
  if (isHarmless(name, value) || isPublic(value)) return false;
  return namesOpaque(name) || (value.length >= 8 && /\d/.test(value) && /[A-Za-z]/.test(value));
}

/** Under a name such as `TLS_KEY`: a text that is only certificates and public keys. */
function isCertificate(value: string): boolean {
  return value.includes("-----BEGIN ") && withoutPublicBlocks(value).trim() === "";
}

function unescaped(text: string): string {
  return text.replace(/%[0-9A-Fa-f]{2}/g, (code) => String.fromCharCode(Number.parseInt(code.slice(1), 16)));
}
