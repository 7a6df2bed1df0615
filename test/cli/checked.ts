import { join } from "node:path";
import { badInput } from "../support/bad-input";
import { folderWith } from "../support/folder";
import { asYaml, type Changes, pocConfig } from "../support/poc-config";
import { runCli } from "../support/run-cli";
import { textsOf } from "../support/texts";

/** The day of every check. */
export const TODAY = ["--today", "2026-11-21"];
/** A plan as `terraform show -json` prints it. */
export const PLAN = join(__dirname, "../policy/fixtures/vaults.plan.json");

/** A folder with one POC; more files beside it. */
export function poc(changes: Changes = {}, files: Readonly<Record<string, string>> = {}): string {
  return folderWith({ "orders.poc.yaml": asYaml(pocConfig(changes)), ...files });
}

/** `gatewright check` over a folder of environments; the folder's own path is left out of what it says. */
export async function check(folder: string, ...argv: readonly string[]) {
  const relative = (text: string) => text.replaceAll(`${folder}/`, "");
  badInput.push({
    files: textsOf(folder),
    argv: ["check", "--environments", ".", ...TODAY, ...argv.map((word) => (word === folder ? "." : relative(word)))],
  });
  const { code, out, err } = await runCli("check", "--environments", folder, ...TODAY, ...argv);
  return { code, out: relative(out), err: relative(err) };
}
