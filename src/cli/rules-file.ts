import { statSync } from "node:fs";
import { resolve } from "node:path";
import { requireFile } from "../config/require-file";
import { absence } from "../disk/absence";
import { BadInput, badInput } from "../errors";
import type { Rule } from "../policy/rule";
import { checkedRules } from "../synth/custom-rules";

/**
 * Reads a company's own rules: everything that the file exports and that looks like a rule, also in lists.
 *
 * @throws BadInput when the file is missing, cannot be loaded, exports no rule, or a rule in it has a mistake
 */
export function readRules(file: string | undefined): readonly Rule[] {
  if (file === undefined) return [];
  const target = resolve(file);
  const how = "Export rules from it: export const acme01 = rule({ … }).";
  const absent = absence(target);
  if (absent !== undefined) throw badInput(`--rules names ${file}, which ${absent}`, how);
  if (statSync(target).isDirectory()) throw badInput(`--rules names ${file}, which is a folder`, "Name the file.");
  let exported: unknown;
  try {
    exported = requireFile(target, () =>
      badInput(
        `--rules names ${file}, but TypeScript files cannot be read here`,
        "Install the compiler beside your project: npm install --save-dev ts-node @swc/core typescript.",
      ),
    );
  } catch (error) {
    if (error instanceof BadInput) throw error;
    const reason = error instanceof Error ? (error.message.split("\n")[0] ?? "") : String(error);
    throw badInput(`${file} could not be loaded: ${reason}`, how);
  }
  const rules = [...new Set(Object.values(exported ?? {}).flat())].filter(isMeantAsRule);
  if (rules.length === 0) throw badInput(`${file} exports no rule`, how);
  return checkedRules(rules);
}

function isMeantAsRule(value: unknown): value is Rule {
  return value !== null && typeof value === "object" && ("control" in value || "check" in value);
}
