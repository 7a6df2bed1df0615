import { readFileSync } from "node:fs";
import { join } from "node:path";
import { folderWith } from "../support/folder";
import { writeCase } from "./case";
import { compareTrees, readAccepted } from "./compare";
import { writeTree } from "./write";

/** A tree of one case whose `check` said this, and whose synth wrote that. */
function tree(check: unknown, written: unknown, asked = "{}"): string {
  return folderWith({
    "inputs/examples/one/commands.json": asked,
    "outputs/examples/one/check poc as json.json": JSON.stringify({ exit: 0, out: check, err: [""] }),
    "outputs/examples/one/cdktf.out/stacks/one-poc-platform/cdk.tf.json": JSON.stringify(written),
  });
}

const FINDINGS = [
  { control: "NET-01", verdict: "pass" },
  { control: "NET-04", verdict: "pass" },
];
const VAULT = { resource: { azurerm_key_vault: { vault: { name: "kv-one", sku_name: "standard" } } } };
const before = tree({ findings: FINDINGS }, VAULT);

/** What a comparison finds, where nothing is accepted. */
const found = (check: unknown, written: unknown) => compareTrees(before, tree(check, written), []);

test("two trees that are alike have no difference", () => {
  expect(found({ findings: FINDINGS }, VAULT)).toEqual({
    unexplained: 0,
    text: "\nNothing differs without a reason.",
  });
});

test("a verdict that changed and an argument of a resource are found, by what they are of", () => {
  const [first] = FINDINGS;
  const other = { resource: { azurerm_key_vault: { vault: { name: "kv-one", sku_name: "premium" } } } };
  expect(found({ findings: [first, { control: "NET-04", verdict: "fail" }] }, other)).toEqual({
    unexplained: 2,
    text: [
      "",
      "written cdk.tf.json › resource › azurerm_key_vault › * › sku_name: 1 in 1 case",
      "  standard → premium  (examples/one)",
      "",
      "check › out › findings › NET-04 › verdict: 1 in 1 case",
      "  pass → fail  (examples/one)",
      "",
      "2 differences have no reason.",
    ].join("\n"),
  });
});

test.each([
  ["one more", [...FINDINGS, { control: "DAT-01", verdict: "pass" }], 1],
  ["one more at the start", [{ control: "DAT-01", verdict: "pass" }, ...FINDINGS], 1],
  ["one less", FINDINGS.slice(1), 1],
  ["another order", FINDINGS.toReversed(), 1],
  ["none", [], 2],
])("elements of a list, %s, are counted one by one", (_, findings, unexplained) => {
  expect(found({ findings }, VAULT).unexplained).toBe(unexplained);
});

test("a file that is gone, and one that is only laid out otherwise, are differences", () => {
  const gone = folderWith({ "inputs/examples/one/commands.json": "{}", "outputs/examples/one/check.json": "{}" });
  expect(compareTrees(before, gone, []).unexplained).toBe(3);
  const path = "outputs/examples/one/check.json";
  const [one, other] = ["{}", "{ }"].map((text) => folderWith({ "inputs/a/b/c": "", [path]: text }));
  expect(compareTrees(one!, other!, []).text).toContain("check: 1 in 1 case\n  one layout → another layout");
});

test("a difference with a reason is accepted; a reason that meets nothing is told", () => {
  const after = tree({ findings: FINDINGS.slice(1) }, VAULT);
  const accepted = [
    { what: 'check .* \\{"control":"NET-01".* → nothing', because: "NET-01 is judged elsewhere" },
    { what: "prove", because: "proofs say more" },
  ];
  expect(compareTrees(before, after, accepted)).toEqual({
    unexplained: 0,
    text: [
      "accepted, 1 in 1 case: NET-01 is judged elsewhere",
      "accepted, but met nowhere: proofs say more  (prove)",
      "",
      "Nothing differs without a reason.",
    ].join("\n"),
  });
  expect(compareTrees(before, after, accepted.slice(1)).unexplained).toBe(1);
  const where = (name: string) => compareTrees(before, after, [{ what: "check", in: name, because: "" }]).unexplained;
  expect(["examples/one", "^generated/"].map(where)).toEqual([0, 1]);
});

test("trees that were asked different things are not compared", () => {
  const other = tree({ findings: FINDINGS }, VAULT, '{ "check": ["check"] }');
  expect(() => compareTrees(before, other, [])).toThrow("were not asked the same");
});

test("reasons are read from a file that has nothing but patterns and reasons", () => {
  const file = (text: string) => join(folderWith({ "accepted.yaml": text }), "accepted.yaml");
  expect(readAccepted(file("- what: ^check\n  because: it says more\n"))).toEqual([
    { what: "^check", because: "it says more" },
  ]);
  expect(readAccepted(file("# none\n"))).toEqual([]);
  expect(() => readAccepted(file("- what: ^check\n"))).toThrow("must be a list of { what, because }");
});

test("a tree holds what the built command line of a checkout printed, wrote and ended with", async () => {
  const checkout = folderWith({
    "dist/src/cli/bin.js": `
      const { mkdirSync, readFileSync, writeFileSync } = require("node:fs");
      setTimeout(() => {
        const [, , command, file] = process.argv;
        if (command === "synth") {
          mkdirSync("cdktf.out");
          writeFileSync("cdktf.out/it.json", readFileSync(file));
          process.stdout.write('{"made": "' + process.cwd() + '/it in 0.12 s"}');
        } else {
          process.stderr.write("no\\n");
          process.exitCode = 2;
        }
      }, 5);`,
  });
  const [inputs, to] = [folderWith(), folderWith()];
  writeCase(inputs, {
    name: "examples/one",
    files: { "environments/a.yaml": "a: 1\n" },
    commands: { synth: ["synth", "environments/a.yaml"], check: ["check"] },
  });
  await writeTree(checkout, inputs, to);
  const output = (path: string) => readFileSync(join(to, "outputs/examples/one", path), "utf8");
  expect([JSON.parse(output("synth.json")), JSON.parse(output("check.json")), output("cdktf.out/it.json")]).toEqual([
    { exit: 0, out: { made: "<here>/it in <time> s" }, err: [""] },
    { exit: 2, out: [""], err: ["no", ""] },
    "a: 1\n",
  ]);
}, 60_000);

test("a checkout that is not built says so", async () => {
  const folder = folderWith();
  await expect(writeTree(folder, folderWith(), folderWith())).rejects.toThrow(`${folder} is not built`);
});
