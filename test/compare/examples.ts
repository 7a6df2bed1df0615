import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import { textsOf } from "../support/texts";
import type { Case } from "./case";

const EXAMPLES = join(__dirname, "../../examples");
/** Days on which the environments of the ladder live. */
const DAYS: Readonly<Record<string, string>> = {
  poc: "2026-12-15",
  pilot: "2026-12-16",
  "pre-production": "2027-03-08",
  production: "2027-06-14",
  scale: "2027-10-04",
};
const SECTIONS = ["residency", "data-map", "exposure", "promise"];

/** Every example that ships: its environments and rules, and the program of the one that has no environment file. */
export function exampleCases(): Case[] {
  return [program("minimal"), ...readdirSync(EXAMPLES).flatMap(ladder)];
}

/** In this repository an example imports the package by its folder. */
const byName = (text: string) => text.replaceAll(/"..\/..\/(src|stacks)"/g, (_, folder) => `"${PACKAGE[folder]}"`);
const PACKAGE: Readonly<Record<string, string>> = { src: "gatewright", stacks: "gatewright/stacks" };

function program(example: string): Case {
  const text = byName(readFileSync(join(EXAMPLES, example, "main.ts"), "utf8"));
  const { outputText } = ts.transpileModule(text, { compilerOptions: { module: ts.ModuleKind.CommonJS } });
  return { name: `examples/${example}`, files: { "main.js": outputText }, commands: { program: ["node", "main.js"] } };
}

function ladder(example: string): Case[] {
  const folder = join(EXAMPLES, example);
  if (!existsSync(join(folder, "environments"))) return [];
  const files = textsOf(folder, (path) => /^(?:environments|recreation)\/|^rules\.ts$/.test(path));
  const rules = files["rules.ts"];
  return [
    {
      name: `examples/${example}`,
      files: { ...files, ...(rules && { "rules.ts": byName(rules) }) },
      commands: commandsFor(Object.keys(files), rules !== undefined),
    },
  ];
}

function commandsFor(files: readonly string[], ruled: boolean): Case["commands"] {
  const named = files.flatMap((path) => /^environments\/[^.]+\.([^.]+)\.ya?ml$/.exec(path)?.[1] ?? []);
  const stages = named.filter((stage) => stage in DAYS);
  const rules = ruled ? ["--rules", "rules.ts"] : [];
  const commands: Record<string, readonly string[]> = {
    synth: ["synth", "--json", ...rules],
    prove: ["prove", "--json", "--no-certificate"],
    "prove as text": ["prove", "--no-certificate"],
    verify: ["prove", "--verify"],
    drill: ["prove", "--drill"],
  };
  if (named.includes("foundation")) commands["check foundation"] = ["check", "foundation", "--today", DAYS["poc"]!];
  for (const stage of stages) {
    const today = ["--today", DAYS[stage]!];
    for (const format of ["text", "json", "markdown", "sarif"])
      commands[`check ${stage} as ${format}`] = ["check", stage, ...today, ...rules, "--format", format];
    for (const gate of Object.keys(DAYS))
      if (gate !== stage) commands[`check ${stage} at ${gate}`] = ["check", stage, ...today, "--gate", gate];
    commands[`check ${stage} as written`] = ["check", stage, ...today, ...rules, "--dir", "cdktf.out"];
    for (const section of SECTIONS)
      commands[`report ${stage} ${section}`] = ["report", stage, "--section", section, "--format", "json", ...today];
    commands[`report ${stage}`] = ["report", stage, ...today];
    commands[`diff ${stage} next generation`] = ["diff", stage, `${stage}@2`, "--format", "json"];
  }
  for (const [index, stage] of stages.entries())
    for (const other of stages.slice(index + 1)) {
      commands[`diff ${stage} ${other}`] = ["diff", stage, other];
      commands[`diff ${stage} ${other} as json`] = ["diff", stage, other, "--format", "json"];
    }
  return commands;
}
