import { builtProduction, testProductionWeakenings } from "../support/built-production";
import { NETWORK } from "./weakenings/network";
import { KEYS, PRIVATE } from "./weakenings/private";
import { carried } from "./weakenings/production/carried";
import { RECORDS } from "./weakenings/records";
import { RECREATION } from "./weakenings/recreation";

const base = builtProduction();

describe("whatever is not private in a Production is caught by the intended control and by no other", () => {
  testProductionWeakenings(base, carried(PRIVATE, KEYS, NETWORK));
});

describe("whatever keeps it from being made again, or is not written down, is caught by the intended control", () => {
  testProductionWeakenings(base, carried(RECREATION, RECORDS));
});
