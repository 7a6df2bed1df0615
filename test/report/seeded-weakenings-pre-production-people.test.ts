import { builtPreProduction } from "../support/built-pre-production";
import { testWeakenings } from "../support/weakenings";
import { ACCESS } from "./weakenings/access";
import { CHANGE } from "./weakenings/change";
import { INCIDENTS } from "./weakenings/incidents";

describe("every role, alert and image of a Pre-Production that is not as it should be is caught by the intended control", () => {
  testWeakenings(builtPreProduction(), [...ACCESS, ...INCIDENTS, ...CHANGE]);
});
