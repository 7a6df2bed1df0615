import { rmSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { POC_YAML } from "../promotion/support";
import { folderWith } from "../support/folder";
import { runCli } from "../support/run-cli";

const MODULES = join(__dirname, "../../node_modules");
const TSCONFIG = JSON.stringify({
  compilerOptions: { target: "ES2022", module: "Node16", moduleResolution: "Node16", strict: true, types: ["jest"] },
});
const EXTENSION = `import { UserAssignedIdentity } from "@cdktf/provider-azurerm/lib/user-assigned-identity";
import { named } from "./names";

export default ({ platform: { stack, group } }: any): void => {
  new UserAssignedIdentity(stack, "reports", {
    name: named("reports"),
    resourceGroupName: group.name,
    location: group.location,
    tags: group.tags,
  });
};
`;
const NAMES = "export const named = (part: string): string => `id-orders-poc-${part}-g1isdg`;\n";

/** A project with a compiler. */
function project(files: Readonly<Record<string, string>> = {}): string {
  const folder = folderWith({
    "tsconfig.json": TSCONFIG,
    "environments/orders.poc.yaml": `${POC_YAML}extend: ./orders.extra.ts\n`,
    "environments/orders.extra.ts": EXTENSION,
    "environments/names.ts": NAMES,
    ...files,
  });
  symlinkSync(MODULES, join(folder, "node_modules"));
  return folder;
}

async function check(folder: string) {
  const environments = join(folder, "environments");
  const { code, err } = await runCli("check", "--today", "2026-11-21", "--environments", environments);
  return { code, err: err.replace(/^\S*?([\w.]+\.ts):/gm, "$1:") };
}

const FIX =
  "    What runs is not held to its types: Terraform would refuse it, or never see it. npx tsc looks at the whole project.\n";

test("an extension without a mistake is judged as ever", async () => {
  expect(await check(project())).toEqual({ code: 0, err: "" });
}, 60_000);

test("a misspelt property is told with its place, also in what the extension imports, before anything is judged", async () => {
  const folder = project({
    "environments/orders.extra.ts": EXTENSION.replace("    tags: ", "    tag: "),
    "environments/names.ts": `${NAMES}export const most: string = 1;\n`,
  });
  const { code, err } = await check(folder);
  expect(code).toBe(2);
  expect(err.split("\n").filter((line) => !line.startsWith("    "))).toEqual([
    "names.ts:2:14  Type 'number' is not assignable to type 'string'. (TS2322)",
    "orders.extra.ts:9:5  Object literal may only specify known properties, but 'tag' does not exist in type 'UserAssignedIdentityConfig'. Did you mean to write 'tags'? (TS2561)",
    "",
  ]);
  expect(err.endsWith(FIX)).toBe(true);
}, 60_000);

test("where a project does not say what it holds its files to, nothing is held to anything", async () => {
  const mistyped = { "environments/names.ts": `${NAMES}export const most: string = 1;\n`, "tsconfig.json": "" };
  const folder = project(mistyped);
  rmSync(join(folder, "tsconfig.json"));
  expect(await check(folder)).toEqual({ code: 0, err: "" });
}, 60_000);
