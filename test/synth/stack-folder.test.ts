import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { GatewrightApp } from "../../src/synth/app";
import { stackFolders } from "../../src/synth/output-folder";
import { loadedBeside, readStackFolder } from "../../src/synth/stack-folder";
import { PocEnvironment } from "../../stacks/1-poc";
import { contentOf, folderWith } from "../support/folder";
import { pocConfig } from "../support/poc-config";
import { refusal } from "../support/problems";

const STACK = '{"resource":{"azurerm_resource_group":{"group":{"name":"rg"}}}}';
const withFiles = (...names: string[]) =>
  folderWith({ "a/cdk.tf.json": STACK, ...Object.fromEntries(names.map((name) => [`a/${name}`, "x"])) });

describe("beside a stack", () => {
  test.each([
    "more.tf",
    "more.tf.json",
    "override.tf",
    "override.tf.json",
    "x_override.tf.json",
    "cdk.tf",
    "more.tofu",
    "override.tofu.json",
    "MORE.TF",
    "CDK.TF.JSON",
    "terraform.tfvars",
    "terraform.tfvars.json",
    "Terraform.tfvars",
    "x.auto.tfvars",
    "x.auto.tfvars.json",
    ".x.auto.tfvars",
    ".auto.tfvars.json",
  ])("%s would be loaded", (name) => {
    expect(loadedBeside(join(withFiles(name), "a"))).toEqual([name]);
  });

  test.each([
    "notes.md",
    "production.tfvars",
    "other.tfvars.json",
    "backend.tfbackend",
    ".more.tf",
    "more.tf~",
    "#more.tf.json#",
    "x.auto.tfvars~",
    "a.tftest.hcl",
    ".terraform.lock.hcl",
    "terraform.tfstate",
    ".terraformrc",
    "plan.tfplan",
    "sub/more.tf",
    "tests/more.tf",
    "more.tf/readme",
    ".terraform/modules/x/main.tf",
  ])("%s would not", (name) => {
    expect(loadedBeside(join(withFiles(name), "a"))).toEqual([]);
  });

  test("links are loaded, wherever they lead", () => {
    const folder = join(folderWith({ "a/cdk.tf.json": STACK, "kept/more.tf": "x" }), "a");
    symlinkSync("../kept/more.tf", join(folder, "more.tf"));
    symlinkSync("nowhere", join(folder, "gone.tf"));
    symlinkSync("../kept", join(folder, "folder.tf"));
    expect(loadedBeside(folder)).toEqual(["folder.tf", "gone.tf", "more.tf"]);
  });
});

test("a stack is refused with all that stands beside it, and what to do", () => {
  const folder = join(withFiles("more.tf", "x.auto.tfvars"), "a");
  expect(refusal(() => readStackFolder(folder))).toBe(
    `${folder} holds more.tf, x.auto.tfvars beside cdk.tf.json, which no gate has judged\n` +
      "    Remove them. What they add belongs in the config, or in the file that extend names.",
  );
  const variables = join(withFiles("terraform.tfvars"), "a");
  expect(refusal(() => readStackFolder(variables))).toBe(
    `${variables} holds terraform.tfvars beside cdk.tf.json, which no gate has judged\n` +
      "    Remove it. What an apply is told is in FIRST-APPLY.md; everything else stands in the config.",
  );
});

test("the stacks of a folder are those of its links as well", () => {
  const out = folderWith({
    "out/stacks/a/cdk.tf.json": STACK,
    "out/stacks/notes.md": "x",
    "elsewhere/cdk.tf.json": STACK,
  });
  symlinkSync("../../elsewhere", join(out, "out/stacks/b"));
  symlinkSync("nowhere", join(out, "out/stacks/c"));
  const stacks = [join(out, "out/stacks/a"), join(out, "out/stacks/b")];
  expect(stackFolders(join(out, "out"))).toEqual(stacks);
  expect(stackFolders(join(out, "out/stacks"))).toEqual(stacks);
  expect(stackFolders(join(out, "out/stacks/a"))).toEqual([join(out, "out/stacks/a")]);
});

test("a synth does not write beside what Terraform would load with it", () => {
  const out = join(folderWith(), "cdktf.out");
  const app = () => {
    const made = new GatewrightApp({ outdir: out });
    new PocEnvironment(made, pocConfig());
    return made;
  };
  mkdirSync(join(out, "stacks/orders-poc-services"), { recursive: true });
  writeFileSync(join(out, "stacks/orders-poc-services/notes.md"), "mine");
  app().synth();
  writeFileSync(join(out, "stacks/orders-poc-services/override.tf.json"), "{}");
  const before = contentOf(out);
  expect(refusal(() => app().synth())).toContain(
    "stacks/orders-poc-services holds override.tf.json beside cdk.tf.json, which no gate has judged",
  );
  expect(contentOf(out)).toEqual(before);
});
