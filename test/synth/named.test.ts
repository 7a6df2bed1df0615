import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { GatewrightApp } from "../../src/synth/app";
import { PocEnvironment } from "../../stacks/1-poc";
import { contentOf, folderWith } from "../support/folder";
import { asYaml, type Changes, pocConfig } from "../support/poc-config";
import { runCli } from "../support/run-cli";

const yaml = (workload: string, changes: Changes = {}) => asYaml(pocConfig({ workload, ...changes }));

/** A project of two products, synthesized by these names into `X`; paths are said without the project's own. */
function project(files: Readonly<Record<string, string>> = {}) {
  const folder = folderWith({
    "environments/orders.poc.yaml": yaml("orders"),
    "environments/shop.poc.yaml": yaml("shop"),
    ...files,
  });
  const out = join(folder, "X");
  const synth = async (...names: string[]) => {
    const { code, err } = await runCli("synth", ...names, "--environments", join(folder, "environments"), "--out", out);
    return { code, err: err.replaceAll(`${folder}/`, "") };
  };
  return { folder, out, synth, content: () => contentOf(out) };
}

const manifest = (out: string) =>
  JSON.parse(readFileSync(join(out, "manifest.json"), "utf8")) as { stacks: Record<string, unknown> };
const ALL = ["orders-poc-platform", "orders-poc-services", "shop-poc-platform", "shop-poc-services"];

describe("environments that are named are replaced, and the others of the output stay", () => {
  test.each([[["orders-poc"]], [["shop-poc"]], [["orders-poc", "shop-poc"]], [["poc"]]])(
    "%j again: the same bytes, and every stack in the manifest",
    async (names) => {
      const { out, synth, content } = project();
      expect(await synth()).toEqual({ code: 0, err: "" });
      const before = content();
      expect(await synth(...names)).toEqual({ code: 0, err: "" });
      expect(content()).toEqual(before);
      expect(Object.keys(manifest(out).stacks)).toEqual(ALL);
    },
  );

  test("one after the other is the same as both at once", async () => {
    const [apart, together] = [project(), project()];
    await apart.synth("shop-poc");
    await apart.synth("orders-poc");
    await together.synth();
    expect(apart.content()).toEqual(together.content());
  });

  test("what changed in the named one is written, what changed in another is not", async () => {
    const { folder, out, synth, content } = project();
    await synth();
    const before = content();
    for (const workload of ["orders", "shop"])
      writeFileSync(join(folder, `environments/${workload}.poc.yaml`), yaml(workload, { monthlyBudget: 99 }));
    await synth("orders-poc");
    const changed = Object.entries(content()).filter(([file, digest]) => before[file] !== digest);
    expect(changed.map(([file]) => file)).toEqual([
      "environments/orders-poc/digests.json",
      "stacks/orders-poc-platform/cdk.tf.json",
    ]);
    expect(readdirSync(join(out, "environments"))).toEqual(["orders-poc", "shop-poc"]);
  });

  test("a stack that the named one no longer has goes, with its line in the manifest", () => {
    const out = join(folderWith(), "X");
    const write = (replaces: "everything" | "its own", workload: string) => {
      const app = new GatewrightApp({ outdir: out, replaces });
      new PocEnvironment(app, pocConfig({ workload }));
      app.synth();
    };
    write("everything", "orders");
    // As if an earlier version had written one more stack of orders.
    const listed = manifest(out);
    listed.stacks["orders-poc-old"] = { constructPath: "orders-poc/orders-poc-old" };
    writeFileSync(join(out, "manifest.json"), JSON.stringify(listed));
    mkdirSync(join(out, "stacks/orders-poc-old"));
    writeFileSync(join(out, "stacks/orders-poc-old/cdk.tf.json"), "{}");
    write("its own", "shop");
    expect(Object.keys(manifest(out).stacks)).toContain("orders-poc-old");
    write("its own", "orders");
    expect(Object.keys(manifest(out).stacks)).toEqual(ALL);
    expect(readdirSync(join(out, "stacks"))).toEqual(ALL);
  });
});

describe("an environment whose config is gone", () => {
  test("stays while others are named, and that is said", async () => {
    const { folder, synth, content } = project();
    await synth();
    rmSync(join(folder, "environments/shop.poc.yaml"));
    const before = content();
    expect(await synth("orders-poc")).toEqual({
      code: 0,
      err: "shop-poc stays in X, but environments holds no config of it: `gatewright synth` without names removes it.\n",
    });
    expect(content()).toEqual(before);
  });

  test("goes with a synth of everything, and that is said too", async () => {
    const { folder, out, synth } = project();
    await synth();
    rmSync(join(folder, "environments/shop.poc.yaml"));
    expect(await synth()).toEqual({
      code: 0,
      err: "shop-poc was removed from X: environments holds no config of it.\n",
    });
    expect(readdirSync(join(out, "environments"))).toEqual(["orders-poc"]);
    expect(Object.keys(manifest(out).stacks)).toEqual(ALL.slice(0, 2));
  });

  test("and whose stack somebody deleted from the output is not listed any more", async () => {
    const { out, synth } = project();
    await synth();
    rmSync(join(out, "stacks/shop-poc-services"), { recursive: true });
    await synth("orders-poc");
    expect(Object.keys(manifest(out).stacks)).toEqual(ALL.slice(0, 3));
  });
});

describe("a manifest that is none", () => {
  test.each(["", "{", "[]", "null", '{"stacks":{"x":{}}}', '{"stacks":{"x":null}}'])("%j", async (text) => {
    const { out, synth } = project();
    await synth();
    writeFileSync(join(out, "manifest.json"), text);
    const before = contentOf(out);
    expect(await synth("orders-poc")).toEqual({
      code: 2,
      err: "X/manifest.json is not the manifest of a synth, so what else is in X is not known\n    Run `gatewright synth` without names: it writes every environment.\n",
    });
    expect(contentOf(out)).toEqual(before);
    expect((await synth()).code).toBe(0);
    expect(Object.keys(manifest(out).stacks)).toEqual(ALL);
  });
});

test("a waiver of a control that does not exist is told at its line before anything is written", async () => {
  const waiver = {
    control: "SEC-99",
    resource: "azurerm_container_app.app-web",
    by: "ada@orders.example",
    why: "later",
    until: "2026-12-01",
  };
  const config = yaml("orders", { waivers: [waiver] });
  const { out, synth } = project({ "environments/orders.poc.yaml": config });
  const line = config.slice(0, config.indexOf("control:")).split("\n").length;
  expect(await synth()).toEqual({
    code: 2,
    err: `environments/orders.poc.yaml:${line}:5  waivers.0.control must be a known control, got "SEC-99".\n    List the controls with \`gatewright check --explain\`.\n`,
  });
  expect(contentOf(out)).toEqual({});
});
