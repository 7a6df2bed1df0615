import type { LoadedEnvironment } from "../config/load";
import { environmentName } from "../config/names";
import type { Problem } from "../errors";
import { foundationFile, type LoadedFoundation } from "./load";

/** CST-01: what the environments of a subscription may spend together fits into the subscription's own budget. */
export function overBudget(loaded: readonly LoadedEnvironment[], foundations: readonly LoadedFoundation[]): Problem[] {
  return foundations.flatMap(({ file, config, positionOf }) =>
    Object.entries(config.subscriptions).flatMap(([subscription, { monthlyBudget }]): Problem[] => {
      const inside = loaded.filter(
        (one) =>
          one.config.stage !== "poc" &&
          one.config.subscription === subscription &&
          foundationFile(one.file, one.config.foundation) === file,
      );
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
          at: positionOf(place),
        },
      ];
    }),
  );
}
