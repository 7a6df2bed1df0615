import { neverRuns } from "../../src/config/cron";
import { pocWithService } from "../support/poc-config";
import { problemsOf } from "../support/problems";

test.each(["0 2 31 2 *", "0 2 30 2 *", "0 2 31 4,6,9,11 *", "0 2 30-31 2 *", "0 2 31 2-2 */1"])(
  "%s never runs, and is refused",
  (schedule) => {
    expect(neverRuns(schedule)).toBe(true);
    expect(problemsOf(pocWithService({ schedule }))).toBe(
      `services.web.schedule must be a day that one of its months has: the job would never run, got "${schedule}"\n    For the last days of every month write "0 2 28-31 * *", or for one month a day that it has.`,
    );
  },
);

test.each([
  "0 2 * * *",
  "0 2 29 2 *",
  "0 2 31 2,3 *",
  "0 2 31 */2 *",
  "0 2 30-31 4 *",
  "0 2 */30 2 *",
  "0 2 31 2 1",
  "0 2 31 2 1-5",
])("%s runs", (schedule) => {
  expect(neverRuns(schedule)).toBe(false);
  expect(problemsOf(pocWithService({ schedule }))).toBe("");
});
