import { builtProduction, testProductionWeakenings } from "../support/built-production";
import { ACCESS } from "./weakenings/access";
import { CHANGE } from "./weakenings/change";
import { DATA } from "./weakenings/data";
import { INCIDENTS } from "./weakenings/incidents";
import { carried } from "./weakenings/production/carried";

describe("every role, alert, image and place of data that is not as it should be is caught by the intended control", () => {
  testProductionWeakenings(builtProduction(), carried(ACCESS, INCIDENTS, CHANGE, DATA));
});
