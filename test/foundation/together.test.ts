import type { FoundationConfig } from "../../src/config/schema/foundation";
import { formatProblem } from "../../src/errors";
import type { LoadedFoundation } from "../../src/foundation/load";
import { foundationNames } from "../../src/foundation/names";
import { sharedByFoundations } from "../../src/foundation/together";
import { foundationConfig } from "./support";

const loaded = (workload: string, changes: Partial<FoundationConfig> = {}): LoadedFoundation => ({
  file: `${workload}.foundation.yaml`,
  config: foundationConfig({
    workload,
    subscription: `${workload}-base`,
    subscriptions: { [`${workload}-base`]: { monthlyBudget: 50 } },
    environments: [{ stage: "pilot", subscription: `${workload}-base` }],
    ...changes,
  }),
  positionOf: (place) => ({ file: `${workload}.foundation.yaml`, line: place.length, column: 1 }),
});

const said = (...all: readonly LoadedFoundation[]) => sharedByFoundations(all).map(formatProblem);

describe("two foundations of a company", () => {
  test("stand side by side when nothing of them is the same", () => {
    expect(said(loaded("orders"), loaded("shop"))).toEqual([]);
    expect(said(loaded("orders"))).toEqual([]);
  });

  test("do not keep their states in one account, whether its name is written or computed", () => {
    const { stateAccount } = foundationNames(loaded("orders").config);
    expect(said(loaded("orders"), loaded("shop", { stateAccount }))).toEqual([
      `shop.foundation.yaml:1:1  stateAccount is also that of orders.foundation.yaml, got ${stateAccount}\n    Both would keep their own state in one file, and each apply would overwrite the other's: name another account.   (FND-01)`,
    ]);
  });

  test("do not govern one subscription", () => {
    const subscriptions = { "shop-base": { monthlyBudget: 50 }, "orders-base": { monthlyBudget: 90 } };
    expect(said(loaded("orders"), loaded("shop", { subscriptions }))).toEqual([
      "shop.foundation.yaml:2:1  subscriptions.orders-base is also a subscription of orders.foundation.yaml\n    Defender plans, security contact and policies of a subscription belong to one foundation: keep it in one of the two.   (FND-04)",
    ]);
  });

  test("do not list one environment, nor its Production and its Scale", () => {
    const twice = (stage: "pilot" | "scale", first: "pilot" | "production" = "pilot") =>
      said(
        loaded("orders", { environments: [{ stage: first, subscription: "orders-base" }] }),
        loaded("shop", { environments: [{ workload: "orders", stage, subscription: "shop-base" }] }),
      );
    const says = (name: string) => [
      `shop.foundation.yaml:2:1  environments[0] lists ${name}, which orders.foundation.yaml lists too\n    An environment has one deploy identity and one state: keep it in the foundation that it names.   (FND-02)`,
    ];
    expect(twice("pilot")).toEqual(says("orders-pilot"));
    expect(twice("scale", "production")).toEqual(says("orders-production"));
    expect(twice("scale")).toEqual([]);
  });
});
