import { type AST, parseRegExpLiteral } from "@eslint-community/regexpp";

/** A text that grows: what stands before, what is repeated, and what ends it. */
export interface Attack {
  readonly before: string;
  readonly pump: string;
  readonly after: string;
}

/** Characters that people and plans write, and with which nothing goes on. */
const ORDINARY = [
  ..."a1A.-_/ :=@,;[\"'{$\\(",
  "\t",
  "\n",
  "aB3",
  "a.",
  "a-",
  "/a",
  "a=",
  "a:",
  "a://",
  "[0]",
  "a[",
  '"\\',
];
/** The end of the text, and letters that end most runs. */
const ENDS = ["", "\n\u0000."];

/** The texts that a pattern may be slow on: its own parts and their beginnings, repeated, after what leads to them. */
export function attacksOn(literal: RegExp): Attack[] {
  const { pattern, flags } = parseRegExpLiteral(literal);
  const edges = /\\b|\(\?</.test(pattern.raw);
  const anchored = !flags.multiline && pattern.alternatives.every(({ elements: [first] }) => isStart(first));
  let unbounded = 0;
  const befores = new Set([""]);
  const pumps = new Set(ORDINARY);
  const add = (set: Set<string>, text: string) => text !== "" && set.add(text);

  const walk = (node: AST.Node, before: string): void => {
    if (node.type === "Quantifier") {
      if (node.max === Number.POSITIVE_INFINITY) unbounded += node.element.type.startsWith("Char") ? 1 : 2;
      if (node.max > 1) add(befores, before);
      walk(node.element, before);
    } else if ("alternatives" in node) for (const one of node.alternatives) walk(one, before);
    else if (node.type === "Alternative") {
      let here = "";
      for (const element of node.elements) {
        add(pumps, sample(element));
        walk(element, before + here);
        here += sample(element);
        add(pumps, here);
        add(pumps, before + here);
        if (edges) add(pumps, `${before}${here}-`);
      }
    } else if (node.type !== "Assertion") for (const one of membersOf(node.raw, flags.raw)) pumps.add(one);
  };
  walk(pattern, "");
  // What repeats nothing without end looks at a fixed number of characters from each place; and one letter that is
  // repeated, tried from one place, goes through the text once.
  if (unbounded === 0 || (anchored && unbounded === 1)) return [];
  return [...befores].flatMap((before) => [...pumps].flatMap((pump) => ENDS.map((after) => ({ before, pump, after }))));

  function sample(node: AST.Element): string {
    switch (node.type) {
      case "Group":
      case "CapturingGroup":
        return node.alternatives[0]!.elements.map(sample).join("");
      case "Quantifier":
        return sample(node.element).repeat(Math.max(1, node.min));
      case "Assertion":
      case "Backreference":
        return "";
      default:
        return membersOf(node.raw, flags.raw)[0] ?? "";
    }
  }
}

function isStart(element: AST.Element | undefined): boolean {
  return element?.type === "Assertion" && element.kind === "start";
}

const LETTERS = [..."a0Z-._/ \t\n:@=+~$%{}[]()\"'\\,;<>|!?*#&^`bceghilmnoprstux"];

/** A few characters that a class, an escape or a letter stands for. */
function membersOf(raw: string, flags: string): string[] {
  const one = new RegExp(`^(?:${raw})$`, flags.replace(/[gym]/g, ""));
  const found = LETTERS.filter((letter) => one.test(letter));
  if (found.length > 0) return found.slice(0, 2);
  return [...Array(0x2600).keys()]
    .map((code) => String.fromCharCode(code))
    .filter((letter) => one.test(letter))
    .slice(0, 1);
}
