import { builtProduction, testProductionWeakenings } from "../support/built-production";
import { DRILLS, REVIEWS, SELF_APPROVAL } from "./weakenings/production/drills";
import { ALERTS, PROMISE } from "./weakenings/production/promise";
import { RECORDS } from "./weakenings/production/records";

const base = builtProduction();

describe("a promise that cannot be kept, or that nobody watches, is caught by the intended control and by no other", () => {
  testProductionWeakenings(base, [...PROMISE, ...ALERTS]);
});

describe("whatever was not drilled, reviewed, approved or written down is caught by the intended control", () => {
  testProductionWeakenings(base, [...DRILLS, ...REVIEWS, ...SELF_APPROVAL, ...RECORDS]);
});
