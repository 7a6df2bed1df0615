import { readFileSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { contentOf, folderWith } from "../support/folder";
import { pilotConfig } from "../support/pilot";
import { asYaml, pocConfig } from "../support/poc-config";
import { runCli } from "../support/run-cli";

const FILE = "environments/orders.pilot.yaml";

function project(text = `# our Pilot\n${asYaml(pilotConfig())}`): string {
  return folderWith({ [FILE]: text });
}

async function recreate(folder: string, ...argv: readonly string[]) {
  const { code, out, err } = await runCli("recreate", "--environments", join(folder, "environments"), ...argv);
  return { code, out: out.replaceAll(`${folder}/`, ""), err: err.replaceAll(`${folder}/`, "") };
}

const BECAUSE = ["pilot", "--reason", "the subnet is too small"];

test("without agreement the plan is printed and nothing is written", async () => {
  const folder = project();
  const before = contentOf(folder);
  const { code, out, err } = await recreate(folder, ...BECAUSE);
  expect([code, err]).toEqual([1, ""]);
  expect(out).toMatch(/^orders-pilot: generation 1 to 2, because the subnet is too small\n/);
  expect(out).toContain("  rg-orders-pilot-weu-g1p2xh             ->  rg-orders-pilot-weu-g2jf3m\n");
  expect(out).toContain("  log-orders-pilot-weu-g1p2xh: LOST: logs stay with the old generation and go with it\n");
  expect(out).toContain("  the foundation orders.foundation.yaml: ");
  expect(out).not.toContain("Shared by both");
  expect(out).toMatch(
    /\nNothing was written\. To raise the generation in environments\/orders\.pilot\.yaml, add --yes\.\n$/,
  );
  expect(contentOf(folder)).toEqual(before);
});

test("with --yes the number is raised, the reason stands above it, and every other byte stays", async () => {
  const folder = project();
  const before = readFileSync(join(folder, FILE), "utf8");
  const { code, out } = await recreate(folder, ...BECAUSE, "--yes");
  expect(code).toBe(0);
  expect(out).toContain("environments/orders.pilot.yaml is at generation 2. Next: gatewright prove orders-pilot");
  expect(readFileSync(join(folder, FILE), "utf8")).toBe(
    before.replace("generation: 1\n", "# generation 2: the subnet is too small\ngeneration: 2\n"),
  );
  expect(Object.keys(contentOf(folder))).toEqual(["environments/", FILE]);
});

test("a second time raises it again", async () => {
  const folder = project();
  await recreate(folder, ...BECAUSE, "--yes");
  await recreate(folder, "pilot", "--reason", "drill", "--yes");
  expect(readFileSync(join(folder, FILE), "utf8")).toContain(
    "# generation 2: the subnet is too small\n# generation 3: drill\ngeneration: 3\n",
  );
});

test("a link stays a link, and the file keeps its rights", async () => {
  const folder = project();
  const target = join(folder, "real.yaml");
  writeFileSync(target, asYaml(pocConfig()), { mode: 0o640 });
  symlinkSync(target, join(folder, "environments/orders.poc.yaml"));
  expect((await recreate(folder, "poc", "--reason", "drill", "--yes")).code).toBe(0);
  expect(readFileSync(target, "utf8")).toContain("generation: 2\n");
  expect(statSync(target).mode & 0o777).toBe(0o640);
});

test.each([
  [["pilot"], "a recreation needs a reason"],
  [["pilot", "--reason", "  "], "a recreation needs a reason"],
  [["pilot", "--reason", "one\ntwo"], "--reason must be one line of at most 200 characters"],
  [["pilot", "--reason", `ghp_${"a".repeat(36)}`], "--reason looks like a secret (not shown)"],
  [["production", "--reason", "x"], 'no environment "production" in environments'],
  [["orders-foundation", "--reason", "x"], "orders-foundation is retained: no recreation touches a foundation"],
  [[], "error: missing required argument 'env'"],
])("%j is bad input and writes nothing", async (argv, says) => {
  const folder = project();
  const before = contentOf(folder);
  const { code, err } = await recreate(folder, ...argv, "--yes");
  expect(code).toBe(2);
  expect(err).toContain(says);
  expect(contentOf(folder)).toEqual(before);
});

test("one environment at a time", async () => {
  const folder = folderWith({
    "environments/orders.poc.yaml": asYaml(pocConfig()),
    "environments/shop.poc.yaml": asYaml(pocConfig({ workload: "shop" })),
  });
  const { code, err } = await recreate(folder, "poc", "--reason", "drill");
  expect([code, err]).toEqual([
    2,
    '"poc" names environments/orders.poc.yaml and environments/shop.poc.yaml\n    Recreate one environment at a time; name its file.\n',
  ]);
});

test("the last generation is told", async () => {
  const folder = project(asYaml({ ...pilotConfig(), generation: 998 }));
  const { code, err } = await recreate(folder, ...BECAUSE);
  expect([code, err]).toEqual([2, expect.stringContaining("is at generation 998, which is the last one")]);
});
