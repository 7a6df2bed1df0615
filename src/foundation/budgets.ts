import type { LoadedEnvironment } from "../config/loaded";
import { environmentName } from "../config/names";
import type { Problem } from "../errors";
import type { LoadedFoundation } from "./load";
import { listedIn } from "./stands";

/**
 * CST-01: what the environments of a subscription may spend together fits into the subscription's own budget. Which
 * subscription an environment is in, a POC too, is what the foundation says.
 */
export function overBudget(loaded: readonly LoadedEnvironment[], foundations: readonly LoadedFoundation[]): Problem[] {
  return foundations.flatMap((foundation) =>
    Object.entries(foundation.config.subscriptions).flatMap(([subscription, { monthlyBudget }]): Problem[] => {
      const inside = loaded.filter((one) => listedIn(foundation, one)?.subscription === subscription);
      const sum = inside.reduce((total, one) => total + one.config.monthlyBudget, 0);
      if (sum <= monthlyBudget) return [];
      const place = ["subscriptions", subscription, "monthlyBudget"];
      const names = inside.map((one) => environmentName(one.config)).join(" and ");
      return [
        {
          path: place.join("."),
          says: `${place.join(".")} must be at least ${sum}, what ${names} may spend, got ${monthlyBudget}`,
          fix: "Raise it, or lower a budget in the subscription: the warning of the whole must not come before that of a part.",
          control: "CST-01",
          at: foundation.positionOf(place),
        },
      ];
    }),
  );
}
