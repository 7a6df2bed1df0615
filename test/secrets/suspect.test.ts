import { suspect } from "../../src/config/secrets";
import { Maker } from "../support/made-secrets";
import { CREDENTIALS } from "./credentials";
import { LOOK_ALIKES } from "./look-alikes";

/** As many of each as show that it is the format that is known, and not one value. */
const SEEDS = [...Array(12).keys()].map((seed) => 1000 * seed + 17);
const NEUTRAL = "SETTING";

const found = (name: string, value: string) => suspect(name, value)?.certain;

describe("under a neutral name", () => {
  test.each(CREDENTIALS)("%s is found: %s", (_, tier, make) => {
    expect(SEEDS.map((seed) => found(NEUTRAL, make(new Maker(seed))))).toEqual(SEEDS.map(() => tier === "known"));
  });

  test.each(LOOK_ALIKES.map(([name, make, under = NEUTRAL]) => ({ name, make, under })))(
    "$name is none",
    ({ make, under }) => {
      expect(SEEDS.map((seed) => make(new Maker(seed))).filter((value) => suspect(under, value))).toEqual([]);
    },
  );

  test("the tables are as wide as is asked for", () => {
    expect(new Set(CREDENTIALS.map(([name]) => name)).size).toBeGreaterThanOrEqual(150);
    expect(new Set(LOOK_ALIKES.map(([name]) => name)).size).toBeGreaterThanOrEqual(90);
  });
});
