import { join } from "node:path";
import { contentOf, folderWith } from "../support/folder";
import { check, poc } from "./checked";

describe("bad input", () => {
  const PLANS: Readonly<Record<string, readonly [text: string, says: string]>> = {
    "neither synthesized JSON nor a plan": [
      '{"hello": 1}',
      "is neither synthesized Terraform JSON nor a Terraform plan.",
    ],
    "a list": ["[1, 2]", "is neither synthesized Terraform JSON nor a Terraform plan."],
    "no JSON": ["hello", "is not JSON."],
    empty: ["", "is empty."],
    truncated: ['{"format_version": "1.2", "planned_values": {', "ends in the middle: it is not complete JSON."],
    "of an unknown version": [
      '{"format_version": "2.0", "planned_values": {}}',
      'is a plan in format version "2.0"; versions 1.x are understood.',
    ],
    "without azurerm resources": [
      '{"format_version": "1.2", "planned_values": {"root_module": {}}}',
      "has no azurerm resources, so there is nothing to judge.",
    ],
    "a state": ['{"format_version": "1.0", "values": {"root_module": {}}}', "is a Terraform state, not a plan."],
  };
  for (const [what, [text, says]] of Object.entries(PLANS))
    test(`a plan that is ${what}`, async () => {
      const folder = folderWith({ "plan.json": text });
      const { code, out, err } = await check(folder, "--plan", join(folder, "plan.json"), "--gate", "pilot");
      expect({ code, out, first: err.split("\n")[0] }).toEqual({ code: 2, out: "", first: `plan.json ${says}` });
    });

  test.each([
    [["--today", "2026-02-30"], 'today must be a day as YYYY-MM-DD, got "2026-02-30".'],
    [["--today", "tomorrow"], 'today must be a day as YYYY-MM-DD, got "tomorrow".'],
    [["--today", ""], 'today must be a day as YYYY-MM-DD, got "".'],
    [
      ["--gate", "pilto"],
      '--gate must be poc, pilot, pre-production, production, scale, got "pilto"; did you mean "pilot"?',
    ],
    [
      ["--format", "markdwon"],
      '--format must be text, json, markdown, sarif, got "markdwon"; did you mean "markdown"?',
    ],
    [["--explain", "NET-4"], 'there is no control "NET-4"; did you mean "NET-04"?'],
    [["--plan", "missing.json", "--gate", "poc"], "missing.json does not exist"],
    [["--plan", "src", "--gate", "poc"], "src is a folder, not a file"],
    [["--plan", "a", "--dir", "b"], "--plan and --dir name two things to judge"],
    [["--rules", "missing.ts"], "--rules names missing.ts, which does not exist"],
    [["--rules", "src"], "--rules names src, which is a folder"],
    [["--out", "src"], "--out src is a folder, not a file"],
    [["pilot"], 'no environment "pilot"'],
    [["nowhere/orders.poc.yaml"], "nowhere/orders.poc.yaml does not exist"],
  ])("%j", async (argv, says) => {
    const { code, out, err } = await check(poc(), ...argv);
    expect({ code, out, first: err.split("\n")[0] }).toEqual({
      code: 2,
      out: "",
      first: expect.stringContaining(says),
    });
    expect(err).not.toMatch(/\n\s+at /);
  });

  test.each(["orders.poc.yaml", "evidence.yaml", "orders.pilot.yml"])(
    "a report is not written over a config, as %s",
    async (name) => {
      const folder = poc();
      const before = contentOf(folder);
      const file = join(folder, name);
      expect(await check(folder, "--out", file)).toEqual({
        code: 2,
        out: "",
        err: `--out ${name} has the place and name of a config\n    Name another file for the report.\n`,
      });
      expect(contentOf(folder)).toEqual(before);
    },
  );

  test("a folder without environments says how to start", async () => {
    expect(await check(folderWith())).toMatchObject({
      code: 2,
      err: expect.stringContaining("holds no environment file"),
    });
  });
});
