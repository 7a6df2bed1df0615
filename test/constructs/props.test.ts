import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";

const ROOT = join(__dirname, "../..");

/** What is wrong with the documentation of one file's public props, as `Owner.prop: what`. */
function undocumented(text: string): string[] {
  const source = ts.createSourceFile("props.ts", text, ts.ScriptTarget.ES2022, true);
  return source.statements.flatMap((one) => {
    const named = ts.isInterfaceDeclaration(one) || ts.isTypeAliasDeclaration(one);
    const exported = named && one.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword);
    return exported ? propsOf(one).flatMap((prop) => wrongWith(prop).map((says) => `${one.name.text}.${says}`)) : [];
  });
}

function propsOf(owner: ts.InterfaceDeclaration | ts.TypeAliasDeclaration): ts.PropertySignature[] {
  const literals = (type: ts.TypeNode): ts.PropertySignature[] =>
    ts.isUnionTypeNode(type) || ts.isIntersectionTypeNode(type)
      ? type.types.flatMap(literals)
      : ts.isTypeLiteralNode(type)
        ? type.members.filter(ts.isPropertySignature)
        : [];
  return ts.isInterfaceDeclaration(owner) ? owner.members.filter(ts.isPropertySignature) : literals(owner.type);
}

function wrongWith(prop: ts.PropertySignature): string[] {
  const name = prop.name.getText();
  // In a union the literal tells the cases apart, and the union's own text says how.
  if (isUnionCase(prop)) return [];
  // The house writes `@default` on the line of the sentence, where the compiler's own reader takes it for prose.
  const [doc = ""] = ts.getJSDocCommentsAndTags(prop).map((one) => one.getText().replace(/^\/\*\*|\*\/$|^\s*\*/gm, ""));
  const [meaning = "", fallback] = doc.split("@default");
  return [
    ...(meaning.trim() ? [] : [`${name}: what it means is not said`]),
    ...(prop.questionToken && !fallback?.trim() ? [`${name}: its default is not said`] : []),
    ...(!prop.questionToken && fallback ? [`${name}: it has a default, and is required`] : []),
  ];
}

function isUnionCase({ type, parent }: ts.PropertySignature): boolean {
  const isLiteral = (one: ts.TypeNode) => ts.isLiteralTypeNode(one);
  const literal = type && (isLiteral(type) || (ts.isUnionTypeNode(type) && type.types.every(isLiteral)));
  return Boolean(literal) && ts.isTypeLiteralNode(parent) && ts.isUnionTypeNode(parent.parent);
}

const FILES = ["constructs", "stacks"].flatMap((folder) =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ts"))
    .map((file) => join(folder, file)),
);

test.each(FILES)("every public prop of %s says what it means and its default", (file) => {
  expect(undocumented(readFileSync(join(ROOT, file), "utf8"))).toEqual([]);
});

describe("the reader of props", () => {
  test.each([
    ["a documented prop", "/** Meaning. */ readonly a: string;", []],
    ["a prop without a word", "readonly a: string;", ["Props.a: what it means is not said"]],
    ["an optional one with its default", "/** Meaning. @default none */ readonly a?: string;", []],
    ["an optional one without", "/** Meaning. */ readonly a?: string;", ["Props.a: its default is not said"]],
    ["a default alone", "/** @default none */ readonly a?: string;", ["Props.a: what it means is not said"]],
    [
      "a required one with a default",
      "/** Meaning. @default none */ readonly a: string;",
      ["Props.a: it has a default, and is required"],
    ],
  ])("reads %s", (_, prop, wrong) => {
    expect(undocumented(`export interface Props {\n${prop}\n}`)).toEqual(wrong);
    expect(undocumented(`export type Props = Other & {\n${prop}\n};`)).toEqual(wrong);
    expect(undocumented(`interface Props { ${prop} }`)).toEqual([]);
  });

  test("leaves out what only tells the cases of a union apart", () => {
    expect(undocumented(`export type Rule = { readonly type: "http" } | { readonly n: number };`)).toEqual([
      "Rule.n: what it means is not said",
    ]);
  });
});
