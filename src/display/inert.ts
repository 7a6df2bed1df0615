import { withheld, withheldLines } from "../secrets/withhold";

/** Control and format characters: escape sequences of a terminal, line breaks, text direction, invisible letters. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu;

/** What a terminal would act upon, or a reader not see, written as `\u{…}` on one line. */
export function visible(text: string): string {
  return text.replace(UNSEEN, (one) => (one === "\n" ? "\\n" : `\\u{${one.codePointAt(0)?.toString(16)}}`));
}

/** A text as plain letters on one line, without what looks like a secret. */
export function plain(text: string): string {
  return visible(withheld(text));
}

/** The same line by line. */
export function lines(text: string): string {
  return text.split("\n").map(plain).join("\n");
}

/** A text that Markdown shows as it is: no markup, no HTML, no links, no mentions. */
export function markdown(text: string): string {
  return plain(text)
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replace(/[\\`*_[\]|~$]/g, "\\$&")
    .replace(/^[-+=#]/, "\\$&")
    .replace(/:(?=\/\/)/g, "\\:")
    .replace(/\bwww\./gi, (one) => `${one.slice(0, 3)}\\.`)
    .replace(/@(?=[\w\\])/g, "@<!-- -->")
    .replace(/#(?=\d)/g, "#<!-- -->")
    .replace(/^(\d+)([.)])/, "$1\\$2");
}

/** The same inside a code span: nothing in it is markup but the backquote. */
export function code(text: string): string {
  const inert = plain(text).replaceAll("|", "\\|");
  const longest = Math.max(0, ...[...inert.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = "`".repeat(longest + 1);
  const space = inert.startsWith("`") || inert.endsWith("`") || inert === "" ? " " : "";
  return `${fence}${space}${inert}${space}${fence}`;
}

/** A SARIF message: brackets would be read as a link. */
export function sarifText(text: string): string {
  return plain(text).replace(/[\\[\]{}]/g, (one) => (one === "{" || one === "}" ? one + one : `\\${one}`));
}

/** JSON without what looks like a secret, in which also the characters that JSON allows and terminals obey are escaped. */
export function inertJson(value: unknown): string {
  return escapedJson(JSON.stringify(withoutSecrets(value), null, 2));
}

/** Every text of a value as a message may show it: in JSON a quote or a backslash would stand for the end of a secret. */
function withoutSecrets(value: unknown): unknown {
  if (typeof value === "string") return withheldLines(value);
  if (Array.isArray(value)) return value.map(withoutSecrets);
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [withheldLines(key), withoutSecrets(inner)]));
}

/** A text that is JSON already, with the characters that JSON allows and terminals obey escaped. */
export function escapedJson(json: string): string {
  const asUnits = (one: string) =>
    [...Array(one.length).keys()].map((i) => `\\u${one.charCodeAt(i).toString(16).padStart(4, "0")}`).join("");
  return json.replace(UNSEEN, (one) => (one === "\n" ? one : asUnits(one)));
}

/** A text inside XML. */
export function xml(text: string): string {
  return plain(text).replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}
