import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { contentOf, folderWith } from "../support/folder";
import { asYaml, pocConfig } from "../support/poc-config";
import { runCli } from "../support/run-cli";

const FIXTURES = join(__dirname, "../policy/fixtures");
const PLAN = join(FIXTURES, "vaults.plan.json");
const EXAMPLE = join(__dirname, "../../examples/full-ladder/environments");

/** A folder with one POC, and more files beside it. */
function poc(files: Readonly<Record<string, string>> = {}): string {
  return folderWith({ "orders.poc.yaml": asYaml(pocConfig()), ...files });
}

/** `gatewright report` over a folder of environments; the folder's own path is left out of what it says. */
async function report(folder: string, ...argv: readonly string[]) {
  const { code, out, err } = await runCli("report", "--environments", folder, ...argv);
  const relative = (text: string) => text.replaceAll(`${folder}/`, "");
  return { code, out: relative(out), err: relative(err) };
}

const titles = (out: string) => out.match(/^# .*$/gm);

describe("an environment of ours", () => {
  test("is reported on in every section, and nothing is written", async () => {
    const folder = poc();
    const before = contentOf(folder);
    const cwd = process.cwd();
    process.chdir(folder);
    const { code, out, err } = await report(folder);
    process.chdir(cwd);
    expect([code, err]).toEqual([0, ""]);
    expect(titles(out)).toEqual([
      "# Where the data of orders-poc is",
      "# What orders-poc keeps about people",
      "# What reaches and leaves orders-poc",
    ]);
    expect(contentOf(folder)).toEqual(before);
  });

  test.each([
    ["residency", "# Where the data of orders-poc is"],
    ["data-map", "# What orders-poc keeps about people"],
    ["exposure", "# What reaches and leaves orders-poc"],
  ])("in the section %s alone", async (section, title) => {
    const { code, out } = await report(poc(), "poc", "--section", section);
    expect([code, titles(out)]).toEqual([0, [title]]);
  });

  test("as JSON, of the sections that are asked for, with nothing that a terminal would act upon", async () => {
    const keys = async (...argv: readonly string[]) => {
      const { out } = await report(EXAMPLE, "pilot", "--format", "json", ...argv);
      return (JSON.parse(out) as object[]).map((one) => Object.keys(one));
    };
    expect(await keys()).toEqual([["environment", "residency", "dataMap", "exposure"]]);
    expect(await keys("--section", "exposure")).toEqual([["environment", "exposure"]]);
    const { out } = await report(poc(), "--section", "exposure", "--format", "json");
    const [found] = JSON.parse(out) as { exposure: { waysIn: { resource: string }[] } }[];
    expect(found?.exposure.waysIn.map(({ resource }) => resource)).toEqual(["azurerm_container_app.app-web"]);
  });

  test("the same twice, byte for byte", async () => {
    const folder = poc();
    expect(await report(folder)).toEqual(await report(folder));
  });
});

describe("a plan that somebody else wrote", () => {
  test("needs no config for what reaches and leaves", async () => {
    const { code, out, err } = await report(folderWith(), "--plan", PLAN);
    expect([code, err, titles(out)]).toEqual([0, "", ["# What reaches and leaves vaults.plan"]]);
    expect(out).toContain('| azurerm\\_key\\_vault.this\\["app"\\] | vault, holds data | off | nobody |');
  });

  test("of several files is one environment; with its config every section is told", async () => {
    const plans = ["platform", "services"].map((stack) => join(FIXTURES, `orders-pilot-${stack}.plan.json`));
    const { code, out } = await report(EXAMPLE, "pilot", "--plan", ...plans);
    expect([code, titles(out)]).toEqual([
      0,
      [
        "# Where the data of orders-pilot is",
        "# What orders-pilot keeps about people",
        "# What reaches and leaves orders-pilot",
      ],
    ]);
  });

  test("hostile names in it stay text", async () => {
    const plan = readFileSync(PLAN, "utf8").replaceAll("kv-app-7f3a", "<b>kv</b>|`x`\\u001b[31m");
    const folder = folderWith({
      "evil.json": plan.replaceAll("azurerm_container_app_environment.apps", "x`<i>`|.apps"),
    });
    const { code, out } = await report(folder, "--plan", join(folder, "evil.json"));
    expect(code).toBe(0);
    expect(out).not.toContain("\u001b");
    expect(out).not.toMatch(/<[bi]>/);
    expect(out).toContain("| x\\`&lt;i&gt;\\`\\|.apps |");
  });
});

describe("what a synth wrote", () => {
  test("is one environment per stage, and by name with its config", async () => {
    const folder = poc();
    const out = join(folder, "cdktf.out");
    expect((await runCli("synth", "--environments", folder, "--out", out)).code).toBe(0);
    expect(existsSync(join(out, "stacks"))).toBe(true);
    const bare = await report(folder, "--dir", out);
    expect(titles(bare.out)).toEqual(["# What reaches and leaves orders-poc"]);
    const named = await report(folder, "poc", "--dir", out, "--section", "exposure");
    expect(named.out).toBe((await report(folder, "poc", "--section", "exposure")).out);
  });
});

describe("a foundation", () => {
  test("tells what its identities and groups may do, when it is named", async () => {
    const { code, out } = await report(EXAMPLE, "foundation", "poc");
    expect([code, titles(out)?.slice(-2)]).toEqual([
      0,
      ["# What reaches and leaves orders-poc", "# What reaches and leaves orders-foundation"],
    ]);
    expect(out).toContain(
      "| azurerm\\_user\\_assigned\\_identity.deploy-orders-poc\\_identity | create, change and delete everything but access | Contributor |",
    );
  });
});

describe("bad input ends with 2, in a sentence, without a stack trace", () => {
  const bad = (): Readonly<Record<string, string>> => ({
    "state.json": JSON.stringify({ format_version: "1.0", values: {} }),
    "half.json": '{"format_version": "1.2", "planned_values": {',
    "empty.json": " ",
    "text.json": "plan",
    "list.json": "[1]",
    "other.json": JSON.stringify({ hello: 1 }),
    "old.json": JSON.stringify({ format_version: "0.1", planned_values: {} }),
    "bare.json": JSON.stringify({ format_version: "1.2", planned_values: { root_module: {} } }),
    "hcl/stacks/a/cdk.tf": "",
    "nothing/x": "",
  });

  test.each([
    [
      ["--section", "exposures"],
      '--section must be residency, data-map, exposure, promise, got "exposures"; did you mean "exposure"?',
      "Leave it out for all sections.",
    ],
    [["--format", "html"], '--format must be markdown or json, got "html"', "Leave it out for Markdown."],
    [["pilot"], 'no environment "pilot"', ""],
    [["nowhere/orders.poc.yaml"], "nowhere/orders.poc.yaml does not exist", ""],
    [["foundation"], 'no foundation "foundation"', "A foundation is a file <workload>.foundation.yaml."],
    [["--plan", "a.json", "--dir", "b"], "--plan and --dir name two things to report on", "Give one of them."],
    [["foundation", "--plan", "a.json"], 'no foundation "foundation"', ""],
    [["orders.foundation.yaml", "--plan", "a.json"], "orders.foundation.yaml does not exist", ""],
    [["poc", "poc2", "--plan", "a.json"], 'no environment "poc2"', ""],
    [["--plan", "missing.json"], "missing.json does not exist", "Name what --plan is to read."],
    [["--plan", "."], ". is a folder, not a file", "Judge a folder with --dir."],
    [
      ["--plan", "state.json"],
      "state.json is a Terraform state, not a plan.",
      "Give it what `terraform show -json plan.tfplan` prints",
    ],
    [["--plan", "half.json"], "half.json ends in the middle: it is not complete JSON.", "Write the file again."],
    [["--plan", "empty.json"], "empty.json is empty.", "Give it what"],
    [["--plan", "text.json"], "text.json is not JSON.", "Give it what"],
    [["--plan", "list.json"], "list.json is neither synthesized Terraform JSON nor a Terraform plan.", "Give it what"],
    [
      ["--plan", "other.json"],
      "other.json is neither synthesized Terraform JSON nor a Terraform plan.",
      "Give it what",
    ],
    [
      ["--plan", "old.json"],
      'old.json is a plan in format version "0.1"; versions 1.x are understood.',
      "Print the plan with Terraform 1.x.",
    ],
    [
      ["--plan", "bare.json"],
      "bare.json has no azurerm resources, so there is nothing to judge.",
      "Check that it is the right plan.",
    ],
    [
      ["--plan", PLAN, "--section", "residency"],
      "--section residency needs a config, and a plan alone has none",
      "Name the environment that the plan is of: gatewright report <env> --plan <file>.",
    ],
    [
      ["--plan", PLAN, "--section", "data-map"],
      "--section data-map needs a config, and a plan alone has none",
      "Name the environment",
    ],
    [["--dir", "missing"], "missing does not exist", "Name the output folder of a synth: cdktf.out."],
    [["--dir", "text.json"], "text.json is a file, not a folder", "Judge a file with --plan."],
    [["--dir", "nothing"], "nothing holds no synthesized stacks", "A synth writes"],
    [["--dir", "hcl"], "hcl/stacks/a holds HCL, which is not judged", "Synthesize without SYNTH_HCL_OUTPUT."],
  ])("%j", async (argv, says, fix) => {
    const folder = poc(bad());
    const cwd = process.cwd();
    process.chdir(folder);
    const { code, out, err } = await report(folder, ...argv);
    process.chdir(cwd);
    expect({ code, out, first: err.split("\n")[0] }).toEqual({
      code: 2,
      out: "",
      first: expect.stringContaining(says),
    });
    expect(err).toContain(fix);
    expect(err).not.toMatch(/\n\s+at /);
  });

  test("several environments for one plan, and a foundation with one", async () => {
    const two = poc();
    writeFileSync(join(two, "shop.poc.yaml"), asYaml({ ...pocConfig(), workload: "shop" }));
    const several = await report(two, "orders-poc", "shop-poc", "--plan", PLAN);
    expect([several.code, several.err.split("\n")[0]]).toEqual([
      2,
      "--plan is reported as one environment, but orders-poc, shop-poc names 2",
    ]);
    expect(several.err).toContain("Name one environment, or none.");
    for (const option of ["--plan", "--dir"]) {
      const { code, err } = await report(EXAMPLE, "foundation", option, PLAN);
      expect([code, err.split("\n")[0]]).toEqual([2, "a foundation is reported on by its name alone"]);
      expect(err).toContain("Leave out --plan and --dir.");
    }
  });
});
