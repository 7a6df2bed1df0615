import { cpSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { placePromoted } from "../../src/cli/place-promoted";
import { extendProject } from "../../src/cli/project-files";
import { writeYaml } from "../../src/promotion/write-yaml";
import { contentOf, folderWith } from "../support/folder";
import { asYaml } from "../support/poc-config";
import { refusal } from "../support/problems";
import { productionConfig } from "../support/production";
import { runCli } from "../support/run-cli";
import { scaleConfig } from "../support/scale";

const EXAMPLE = join(__dirname, "../../examples/full-ladder/environments");
const positionOf = () => ({ file: "orders.production.yaml", line: 1, column: 1 });

/** The folder of a promotion that is about to be written. */
function rung(files: Readonly<Record<string, string>> = {}) {
  const folder = folderWith({ "orders.production.yaml": asYaml(productionConfig()), ...files });
  const at = (name: string) => join(folder, name);
  const place = () =>
    placePromoted(
      { target: at("orders.scale.yaml"), loaded: { file: at("orders.production.yaml") }, gate: { inPlace: true } },
      writeYaml(scaleConfig()),
      scaleConfig(),
    );
  return { folder, place };
}

describe("the file of a Scale", () => {
  test("takes the place of its Production's", () => {
    const { folder, place } = rung();
    expect([place(), Object.keys(contentOf(folder))]).toEqual(["written", ["orders.scale.yaml"]]);
    expect(readFileSync(join(folder, "orders.scale.yaml"), "utf8")).toBe(writeYaml(scaleConfig()));
  });

  test("that was written by a run which was cut off is all that is left after the next", () => {
    const { folder, place } = rung({ "orders.scale.yaml": writeYaml(scaleConfig()) });
    expect([place(), Object.keys(contentOf(folder))]).toEqual(["unchanged", ["orders.scale.yaml"]]);
  });

  test("that says something else is left as it is, and so is the Production's", () => {
    const other = writeYaml({ ...scaleConfig(), monthlyBudget: 9000 });
    const { folder, place } = rung({ "orders.scale.yaml": other });
    const before = contentOf(folder);
    expect(refusal(place).replaceAll(`${folder}/`, "")).toMatch(
      /^orders\.scale\.yaml:\d+:1 {2}orders\.scale\.yaml is there already and differs: monthlyBudget is 9000, the answers lead to 3000\n/,
    );
    expect(contentOf(folder)).toEqual(before);
  });
});

test("a Production that its own gate holds is not promoted, and nothing is written or removed", async () => {
  const folder = folderWith();
  cpSync(EXAMPLE, folder, { recursive: true });
  const before = contentOf(folder);
  const run = () => runCli("promote", "production", "--today", "2027-10-30", "--environments", folder);
  const { code, out, err } = await run();
  expect([code, out]).toEqual([2, ""]);
  expect(err).toMatch(
    /^orders-production cannot be promoted: its own gate holds it: .*\(RES-03\)\n {4}A Scale happens in place: mend the Production first\. gatewright check production says more\.\n/m,
  );
  expect(contentOf(folder)).toEqual(before);
  rmSync(join(folder, "orders.scale.answers.yaml"));
  const asked = await run();
  expect([asked.code, asked.out]).toEqual([
    1,
    expect.stringMatching(/\nThe own gate of orders-production holds it:\n {2}.*\(RES-03\)/s),
  ]);
});

describe("the project of a Scale", () => {
  const LOCKED = { dependencies: { gatewright: "1.0.0" } };
  const project = (test: string) =>
    folderWith({ "package.json": JSON.stringify(LOCKED), "test/gates.test.ts": test, "environments/none.txt": "" });
  const READS = 'const one = loadEnvironment("environments/orders.production.yaml");\n';
  /** A Production that goes on in another file, with one service less, for want of a Scale that can be synthesized. */
  const extend = (folder: string) => {
    const { rates: _, ...services } = productionConfig().services;
    return extendProject(
      { file: join(folder, "environments/orders.production.yaml"), config: productionConfig(), positionOf },
      {
        file: join(folder, "environments/orders.scale.yaml"),
        config: { ...productionConfig(), services },
        positionOf,
      },
      "2027-09-02",
    );
  };

  test("reads its file in the tests, and has one workflow", () => {
    const folder = project(READS);
    expect(extend(folder).map(({ file, outcome }) => [file.slice(folder.length + 1), outcome])).toEqual([
      [".github/workflows/deploy-orders-production.yml", "written"],
      ["test/gates.test.ts", "extended"],
    ]);
    expect(readFileSync(join(folder, "test/gates.test.ts"), "utf8")).toBe(READS.replace("production", "scale"));
    expect(extend(folder).map(({ outcome }) => outcome)).toEqual(["unchanged", "unchanged"]);
  });

  test("keeps a workflow that the team has changed", () => {
    const folder = project("");
    extend(folder);
    const file = join(folder, ".github/workflows/deploy-orders-production.yml");
    writeFileSync(file, "our own");
    expect(extend(folder).map(({ outcome }) => outcome)).toEqual(["kept", "unchanged"]);
    expect(readFileSync(file, "utf8")).toBe("our own");
  });
});
