/** One part of a pattern: a class, an escaped sign or a plain sign, with how often it comes. */
const PART = /\[(\^?)((?:\\.|[^\]\\])+)\]|\\(.)|([^\\[\](){}|?*+^$])/y;
const TIMES = /\{(\d+)(?:,\d*)?\}|([?*+])/y;

/**
 * A text that a simple regular expression accepts: literals and classes, each repeated or not, between `^` and `$`.
 * `undefined` for anything else, groups and alternatives among them.
 *
 * @example sampleOf("^[a-z0-9-]+\\.westeurope\\.example\\.io$") // "rehearsal.westeurope.example.io"
 */
export function sampleOf(pattern: string): string | undefined {
  const body = /^\^(.*)\$$/s.exec(pattern)?.[1];
  if (body === undefined) return undefined;
  let [at, text] = [0, ""];
  while (at < body.length) {
    const part = matchAt(PART, body, at);
    if (!part) return undefined;
    at += part[0].length;
    const times = matchAt(TIMES, body, at);
    at += times?.[0].length ?? 0;
    const [, negated, inside, escaped, plain] = part;
    if (negated) return undefined;
    if (times?.[2] === "?" || times?.[2] === "*") continue;
    const word = /^a-z/.test(inside ?? "") && times?.[2] === "+";
    text += word ? "rehearsal" : (firstOf(inside) ?? sign(escaped) ?? plain ?? "").repeat(Number(times?.[1] ?? 1));
  }
  return text;
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

/** The first sign of a class: of a range its start. */
function firstOf(inside: string | undefined): string | undefined {
  return inside?.startsWith("\\") ? sign(inside[1]) : inside?.[0];
}

function sign(escaped: string | undefined): string | undefined {
  if (escaped === "d") return "1";
  return escaped === "w" ? "a" : escaped;
}
