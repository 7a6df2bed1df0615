import { type Document, isMap, isScalar, isSeq, visit, YAMLSeq, Document as YamlDocument } from "yaml";

/** Lines up to here hold a mapping or a list as a whole. */
const WIDTH = 120;
const INDENT = 2;

/**
 * A config as a person would write it: a small mapping or list on one line, a larger one a line each. Dates stay plain
 * text, as YAML 1.2 reads them. The same value gives the same bytes.
 */
export function writeYaml(value: unknown): string {
  const document = new YamlDocument(value, { version: "1.2", aliasDuplicateObjects: false });
  compact(document.contents, 0, 0);
  visit(document, { Seq: (_, node) => tight(node) });
  return document.toString({ lineWidth: 0 });
}

/** A value on one line, for a place in a file that is written by hand. */
export function inlineYaml(value: unknown): string {
  const document = new YamlDocument(value, { version: "1.2", aliasDuplicateObjects: false });
  if (isMap(document.contents) || isSeq(document.contents)) document.contents.flow = true;
  visit(document, { Seq: (_, node) => tight(node) });
  return document.toString({ lineWidth: 0 }).trimEnd();
}

/** `[a, b]` rather than `[ a, b ]`, while mappings keep their spaces. */
function tight(node: YAMLSeq): void {
  node.toString = (context, ...rest) => {
    return YAMLSeq.prototype.toString.call(node, context && { ...context, flowCollectionPadding: "" }, ...rest);
  };
}

/** Puts what is small enough on one line. `before` is what stands on that line already. */
function compact(node: Document["contents"] | unknown, depth: number, before: number): void {
  if (!isMap(node) && !isSeq(node)) return;
  if (depth > 0 && isFlat(node) && before + inlineYaml(node.toJSON()).length <= WIDTH) {
    node.flow = true;
    return;
  }
  for (const item of node.items) {
    const [key, inner] = isMap(node)
      ? [String((item as { key: unknown }).key), (item as { value: unknown }).value]
      : ["-", item];
    compact(inner, depth + 1, depth * INDENT + key.length + 2);
  }
}

/** True for a mapping or list of plain values and lists of those: what still reads well on one line. */
function isFlat(node: unknown): boolean {
  if (isSeq(node)) return node.items.every(isScalar);
  if (!isMap(node)) return false;
  return node.items.every(({ value }) => isScalar(value) || (isSeq(value) && value.items.every(isScalar)));
}
