import { builtScale, testScaleWeakenings } from "../support/built-scale";
import { failing, verdictOf } from "../support/weakenings";
import { EDGE } from "./weakenings/scale/edge";
import { REASONS, SECOND_REGION } from "./weakenings/scale/second-region";

const base = builtScale();

describe("a Scale as built, with its evidence", () => {
  test("fails nothing, and leaves nothing unknown", () => {
    expect(failing(base, () => {})).toEqual([]);
  });

  test("is judged by every control of the gate", () => {
    const verdict = verdictOf(base);
    expect([verdict.outcome, verdict.notJudged, verdict.warnings]).toEqual(["admitted", [], []]);
  });
});

describe("every hole in the edge is caught by the intended control and by no other", () => {
  testScaleWeakenings(base, EDGE);
});

describe("whatever the second region lacks is caught by the intended control and by no other", () => {
  testScaleWeakenings(base, SECOND_REGION);
});

describe("whatever was not drilled, or that no number asks for, is caught by the intended control", () => {
  testScaleWeakenings(base, REASONS);
});
