import { parseToday } from "../../src/config/day";
import { BadInput } from "../../src/errors";
import { readEnvironment, readPlan } from "../../src/plan/read-plan";
import { stackJson } from "./near-miss";

const says = (run: () => unknown): string => {
  try {
    run();
  } catch (error) {
    if (error instanceof BadInput) return error.problems[0]?.says ?? "";
    throw error;
  }
  return "no error";
};

describe("reading a file", () => {
  test.each([
    ["", "p.json is empty."],
    ["resource {}", "p.json is not JSON."],
    ['{"resource": {"azurerm_key_vault"', "p.json ends in the middle: it is not complete JSON."],
    ["[]", "p.json is neither synthesized Terraform JSON nor a Terraform plan."],
    ['{"name": "x"}', "p.json is neither synthesized Terraform JSON nor a Terraform plan."],
    ['{"format_version": "1.0", "values": {}}', "p.json is a Terraform state, not a plan."],
    [
      '{"format_version": "2.0", "planned_values": {}}',
      'p.json is a plan in format version "2.0"; versions 1.x are understood.',
    ],
    [
      '{"format_version": 1, "planned_values": {}}',
      "p.json is a plan in format version 1; versions 1.x are understood.",
    ],
  ])("%j is refused with a sentence", (text, expected) => {
    expect(says(() => readPlan(text, "p.json"))).toBe(expected);
  });

  test("a stack's file is called by its folder, a plan by its own name", () => {
    const json = JSON.stringify(stackJson({}));
    expect(readPlan(json, "cdktf.out/stacks/orders-poc-platform/cdk.tf.json").name).toBe("orders-poc-platform");
    expect(readPlan('{"format_version":"1.2","planned_values":{}}', "out/old.json")).toMatchObject({
      name: "old",
      kind: "plan",
    });
  });

  test("a plan without azurerm resources is refused, not passed", () => {
    const plan = readPlan('{"format_version":"1.2","planned_values":{"root_module":{}}}', "old.json");
    expect(says(() => readEnvironment([plan]))).toBe(
      "old.json has no azurerm resources, so there is nothing to judge.",
    );
  });
});

describe("the day of a check", () => {
  test.each(["2026-02-30", "tomorrow", "", "2026-1-1", "2026-11-21T00:00:00Z"])("%j is refused", (value) => {
    expect(says(() => parseToday(value))).toBe(`today must be a day as YYYY-MM-DD, got ${JSON.stringify(value)}.`);
  });

  test("a leap day exists in a leap year", () => {
    expect(parseToday("2028-02-29")).toBe("2028-02-29");
  });
});
