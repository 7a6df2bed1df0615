import type { Service } from "../arm/behaviour";
import { Refusal } from "../arm/refusal";
import { at, fill, object, text } from "../json";

/**
 * Budgets: the period of a new one begins on the first of a month that is not past, and never changes.
 *
 * @see https://learn.microsoft.com/en-us/rest/api/consumption/budgets/create-or-update
 * @see https://github.com/Azure/CanadaPubSecALZ/issues/317
 */
export const consumption: Service = {
  types: [
    {
      type: "Microsoft.Consumption/budgets",
      check: ({ azure, body, before }) => {
        const start = new Date(text(at(body, "properties.timePeriod.startDate")));
        const now = azure.now();
        if (start.getUTCDate() !== 1) throw new Refusal(400, "400", "Start date should be the first day of the month.");
        const month = Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), 1);
        if (!before && start.getTime() < month)
          throw new Refusal(400, "400", "Start date for monthly grain budget should be in the current month or later.");
        const was = text(at(before, "properties.timePeriod.startDate"));
        if (before && new Date(was).getTime() !== start.getTime())
          throw new Refusal(
            400,
            "400",
            "Start date of budgets cannot be updated. Please delete and create a new budget.",
          );
      },
      fill: ({ azure, id, body }) => {
        const start = new Date(text(at(body, "properties.timePeriod.startDate")));
        const end = new Date(Date.UTC(start.getUTCFullYear() + 10, start.getUTCMonth(), 1)).toISOString();
        const properties = object(body["properties"]);
        fill(properties, {
          timePeriod: { endDate: end.replace(".000Z", "Z") },
          currentSpend: { amount: 0, unit: "USD" },
        });
        body["eTag"] = azure.newId(`etag ${id.text}`);
      },
    },
  ],
};
