import { builtProduction, testProductionWeakenings } from "../support/built-production";
import { FILTER } from "./weakenings/filter";
import { carried } from "./weakenings/production/carried";
import { WAYS_IN } from "./weakenings/ways-in";
import { WAYS_OUT } from "./weakenings/ways-out";

const base = builtProduction();

describe("every other way into a Production is caught by the intended control and by no other", () => {
  testProductionWeakenings(base, carried(WAYS_IN));
});

describe("every hole in its entry is caught by the intended control and by no other", () => {
  testProductionWeakenings(base, carried(FILTER));
});

describe("every way out that is not its allow-list is caught by the intended control and by no other", () => {
  testProductionWeakenings(base, carried(WAYS_OUT));
});
