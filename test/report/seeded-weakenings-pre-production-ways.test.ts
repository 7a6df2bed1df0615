import { builtPreProduction } from "../support/built-pre-production";
import { testWeakenings } from "../support/weakenings";
import { FILTER } from "./weakenings/filter";
import { WAYS_IN } from "./weakenings/ways-in";
import { WAYS_OUT } from "./weakenings/ways-out";

const base = builtPreProduction();

describe("every other way into a Pre-Production is caught by the intended control and by no other", () => {
  testWeakenings(base, WAYS_IN);
});

describe("every hole in the entry is caught by the intended control and by no other", () => {
  testWeakenings(base, FILTER);
});

describe("every way out that is not the allow-list is caught by the intended control and by no other", () => {
  testWeakenings(base, WAYS_OUT);
});
