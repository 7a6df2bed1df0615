import { isAtLeast, isStage, next, STAGE_TITLES, STAGE_TOKENS, STAGES } from "../../src/stages/stage";

describe("the ladder", () => {
  test("has five rungs in this order", () => {
    expect(STAGES).toEqual(["poc", "pilot", "pre-production", "production", "scale"]);
  });

  test("next() climbs one rung, and ends at the top", () => {
    expect(STAGES.map(next)).toEqual(["pilot", "pre-production", "production", "scale", undefined]);
  });

  test("isAtLeast() counts a stage itself and everything above it", () => {
    const above = STAGES.map((floor) => STAGES.filter((stage) => isAtLeast(stage, floor)));
    expect(above).toEqual([
      ["poc", "pilot", "pre-production", "production", "scale"],
      ["pilot", "pre-production", "production", "scale"],
      ["pre-production", "production", "scale"],
      ["production", "scale"],
      ["scale"],
    ]);
  });

  test("isStage() takes the five names, exactly as they are written", () => {
    expect([...STAGES, "POC", "prod", "preproduction", "constructor", "", undefined, 0].filter(isStage)).toEqual([
      ...STAGES,
    ]);
  });

  test("each stage has a title, and the token that stands in its names", () => {
    expect(STAGE_TITLES).toEqual({
      poc: "POC",
      pilot: "Pilot",
      "pre-production": "Pre-Production",
      production: "Production",
      scale: "Scale",
    });
    expect(STAGE_TOKENS).toEqual({
      poc: "poc",
      pilot: "pilot",
      "pre-production": "preprod",
      production: "prod",
      scale: "prod",
    });
  });
});
