import { builtPreProduction } from "../support/built-pre-production";
import { testWeakenings } from "../support/weakenings";
import { NETWORK } from "./weakenings/network";
import { KEYS, PRIVATE } from "./weakenings/private";

describe("whatever is not private in a Pre-Production is caught by the intended control and by no other", () => {
  testWeakenings(builtPreProduction(), [...PRIVATE, ...KEYS, ...NETWORK]);
});
