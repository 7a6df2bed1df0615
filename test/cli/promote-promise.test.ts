import { PRODUCTION_GATE } from "../promotion/gates";
import { contentOf, folderWith } from "../support/folder";
import { asYaml } from "../support/poc-config";
import { runCli } from "../support/run-cli";

async function promoted(answers: string) {
  const folder = folderWith({
    "orders.pre-production.yaml": asYaml(PRODUCTION_GATE.from),
    "orders.production.answers.yaml": answers,
  });
  const { code, out, err } = await runCli(
    "promote",
    "pre-production",
    "--today",
    PRODUCTION_GATE.today,
    "--environments",
    folder,
  );
  return { code, out, err, files: Object.keys(contentOf(folder)) };
}

test("a promise that the topology cannot keep is asked for again, and nothing is written", async () => {
  const { code, out, files } = await promoted(
    PRODUCTION_GATE.answers
      .replace("availability: 99.5", "availability: 99.999")
      .replace(/plannedDowntime: .*/, "plannedDowntime: none"),
  );
  expect([code, files]).toEqual([1, ["orders.pre-production.yaml", "orders.production.answers.yaml"]]);
  expect(out).toMatch(/^2 questions open:\n {2}promise\.availability {2}The topology cannot keep availability 99\.999/);
  expect(out).toMatch(
    /\n {2}promise\.plannedDowntime {2}The topology cannot keep plannedDowntime none\. Azure maintains /,
  );
});

test("one that it can keep, or that a drill still has to show, is written", async () => {
  const { code, err, files } = await promoted(PRODUCTION_GATE.answers);
  expect([code, err]).toEqual([0, ""]);
  expect(files).toContain("orders.production.yaml");
});
