import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";

/** A regular expression of the sources, and where it stands. */
export interface Pattern {
  readonly file: string;
  readonly literal: RegExp;
}

/** Every regular expression written in a folder, and every place where one is made of a text. */
export function patternsIn(folder: string): { readonly patterns: Pattern[]; readonly made: string[] } {
  const patterns: Pattern[] = [];
  const made: string[] = [];
  for (const name of readdirSync(folder, { recursive: true, encoding: "utf8" }).sort()) {
    if (!name.endsWith(".ts")) continue;
    const file = join(folder, name);
    const source = ts.createSourceFile(file, readFileSync(file, "utf8"), ts.ScriptTarget.Latest, true);
    const visit = (node: ts.Node): void => {
      if (ts.isRegularExpressionLiteral(node)) patterns.push({ file, literal: asRegExp(node.text) });
      if ((ts.isNewExpression(node) || ts.isCallExpression(node)) && node.expression.getText() === "RegExp")
        made.push(file);
      ts.forEachChild(node, visit);
    };
    visit(source);
  }
  return { patterns, made };
}

function asRegExp(text: string): RegExp {
  const end = text.lastIndexOf("/");
  return new RegExp(text.slice(1, end), text.slice(end + 1));
}
