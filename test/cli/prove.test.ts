import { spawn } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { contentOf, folderWith } from "../support/folder";
import { asYaml, type Changes, pocConfig } from "../support/poc-config";
import { runCli } from "../support/run-cli";

jest.setTimeout(60_000);

/** A project with one POC. */
function project(changes: Changes = {}, files: Readonly<Record<string, string>> = {}): string {
  return folderWith({ "environments/orders.poc.yaml": asYaml(pocConfig(changes)), ...files });
}

/** `gatewright prove` over a project, with the project's own path left out of what it says. */
async function prove(folder: string, ...argv: readonly string[]) {
  const { code, out, err } = await runCli("prove", "--environments", join(folder, "environments"), ...argv);
  return { code, out: out.replaceAll(`${folder}/`, ""), err: err.replaceAll(`${folder}/`, "") };
}

/** A Terraform that answers as the real one does, as far as a rehearsal asks. */
function fakeTerraform(folder: string, test: string): string {
  const bin = join(folder, "terraform");
  const script = `#!/bin/sh
case "$1" in
version) echo "Terraform v1.11.4" ;;
validate) echo '{"valid":true,"diagnostics":[]}' ;;
test) ${test} ;;
esac`;
  writeFileSync(bin, script);
  chmodSync(bin, 0o755);
  return bin;
}

const PASSES = ["create", "no_changes"]
  .map(
    (run) =>
      `{"type":"test_run","@testrun":"${run}","test_run":{"run":"${run}","status":"pass","progress":"complete"}}`,
  )
  .concat('{"type":"test_plan","@testrun":"no_changes","test_plan":{"resource_changes":[]}}')
  .concat('{"type":"test_file","test_file":{"progress":"teardown"}}', '{"type":"test_summary","test_summary":{}}')
  .map((line) => `echo '${line}'`)
  .join("; ");

const certificateOf = (folder: string) =>
  JSON.parse(readFileSync(join(folder, "recreation/orders-poc.g1.json"), "utf8"));

const folder = project();
let said: Awaited<ReturnType<typeof prove>>;
let certificate: string;
beforeAll(async () => {
  said = await prove(folder);
  certificate = readFileSync(join(folder, "recreation/orders-poc.g1.json"), "utf8");
});

describe("a POC that can be recreated", () => {
  test("is proved, a line a claim", () => {
    expect(said.code).toBe(0);
    expect(said.err).toBe("");
    const lines = said.out.split("\n");
    expect(lines[0]).toBe("orders-poc  generation 1  PROVED  11 of 11 claims hold");
    expect(lines.slice(1, 12).map((line) => line.slice(0, 25).trim())).toEqual(
      [
        "deterministic",
        "self-contained",
        "no-hidden-inputs",
        "no-ghosts",
        "clean-destroy",
        "no-secrets",
        "pinned",
        "retained-listed",
        "data-restorable",
        "not-replaced",
        "one-of-each",
      ].map((claim) => `holds  ${claim}`),
    );
    expect(lines.slice(12)).toEqual([
      "  not rehearsed: not asked for: add --rehearse",
      "  certificate: recreation/orders-poc.g1.json",
      "",
    ]);
  });

  test("gets a certificate beside its environments, and nothing else is written", () => {
    expect(Object.keys(contentOf(folder))).toEqual([
      "environments/",
      "environments/orders.poc.yaml",
      "recreation/",
      "recreation/orders-poc.g1.json",
    ]);
  });

  test("is verified, in another time zone too", async () => {
    const zone = process.env["TZ"];
    process.env["TZ"] = "Asia/Tokyo";
    const verified = await prove(folder, "--verify");
    process.env["TZ"] = zone;
    expect(verified).toEqual({
      code: 0,
      err: "",
      out: "orders-poc  generation 1  certificate holds  not-rehearsed  recreation/orders-poc.g1.json\n",
    });
  });

  test("is verified with its output, which must be what the synth wrote", async () => {
    const copy = project({}, { "recreation/orders-poc.g1.json": certificate });
    const output = join(copy, "cdktf.out");
    const synth = await runCli("synth", "--environments", join(copy, "environments"), "--out", output);
    expect(synth.code).toBe(0);
    expect((await prove(copy, "--verify", "--out", output)).code).toBe(0);
    const file = join(output, "stacks/orders-poc-platform/cdk.tf.json");
    writeFileSync(file, readFileSync(file, "utf8").replace('"admin_enabled": false', '"admin_enabled": true'));
    const { code, out } = await prove(copy, "--verify", "--out", output);
    expect(code).toBe(1);
    expect(out).toBe(
      [
        "orders-poc  generation 1  certificate holds  not-rehearsed  recreation/orders-poc.g1.json",
        "orders-poc  generation 1  OUTPUT IS NOT AS SYNTHESIZED",
        "  Changed since synth: stacks/orders-poc-platform/cdk.tf.json.",
        "  Run gatewright synth.",
        "",
      ].join("\n"),
    );
    writeFileSync(join(output, "stacks/orders-poc-services/override.tf.json"), "{}");
    expect(await prove(copy, "--verify", "--out", output)).toMatchObject({
      code: 2,
      err: expect.stringContaining("stacks/orders-poc-services holds override.tf.json beside cdk.tf.json"),
    });
  });

  test("is told as data", async () => {
    const { code, out } = await prove(folder, "--json", "--no-certificate");
    const [one] = JSON.parse(out);
    expect(code).toBe(0);
    expect([one.environment, one.outcome, one.claims.length, one.certificate]).toEqual([
      "orders-poc",
      "proved",
      11,
      undefined,
    ]);
  });

  test("has the steps of a drill, with its own names", async () => {
    const before = contentOf(folder);
    const { code, out } = await prove(folder, "poc", "--drill");
    expect(code).toBe(0);
    expect(out).toMatch(/^# Recreation drill of orders-poc: generation 1 to 2\n/);
    for (const name of [
      "rg-orders-poc-weu-g1",
      "ca-web-orders-poc-weu-g2",
      "terraform -chdir=stacks/orders-poc-services destroy",
    ])
      expect(out).toContain(name);
    expect(out.indexOf("orders-poc-services destroy")).toBeLessThan(out.indexOf("orders-poc-platform destroy"));
    expect(contentOf(folder)).toEqual(before);
  });
});

describe("what cannot be recreated", () => {
  test("is told with its place, and no certificate is written", async () => {
    const folder = project(
      { extend: "./orders.extra.js" },
      {
        "environments/orders.extra.js":
          'exports.default = (poc) => poc.platform.stack.addOverride("data.azurerm_storage_account.shared", { name: "stshared", resource_group_name: "rg-shared" });',
      },
    );
    const { code, out } = await prove(folder);
    expect(code).toBe(1);
    expect(out.split("\n").filter((line) => !line.startsWith("  holds"))).toEqual([
      "orders-poc  generation 1  NOT PROVED  10 of 11 claims hold",
      expect.stringMatching(/^ {2}FAILS {2}no-hidden-inputs {2}/),
      "           data.azurerm_storage_account.shared: It reads something whose reason nobody recorded.",
      "  not rehearsed: not asked for: add --rehearse",
      "",
    ]);
    expect(existsSync(join(folder, "recreation"))).toBe(false);
  });
});

test("what cannot be synthesized is bad input", async () => {
  const folder = project({ extend: "./missing.js" });
  const { code, err } = await prove(folder);
  expect([code, err]).toEqual([2, expect.stringMatching(/extend names \.\/missing\.js, which does not exist/)]);
});

describe("a certificate that is held against its environment", () => {
  const refused = async (folder: string) => {
    const { code, out, err } = await prove(folder, "--verify");
    return [code, ...`${out}${err}`.trim().split("\n").slice(0, 2)];
  };

  test("must be there, and be of this platform", async () => {
    const folder = project();
    expect(await refused(folder)).toEqual([
      1,
      "orders-poc  generation 1  CERTIFICATE DOES NOT HOLD",
      "  Generation 1 has no certificate in recreation.".replace("recreation", join("recreation")),
    ]);
    mkdirSync(join(folder, "recreation"));
    writeFileSync(join(folder, "recreation/orders-poc.g1.json"), certificate);
    writeFileSync(join(folder, "environments/orders.poc.yaml"), asYaml(pocConfig({ monthlyBudget: 90 })));
    expect(await refused(folder)).toEqual([
      1,
      "orders-poc  generation 1  CERTIFICATE DOES NOT HOLD",
      "  The platform has changed since it was proved: its digest is another one.",
    ]);
    writeFileSync(join(folder, "environments/orders.poc.yaml"), asYaml(pocConfig({ generation: 2 })));
    expect(await refused(folder)).toEqual([
      1,
      "orders-poc  generation 2  CERTIFICATE DOES NOT HOLD",
      "  Generation 2 has no certificate in recreation. There is one for generation 1, which does not count here.",
    ]);
  });

  test.each([
    [
      "a later schema",
      '{"schemaVersion":9}',
      "recreation/orders-poc.g1.json has schema version 9; this version of gatewright reads 1",
    ],
    ["something else", "# notes", "recreation/orders-poc.g1.json is not JSON"],
  ])("is bad input when it is %s", async (_, text, says) => {
    const folder = project({}, { "recreation/orders-poc.g1.json": text });
    expect((await refused(folder)).slice(0, 2)).toEqual([2, says]);
  });

  test("is bad input when it is another environment's", async () => {
    const folder = project(
      {},
      {
        "environments/shop.poc.yaml": asYaml(pocConfig({ workload: "shop" })),
        "recreation/orders-poc.g1.json": certificate,
        "recreation/shop-poc.g1.json": certificate,
      },
    );
    expect((await refused(folder)).slice(0, 2)).toEqual([
      2,
      "recreation/shop-poc.g1.json is the certificate of orders-poc, not of shop-poc",
    ]);
  });
});

describe("a rehearsal", () => {
  test("is certified, and stays so when the next proof is without one", async () => {
    const folder = project();
    const bin = fakeTerraform(folderWith(), PASSES);
    const { code, out } = await prove(folder, "--rehearse", "--bin", bin);
    expect(code).toBe(0);
    expect(out).toContain(
      "rehearsed: generations 1 and 2 created, unchanged by a second plan, destroyed (terraform 1.11.4;",
    );
    const { rehearsal } = certificateOf(folder);
    expect([rehearsal.outcome, rehearsal.stacks.length]).toEqual(["rehearsed", 4]);
    const before = contentOf(folder);
    expect((await prove(folder)).code).toBe(0);
    expect(contentOf(folder)).toEqual(before);
  });

  test("that was asked for and cannot take place is no success", async () => {
    const folder = project();
    const { code, out } = await prove(folder, "--rehearse", "--bin", "/nowhere/terraform");
    expect(code).toBe(1);
    expect(out).toContain("  not rehearsed: /nowhere/terraform cannot be started\n");
    expect(certificateOf(folder).rehearsal.outcome).toBe("not-rehearsed");
  });

  test("that fails leaves no certificate", async () => {
    const folder = project();
    const { code, out } = await prove(
      folder,
      "--rehearse",
      "--bin",
      fakeTerraform(folderWith(), PASSES.replace('"pass"', '"fail"')),
    );
    expect([code, out.includes("rehearsal FAILED (terraform 1.11.4)"), existsSync(join(folder, "recreation"))]).toEqual(
      [1, true, false],
    );
  });

  test("that is interrupted leaves no files", async () => {
    const folder = project();
    const before = contentOf(folder);
    const mark = join(folderWith(), "running");
    const bin = fakeTerraform(folderWith(), `pwd > ${mark}; exec sleep 60`);
    const root = join(__dirname, "../..");
    const child = spawn(
      process.execPath,
      ["-r", require.resolve("ts-node/register"), join(root, "src/cli/bin.ts"), "prove", "--rehearse", "--bin", bin],
      { cwd: folder, env: { ...process.env, TS_NODE_PROJECT: join(root, "tsconfig.json") }, stdio: "ignore" },
    );
    const ended = new Promise((done) => child.once("exit", (_, signal) => done(signal)));
    while (!existsSync(mark)) await new Promise((done) => setTimeout(done, 50));
    child.kill("SIGINT");
    expect(await ended).toBe("SIGINT");
    expect(contentOf(folder)).toEqual(before);
    expect(existsSync(readFileSync(mark, "utf8").trim())).toBe(false);
  });
});

test.each([
  [["nothing"], /no environment "nothing"/],
  [["foundation"], /foundation is retained: no recreation touches a foundation/],
  [["--verify", "--rehearse"], /--verify reads a certificate and --rehearse makes one/],
  [["--drill", "--verify"], /--drill only prints/],
  [["--verify", "--no-certificate"], /--verify needs certificates/],
  [["--bin", "tofu"], /--bin names the tool of a rehearsal/],
  [["--today", "tomorrow"], /--today must be a date/],
])("%j is bad input", async (argv, says) => {
  const { code, err } = await prove(project(), ...argv);
  expect([code, err]).toEqual([2, expect.stringMatching(says)]);
});
