import { factLine } from "../../src/report/text";

const facts = { entryPoints: [], regions: [], monthlyFloor: 26, monthlyBudget: "80", deletionBlockers: [] };

test("the floor says what it lacks", () => {
  const line = (unpriced?: readonly string[]) =>
    factLine({ ...facts, ...(unpriced && { unpriced }) }, { gate: "poc" })[1];
  expect(line()).toBe("monthly floor ~26, budget 80");
  expect(line(["azurerm_managed_redis.cache"])).toBe(
    "monthly floor ~26 and the price of azurerm_managed_redis.cache, budget 80",
  );
});
