/** What Terraform makes of one text: the letters that it stands for, and the expressions and directives in it. */
export interface Evaluated {
  readonly letters: string;
  readonly expressions: readonly string[];
}

/** A text where Terraform reads templates. `$${` and `%%{` are letters, `${` and `%{` begin an expression. */
function template(text: string): Evaluated {
  const expressions: string[] = [];
  let letters = "";
  for (let at = 0; at < text.length; ) {
    const three = text.slice(at, at + 3);
    if (three === "$${" || three === "%%{") {
      letters += three.slice(1);
      at += 3;
    } else if (/^[$%]\{/.test(three)) {
      const end = endOf(text, at + 2);
      expressions.push(text.slice(at, end));
      at = end;
    } else {
      letters += text[at];
      at += 1;
    }
  }
  return { letters, expressions };
}

function endOf(text: string, from: number): number {
  let depth = 1;
  for (let at = from; at < text.length; at++) {
    if (text[at] === "{") depth += 1;
    if (text[at] === "}") depth -= 1;
    if (depth === 0) return at + 1;
  }
  return text.length;
}

/** Places where Terraform's JSON syntax takes a text as it is. */
const AS_IT_IS: readonly RegExp[] = [
  /^\/\/(?:\.|$)/,
  /^terraform\./,
  /^variable\.[^.]+\.(?:description|default|type)/,
  /^output\.[^.]+\.description$/,
];

/** Every text and every key of Terraform JSON by its place, as Terraform reads it; names of lists are left out. */
export function* evaluated(json: unknown, place = ""): Generator<{ readonly place: string } & Evaluated> {
  const asItIs = AS_IT_IS.some((one) => one.test(place));
  const read = (text: string): Evaluated => (asItIs ? { letters: text, expressions: [] } : template(text));
  if (typeof json === "string") yield { place, ...read(json) };
  else if (Array.isArray(json)) for (const one of json) yield* evaluated(one, place);
  else if (json !== null && typeof json === "object")
    for (const [key, one] of Object.entries(json)) {
      yield { place: `${place}.(key)`, ...read(key) };
      yield* evaluated(one, place === "" ? key : `${place}.${key}`);
    }
}
