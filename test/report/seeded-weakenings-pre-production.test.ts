import { RULES } from "../../src/policy/catalogue";
import { demanded } from "../../src/policy/engine";
import { builtPreProduction } from "../support/built-pre-production";
import { changed, smallTeam } from "../support/pre-production";
import { problemsOf } from "../support/problems";
import { failing, testWeakenings, verdictOf } from "../support/weakenings";
import { ACCESS } from "./weakenings/access";
import { CHANGE } from "./weakenings/change";
import { CONDITIONAL } from "./weakenings/conditional";
import { DATA } from "./weakenings/data";
import { FILTER } from "./weakenings/filter";
import { INCIDENTS } from "./weakenings/incidents";
import { NETWORK } from "./weakenings/network";
import { OLD_PROTOCOLS } from "./weakenings/old-protocols";
import { NEXT_MAJOR, OTHER_TYPES } from "./weakenings/others";
import { KEYS, PRIVATE } from "./weakenings/private";
import { RECORDS } from "./weakenings/records";
import { RECREATION } from "./weakenings/recreation";
import { SENT } from "./weakenings/sent";
import { STRANGERS } from "./weakenings/strangers";
import { WAYS_IN } from "./weakenings/ways-in";
import { WAYS_OUT } from "./weakenings/ways-out";

const KEPT = [...RECREATION, ...DATA, ...RECORDS];
const OTHERS = [WAYS_IN, FILTER, WAYS_OUT, PRIVATE, KEYS, NETWORK, ACCESS, INCIDENTS, CHANGE].flat();
const base = builtPreProduction();

describe("a Pre-Production as built, with its evidence", () => {
  test("fails nothing, and leaves nothing unknown", () => {
    expect(failing(base, () => {})).toEqual([]);
  });

  test("is judged by every control of the gate", () => {
    const verdict = verdictOf(base);
    expect([verdict.outcome, verdict.notJudged, verdict.warnings]).toEqual(["admitted", [], []]);
  });

  test("each control of the gate has a weakening that it catches", () => {
    const caught = [...KEPT, ...OTHERS].flatMap((one) => one.caught);
    // What an output folder lacks or has too much is weakened in test/cli/check-folder.test.ts.
    const ofStacks = RULES.filter((rule) => demanded(rule, "pre-production") && !rule.needs.includes("folder"));
    expect([...new Set(caught)].sort()).toEqual(ofStacks.map(({ control }) => control).sort());
  });
});

describe("a company of one", () => {
  const config = changed(({ access, change, incidents }) => {
    access.writers = "standing";
    change.approves = change.deploys;
    incidents.responder = incidents.coordinator;
  });
  const alone = builtPreProduction(config);
  const withWord = (until: string) => failing({ ...alone, evidence: [...alone.evidence, smallTeam(until)] }, () => {});

  test("may write such a config", () => {
    expect(problemsOf(config)).toBe("");
    expect(config.waivers).toBeUndefined();
  });

  test("passes the gate without a waiver when somebody answers for it", () => {
    expect(withWord("2027-05-31")).toEqual([]);
  });

  test("does not pass without that word, nor when it has ended or never would", () => {
    const roles = ["IAM-04", "IAM-05", "INC-02"];
    expect(failing(alone, () => {})).toEqual(roles);
    expect(withWord("2027-03-14")).toEqual(roles);
    expect(withWord("2028-03-14")).toEqual(roles);
  });
});

describe("whatever is lost of an environment is caught by the intended control and by no other", () => {
  testWeakenings(base, KEPT);
});

describe("whatever is not private in a Pre-Production is caught by the intended control and by no other", () => {
  testWeakenings(base, [...PRIVATE, ...KEYS, ...NETWORK]);
});

describe("every role, alert and image of a Pre-Production that is not as it should be is caught by the intended control", () => {
  testWeakenings(base, [...ACCESS, ...INCIDENTS, ...CHANGE]);
});

describe("every other way into a Pre-Production is caught by the intended control and by no other", () => {
  testWeakenings(base, WAYS_IN);
});

describe("whatever protects a Pre-Production only if an expression says so holds its gate by the control that wants it", () => {
  testWeakenings(base, CONDITIONAL);
});

describe("whatever is for a stranger is caught by the intended control and by no other", () => {
  testWeakenings(base, STRANGERS);
});

describe("every hole in the entry is caught by the intended control and by no other", () => {
  testWeakenings(base, FILTER);
});

describe("every way out that is not the allow-list is caught by the intended control and by no other", () => {
  testWeakenings(base, WAYS_OUT);
});

describe("whatever Azure sends or fetches past the firewall is caught by the intended control and by no other", () => {
  testWeakenings(base, SENT);
});

describe("whatever other services open, bring or say in old protocols is caught by the intended control and by no other", () => {
  testWeakenings(base, [...OLD_PROTOCOLS, ...OTHER_TYPES]);
});

describe("whatever is weak in the words of azurerm 5 is caught by the intended control and by no other", () => {
  testWeakenings(base, NEXT_MAJOR);
});
