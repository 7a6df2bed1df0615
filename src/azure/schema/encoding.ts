/** The versions of azurerm whose schema is kept: the one behind the bindings, and the newest of the next major. */
export const VERSIONS = ["4.55.0", "5.2.0"] as const;
export type SchemaVersion = (typeof VERSIONS)[number];

/** An attribute or block as azurerm publishes it. */
export interface PublishedAttribute {
  readonly type: string;
  readonly optional?: boolean;
  readonly required?: boolean;
  readonly computed?: boolean;
  readonly forceNew?: boolean;
  readonly default?: unknown;
  readonly sensitive?: boolean;
  readonly deprecated?: boolean;
  readonly elem?: string | { readonly type?: string; readonly schema?: Readonly<Record<string, PublishedAttribute>> };
}

/** One argument, attribute or block of a resource type. */
export interface Attribute {
  /** Through blocks, without indices: `blob_properties.versioning_enabled`. */
  readonly path: string;
  readonly kind: "string" | "bool" | "number" | "list" | "set" | "map" | "block";
  /** True for blocks without an order: one that changes in anything is taken away, and another is added. */
  readonly unordered: boolean;
  readonly required: boolean;
  readonly optional: boolean;
  /** True where Azure fills in what is not written. */
  readonly computed: boolean;
  /** True where a change replaces the resource, whatever its values are. */
  readonly forceNew: boolean;
  /** True where Terraform hides the value; `"not read"` where only the schema without it was at hand. */
  readonly sensitive: boolean | "not read";
  readonly deprecated: boolean | "not read";
  /** The provider's value for an absent argument; `undefined` where it has none. */
  readonly default?: unknown;
}

const KINDS: Readonly<Record<string, readonly [letter: string, kind: Attribute["kind"]]>> = {
  TypeString: ["s", "string"],
  TypeBool: ["b", "bool"],
  TypeInt: ["n", "number"],
  TypeFloat: ["n", "number"],
  TypeList: ["l", "list"],
  TypeSet: ["t", "set"],
  TypeMap: ["m", "map"],
};
const BLOCK = "x";
const BY_LETTER = new Map<string, Attribute["kind"]>([...Object.values(KINDS), [BLOCK, "block"]]);

/** Stands before a type of which it was not read what is sensitive or deprecated. */
const PARTLY = "?\n";

/** A line an attribute: a tab a level, the name, a letter for its kind, its flags, and its default as JSON. */
export function encodeType(schema: Readonly<Record<string, PublishedAttribute>>, whole: boolean): string {
  return `${whole ? "" : PARTLY}${[...lines(schema, 0)].join("\n")}`;
}

function* lines(schema: Readonly<Record<string, PublishedAttribute>>, depth: number): Generator<string> {
  for (const [name, one] of Object.entries(schema).sort(([a], [b]) => (a < b ? -1 : 1))) {
    const inner = typeof one.elem === "object" ? one.elem.schema : undefined;
    const kind = inner ? BLOCK : KINDS[one.type]?.[0];
    if (kind === undefined) throw new Error(`${name} must be of a known type, got ${one.type}`);
    const flags = [
      one.required && "r",
      one.optional && "o",
      one.computed && "c",
      one.forceNew && "f",
      one.sensitive && "w",
      one.deprecated && "d",
      inner && one.type === "TypeSet" && "u",
    ];
    const fallback = one.default === undefined ? "" : ` ${JSON.stringify(one.default)}`;
    yield `${"\t".repeat(depth)}${name} ${kind}${flags.filter(Boolean).join("")}${fallback}`;
    if (inner) yield* lines(inner, depth + 1);
  }
}

/** The other way round: path → attribute. */
export function decodeType(text: string): ReadonlyMap<string, Attribute> {
  const found = new Map<string, Attribute>();
  const open: string[] = [];
  const whole = !text.startsWith(PARTLY);
  const flag = (code: string, letter: string) => (whole ? code.includes(letter, 1) : "not read");
  for (const line of (whole ? text : text.slice(PARTLY.length)).split("\n")) {
    const depth = line.lastIndexOf("\t") + 1;
    const [name = "", code = "", ...rest] = line.slice(depth).split(" ");
    open.length = depth;
    open.push(name);
    const path = open.join(".");
    found.set(path, {
      path,
      kind: BY_LETTER.get(code.charAt(0)) ?? "string",
      unordered: code.includes("u", 1),
      required: code.includes("r", 1),
      optional: code.includes("o", 1),
      computed: code.includes("c", 1),
      forceNew: code.includes("f", 1),
      sensitive: flag(code, "w"),
      deprecated: flag(code, "d"),
      ...(rest.length > 0 && { default: JSON.parse(rest.join(" ")) }),
    });
  }
  return found;
}
