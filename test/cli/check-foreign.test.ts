import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { App } from "cdktf";
import { Held } from "../../src/policy/held";
import { PocEnvironment } from "../../stacks/1-poc";
import { folderWith } from "../support/folder";
import { pocConfig } from "../support/poc-config";
import { check, PLAN, poc } from "./checked";

describe("Terraform that you already have", () => {
  test("is judged on what the plan shows; the rest is listed apart", async () => {
    const { code, out } = await check(folderWith(), "--plan", PLAN, "--gate", "pre-production");
    expect(code).toBe(1);
    expect(out).toMatch(/^vaults\.plan {2}PRE-PRODUCTION {2}HELD {2}.*\(plan\)\n/);
    expect(out).toMatch(/not judged, for want of config: \d+ controls \(.*CHG-01/);
  });

  test("does not say which gate, so that one must be named", async () => {
    expect(await check(folderWith(), "--plan", PLAN)).toEqual({
      code: 2,
      out: "",
      err: "vaults.plan does not say which stage it is for\n    Name the gate: --gate poc | pilot | pre-production | production | scale.\n",
    });
  });

  test("is judged with a config when one is named", async () => {
    const { out } = await check(poc(), "poc", "--plan", PLAN, "--gate", "pilot");
    expect(out).not.toContain("for want of config");
  });
});

describe("the output of a synth", () => {
  test("is judged as it stands, whoever wrote it and however", async () => {
    const folder = poc();
    const out = join(folder, "cdktf.out");
    const app = new App({ outdir: out, skipValidation: true });
    const environment = new PocEnvironment(app, pocConfig());
    app.synth();
    const file = join(out, "stacks/orders-poc-platform/cdk.tf.json");
    expect((await check(folder, "--dir", out)).code).toBe(0);
    writeFileSync(file, readFileSync(file, "utf8").replace('"admin_enabled": false', '"admin_enabled": true'));
    const { code, out: text } = await check(folder, "--dir", out);
    expect(code).toBe(1);
    expect(text).toContain("(SEC-02)");
    expect(text).toContain("for want of config");
    expect((await check(folder, "poc", "--dir", out)).out).not.toContain("for want of config");
    expect(environment.stacks).toHaveLength(2);
  });

  test("of a program that went around the synth gate is held all the same", async () => {
    const folder = poc();
    const app = new App({ outdir: join(folder, "cdktf.out"), skipValidation: true });
    const environment = new PocEnvironment(app, pocConfig());
    for (const stack of environment.stacks)
      Object.defineProperty(stack.synthesizer, "synthesize", {
        value: ({ outdir, manifest }: { outdir: string; manifest: App["manifest"] }) => {
          const json = JSON.stringify(stack.toTerraform(), null, 2).replace(
            '"admin_enabled": false',
            '"admin_enabled": true',
          );
          manifest.forStack(stack);
          mkdirSync(join(outdir, "stacks", stack.node.id), { recursive: true });
          writeFileSync(join(outdir, "stacks", stack.node.id, "cdk.tf.json"), json);
        },
      });
    expect(() => app.synth()).not.toThrow(Held);
    expect((await check(folder, "--dir", join(folder, "cdktf.out"))).code).toBe(1);
  });

  test.each([
    ["is missing", "cdktf.out", {}, "cdktf.out does not exist"],
    ["is a file", "a.json", { "a.json": "{}" }, "a.json is a file, not a folder"],
    ["holds no stack", "out", { "out/readme.md": "x" }, "out holds no synthesized stacks"],
    [
      "holds Terraform that no synth wrote",
      "out",
      { "out/stacks/a/cdk.tf.json": '{"resource":{}}', "out/stacks/b/main.tf": "x" },
      "out/stacks/b holds Terraform and no cdk.tf.json, so that no gate can judge it",
    ],
    [
      "is a stack and holds stacks",
      "out",
      { "out/stacks/a/cdk.tf.json": '{"resource":{}}', "out/cdk.tf.json": '{"resource":{}}' },
      "out is a stack and holds stacks",
    ],
    [
      "has a key twice",
      "out",
      { "out/stacks/a/cdk.tf.json": '{"resource":{},\n"resource":{}}' },
      'out/stacks/a/cdk.tf.json:2:1  "resource" stands twice in one object, which Terraform merges',
    ],
    ["holds HCL", "out", { "out/stacks/a/cdk.tf": "x" }, "out/stacks/a holds HCL, which is not judged"],
    [
      "ends in the middle",
      "out",
      { "out/stacks/a/cdk.tf.json": '{"resource": {' },
      "out/stacks/a/cdk.tf.json ends in the middle",
    ],
  ])("that %s is bad input", async (_, name, files, says) => {
    const folder = folderWith(files);
    const { code, err } = await check(folder, "--dir", join(folder, name));
    expect([code, err.split("\n")[0]]).toEqual([2, expect.stringContaining(says)]);
  });
});
