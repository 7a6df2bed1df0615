import { join } from "node:path";
import type { LoadedEnvironment } from "../../src/config/loaded";
import type { EnvironmentConfig } from "../../src/config/schema";
import type { FoundationConfig } from "../../src/config/schema/foundation";
import { formatProblem } from "../../src/errors";
import { overBudget } from "../../src/foundation/budgets";
import type { LoadedFoundation } from "../../src/foundation/load";
import { pilotConfig } from "../support/pilot";
import { pocConfig } from "../support/poc-config";
import { foundationConfig } from "./support";

const FILE = join("environments", "orders.foundation.yaml");
const PLACE = { file: FILE, line: 12, column: 16 };

/** Pilots of three products in one subscription, and the POC of the first in the other. */
const LISTED: FoundationConfig["environments"] = [
  { stage: "poc", subscription: "base" },
  ...["orders", "billing", "shop"].map((workload) => ({
    workload,
    stage: "pilot" as const,
    subscription: "customers",
  })),
];

const foundation = (customers: number, file = FILE): LoadedFoundation => ({
  file,
  config: foundationConfig({
    subscriptions: { base: { monthlyBudget: 50 }, customers: { monthlyBudget: customers } },
    environments: LISTED,
  }),
  positionOf: () => PLACE,
});

function environment(config: EnvironmentConfig): LoadedEnvironment {
  const file = join("environments", `${config.workload}.${config.stage}.yaml`);
  return { file, config, positionOf: () => PLACE };
}

/** A Pilot that may spend this much a month. */
const pilot = (workload: string, monthlyBudget: number, changes: object = {}) =>
  environment({ ...pilotConfig(), workload, subscription: "customers", monthlyBudget, ...changes });

const said = (loaded: readonly LoadedEnvironment[], ...foundations: readonly LoadedFoundation[]) =>
  overBudget(loaded, foundations).map(formatProblem);

const FIX =
  "Raise it, or lower a budget in the subscription: the warning of the whole must not come before that of a part.";

describe("the budget of a subscription", () => {
  test.each([
    [350, []],
    [
      349,
      [
        `environments/orders.foundation.yaml:12:16  subscriptions.customers.monthlyBudget must be at least 350, what orders-pilot may spend, got 349\n    ${FIX}   (CST-01)`,
      ],
    ],
  ])("of %d holds one environment that may spend 350, or says by how much it does not", (budget, says) => {
    expect(said([pilot("orders", 350)], foundation(budget))).toEqual(says);
  });

  test("holds the sum of what is in it", () => {
    const both = [pilot("orders", 350), pilot("billing", 250)];
    expect(said(both, foundation(600))).toEqual([]);
    expect(said(both, foundation(599))).toEqual([
      `environments/orders.foundation.yaml:12:16  subscriptions.customers.monthlyBudget must be at least 600, what orders-pilot and billing-pilot may spend, got 599\n    ${FIX}   (CST-01)`,
    ]);
  });

  test("is told apart from those that the foundation does not list, or that stand on another", () => {
    const elsewhere = [pilot("invoices", 900), pilot("shop", 900, { foundation: "shop.foundation.yaml" })];
    expect(said([pilot("orders", 350), ...elsewhere], foundation(350))).toEqual([]);
  });

  test("is found from where the environment is, however it is written", () => {
    for (const written of ["./orders.foundation.yaml", "../environments/orders.foundation.yaml"])
      expect(said([pilot("orders", 350, { foundation: written })], foundation(1))).toHaveLength(1);
  });

  test("is that of a POC too, where the foundation lists it", () => {
    expect(said([environment(pocConfig({ monthlyBudget: 50 }))], foundation(1))).toEqual([]);
    expect(said([environment(pocConfig({ monthlyBudget: 51 }))], foundation(1))).toEqual([
      `environments/orders.foundation.yaml:12:16  subscriptions.base.monthlyBudget must be at least 51, what orders-poc may spend, got 50\n    ${FIX}   (CST-01)`,
    ]);
    expect(said([environment(pocConfig({ workload: "shop", monthlyBudget: 9000 }))], foundation(1))).toEqual([]);
  });

  test("is the one that the foundation gives the environment, whatever the environment says", () => {
    expect(said([pilot("orders", 350, { subscription: "base" })], foundation(350))).toEqual([]);
    expect(said([pilot("orders", 351, { subscription: "base" })], foundation(350))).toHaveLength(1);
  });

  test("is judged in each foundation", () => {
    const shop = foundation(10, join("environments", "shop.foundation.yaml"));
    const loaded = [pilot("orders", 350), pilot("shop", 20, { foundation: "shop.foundation.yaml" })];
    expect(said(loaded, foundation(300), shop).map((text) => text.match(/at least \d+/)?.[0])).toEqual([
      "at least 350",
      "at least 20",
    ]);
  });
});

test("nobody is over budget where nothing is listed", () => {
  expect(said([], foundation(1))).toEqual([]);
  expect(said([pilot("orders", 350)])).toEqual([]);
});
