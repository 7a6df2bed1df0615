/** What an expression mentions: the start of a traversal such as `azurerm_subnet.app[0].id`, taken apart. */
export interface Mention {
  readonly kind: "resource" | "data" | "variable" | "local" | "module" | "each" | "count" | "other";
  /** `azurerm_subnet.app`, `data.azurerm_client_config.me`, `var.zone`, `local.tags`, `module.net`. */
  readonly target: string;
  /** The literal instance key after the target, where there is one. */
  readonly key?: string | number;
  /** What is read from the target: `id`, `identity[0].principal_id`; empty for the whole of it. */
  readonly attribute: string;
}

/** A name and the steps behind it. Names without any are met too, so that a search never starts within a name. */
const TRAVERSAL = /[A-Za-z_][\w-]*((?:\.(?:[\w-]+|\*)|\[[^[\]]*\])*)/g;
const WHOLE = /^[A-Za-z_][\w-]*(?:\.(?:[\w-]+|\*)|\[[^[\]]*\])+$/;
const KEY = /^\[(?:"([^"]*)"|(\d+))\]/;

/** One traversal, taken apart. */
export function mention(traversal: string): Mention {
  const [head = "", second = "", third = ""] = traversal.split(/[.[]/);
  const make = (kind: Mention["kind"], target: string): Mention => {
    let rest = traversal.slice(target.length);
    const found = KEY.exec(rest);
    if (found) rest = rest.slice(found[0].length);
    else rest = rest.replace(/^\[[^\]]*\]/, "");
    const key = found ? (found[1] ?? Number(found[2])) : undefined;
    return { kind, target, attribute: rest.replace(/^\./, ""), ...(key !== undefined && { key }) };
  };
  if (head === "var") return make("variable", `var.${second}`);
  if (head === "local") return make("local", `local.${second}`);
  if (head === "module") return make("module", `module.${second}`);
  if (head === "data") return make("data", `data.${second}.${third}`);
  if (head === "each" || head === "count") return make(head, `${head}.${second}`);
  if (head === "path" || head === "terraform" || head === "self") return make("other", head);
  return make("resource", `${head}.${second}`);
}

/** The mention, when the whole expression is one traversal. */
export function soleMention(expression: string): Mention | undefined {
  const text = expression.trim();
  return WHOLE.test(text) ? mention(text) : undefined;
}

/** Everything that an expression mentions, string literals left out. */
export function mentions(expression: string): Mention[] {
  const bare = expression.replace(/(\.[\w-]+|\w)\[\\?"([^"\\]*)\\?"\]/g, '$1["$2"]');
  const found: Mention[] = [];
  for (const [traversal, steps] of bare.replace(/(?<!\[)"(?:[^"\\]|\\.)*(?:"|\\?$)/gs, "''").matchAll(TRAVERSAL))
    if (steps) found.push(mention(traversal));
  return found;
}

/** True where Terraform reads more than the letters themselves: an expression, a directive, or one of them escaped. */
export function isTemplate(text: string): boolean {
  return /[$%]\{/.test(text);
}

/** True when a text is not whole before apply: it holds an expression or a directive. `$${` and `%%{` are literal. */
export function holdsExpression(text: string): boolean {
  return expressionsIn(text).length > 0;
}

/**
 * A template as its literal and expression parts: `a${b}c` is text `a`, expression `b`, text `c`; so is what a directive
 * `%{ if b }` asks. `$${` and `%%{` are literal.
 */
export function template(text: string): { readonly text?: string; readonly expression?: string }[] {
  const parts: { text?: string; expression?: string }[] = [];
  let literal = "";
  for (let i = 0; i < text.length; i++) {
    if (text.startsWith("$${", i) || text.startsWith("%%{", i)) {
      literal += `${text[i]}{`;
      i += 2;
    } else if (text.startsWith("${", i) || text.startsWith("%{", i)) {
      const end = closing(text, i + 2);
      if (literal) parts.push({ text: literal });
      literal = "";
      parts.push({ expression: text.slice(i + 2, end) });
      i = end;
    } else literal += text[i];
  }
  if (literal) parts.push({ text: literal });
  return parts;
}

/** The expressions inside a text; a `$${` is literal and holds none. */
export function expressionsIn(text: string): string[] {
  if (!isTemplate(text)) return [];
  return template(text).flatMap(({ expression }) => (expression === undefined ? [] : [expression]));
}

/** A template as people read it: what is escaped in it as the letters that it stands for, expressions as they are. */
export function readable(text: string): string {
  if (!isTemplate(text)) return text;
  return template(text)
    .map(({ text, expression }) => text ?? `\${${expression}}`)
    .join("");
}

function closing(text: string, from: number): number {
  let depth = 1;
  let quoted = false;
  for (let i = from; i < text.length; i++) {
    const char = text[i];
    if (char === "\\" && quoted) i++;
    else if (char === '"') quoted = !quoted;
    else if (!quoted && char === "{") depth++;
    else if (!quoted && char === "}" && --depth === 0) return i;
  }
  return text.length;
}
