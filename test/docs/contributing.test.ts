import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import type * as Azure from "../../src/azure";
import { ROOT } from "../package/installed";
import { folderWith } from "../support/folder";
import { blocksIn } from "./blocks";

const TYPE = "azurerm_example_mailbox";
const [[, diff]] = blocksIn("diff") as [ReturnType<typeof blocksIn>[number]];

/** A copy of the catalogue with the diff of CONTRIBUTING.md applied. */
function applied(): string {
  const folder = folderWith();
  mkdirSync(join(folder, "src"));
  cpSync(join(ROOT, "src/azure"), join(folder, "src/azure"), { recursive: true });
  const { status, stderr } = spawnSync("git", ["apply", "-"], { cwd: folder, input: diff.text, encoding: "utf8" });
  expect([status, stderr]).toEqual([0, ""]);
  return join(folder, "src/azure");
}

test("the diff that adds a type is one of one file", () => {
  expect(blocksIn("diff")).toHaveLength(1);
  expect(diff.text.match(/^--- .*$/gm)).toEqual(["--- a/src/azure/types/communication.ts"]);
});

test("applied, the type answers every question, and is found by what it has", () => {
  const { azureType, nounOf, typesWith } = require(join(applied(), "index.ts")) as typeof Azure;
  const { publicSide, holds, waysIn, waysOut, localAuth, gives } = azureType(TYPE)!;
  expect({ publicSide, holds, waysIn, waysOut, localAuth, gives }).toEqual({
    publicSide: { path: "public_network_access_enabled", off: false },
    holds: "customer data",
    waysIn: { none: "its public side is all there is" },
    waysOut: [{ what: "mail", to: ["forward_to"], says: "forwards mail to" }],
    localAuth: [{ path: "password_sign_in_enabled", off: false, what: "passwords" }],
    gives: { none: "it gives nobody a right" },
  });
  expect(nounOf(TYPE)).toBe("mailbox");
  const having = (["publicSide", "holds", "waysIn", "waysOut", "localAuth", "gives"] as const).filter((column) =>
    typesWith(column).some(([type]) => type === TYPE),
  );
  expect(having).toEqual(["publicSide", "holds", "waysOut", "localAuth"]);
});

test("applied, it compiles", () => {
  const options = { strict: true, noEmit: true, target: ts.ScriptTarget.ES2022, types: [] };
  const program = ts.createProgram([join(applied(), "types/communication.ts")], options);
  const said = ts.getPreEmitDiagnostics(program).map(({ messageText }) => messageText);
  expect(said).toEqual([]);
}, 30_000);

test("without it, nobody knows the type", () => {
  const { azureType } = require("../../src/azure") as typeof Azure;
  expect(azureType(TYPE)).toBeUndefined();
});
