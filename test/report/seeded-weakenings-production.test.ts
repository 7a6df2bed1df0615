import { RULES } from "../../src/policy/catalogue";
import { demanded } from "../../src/policy/engine";
import { builtProduction, failingAfter, testProductionWeakenings } from "../support/built-production";
import { verdictOf } from "../support/weakenings";
import { ACCESS } from "./weakenings/access";
import { CHANGE } from "./weakenings/change";
import { DATA } from "./weakenings/data";
import { FILTER } from "./weakenings/filter";
import { INCIDENTS } from "./weakenings/incidents";
import { NETWORK } from "./weakenings/network";
import { KEYS, PRIVATE } from "./weakenings/private";
import { ALSO, carried, OTHERWISE } from "./weakenings/production/carried";
import { COPIES, ELSEWHERE } from "./weakenings/production/copies";
import { DRILLS, REVIEWS, SELF_APPROVAL } from "./weakenings/production/drills";
import { EVIDENCE, EXPORTS } from "./weakenings/production/evidence";
import { DAYS, FOR_GOOD, LOCKS, RETAINED } from "./weakenings/production/kept";
import { ALERTS, PROMISE } from "./weakenings/production/promise";
import { RECORDS } from "./weakenings/production/records";
import { REPLICAS, ZONES } from "./weakenings/production/zones";
import { RECORDS as RECORDS_BELOW } from "./weakenings/records";
import { RECREATION } from "./weakenings/recreation";
import { WAYS_IN } from "./weakenings/ways-in";
import { WAYS_OUT } from "./weakenings/ways-out";

const KEPT = [ZONES, REPLICAS, COPIES, ELSEWHERE, DAYS, LOCKS, RETAINED, FOR_GOOD, EVIDENCE].flat();
const PROMISED = [DRILLS, REVIEWS, SELF_APPROVAL, PROMISE, ALERTS, RECORDS].flat();
const BELOW = [WAYS_IN, FILTER, WAYS_OUT, PRIVATE, KEYS, NETWORK, ACCESS, INCIDENTS, CHANGE, RECREATION, DATA];
const OTHERS = [...BELOW, RECORDS_BELOW];
const base = builtProduction();

describe("a Production as built, with its evidence", () => {
  test("fails nothing, and leaves nothing unknown", () => {
    expect(failingAfter(base, () => {})).toEqual([]);
  });

  test("is judged by every control of the gate", () => {
    const verdict = verdictOf(base);
    expect([verdict.outcome, verdict.notJudged, verdict.warnings]).toEqual(["admitted", [], []]);
  });

  test("each control of the gate has a weakening that it catches", () => {
    const caught = [...KEPT, ...EXPORTS, ...PROMISED, ...carried(...OTHERS)].flatMap((one) => one.caught);
    // What an output folder lacks or has too much is weakened in test/cli/check-folder.test.ts.
    const ofStacks = RULES.filter((rule) => demanded(rule, "production") && !rule.needs.includes("folder"));
    expect([...new Set(caught)].sort()).toEqual(ofStacks.map(({ control }) => control).sort());
  });

  test("is otherwise than a Pre-Production only where there is such a weakening of one", () => {
    const known = OTHERS.flat().map(({ what }) => what);
    expect([...OTHERWISE, ...Object.keys(ALSO)].filter((what) => !known.includes(what))).toEqual([]);
  });
});

describe("whatever is lost of zones, copies and evidence is caught by the intended control and by no other", () => {
  testProductionWeakenings(base, KEPT);
});

describe("audit logs that are not kept as they were written are caught by the intended control", () => {
  testProductionWeakenings(base, EXPORTS);
});

describe("whatever is not private in a Production is caught by the intended control and by no other", () => {
  testProductionWeakenings(base, carried(PRIVATE, KEYS, NETWORK));
});

describe("whatever keeps it from being made again, or is not written down, is caught by the intended control", () => {
  testProductionWeakenings(base, carried(RECREATION, RECORDS_BELOW));
});

describe("every role, alert, image and place of data that is not as it should be is caught by the intended control", () => {
  testProductionWeakenings(base, carried(ACCESS, INCIDENTS, CHANGE, DATA));
});

describe("a promise that cannot be kept, or that nobody watches, is caught by the intended control and by no other", () => {
  testProductionWeakenings(base, [...PROMISE, ...ALERTS]);
});

describe("whatever was not drilled, reviewed, approved or written down is caught by the intended control", () => {
  testProductionWeakenings(base, [...DRILLS, ...REVIEWS, ...SELF_APPROVAL, ...RECORDS]);
});

describe("every other way into a Production is caught by the intended control and by no other", () => {
  testProductionWeakenings(base, carried(WAYS_IN));
});

describe("every hole in its entry is caught by the intended control and by no other", () => {
  testProductionWeakenings(base, carried(FILTER));
});

describe("every way out that is not its allow-list is caught by the intended control and by no other", () => {
  testProductionWeakenings(base, carried(WAYS_OUT));
});
