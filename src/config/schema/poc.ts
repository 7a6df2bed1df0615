import { z } from "zod";
import { commonShape } from "./common";
import { date, guid, image } from "./primitives";
import { rule } from "./rule";
import { servicesSchema } from "./service";
import { BURSTABLE_SKUS, storesSchema } from "./store";

/** The config of a POC: cheap, fast and disposable, with synthetic data only. */
export const pocSchema = z
  .strictObject({
    stage: z.literal("poc"),
    ...commonShape,
    services: servicesSchema({}),
    expires: date.describe("Day the POC ends, at most 90 days after it was created."),
    data: rule(z.string(), (value) => value === "synthetic", {
      mustBe: "synthetic",
      fix: "Real data means real obligations: this is a Pilot. Promote the POC instead.",
      control: "DAT-06",
    })
      .optional()
      .describe("Classification of the data. Default, and at a POC the only choice: synthetic."),
    team: guid
      .optional()
      .describe("Object id of the Entra group that operates the POC; from Pilot on the foundation's groups do."),
    stores: storesSchema(BURSTABLE_SKUS, image.optional(), {}).optional(),
  })
  .describe("A Gatewright POC.");

export type PocConfig = z.infer<typeof pocSchema>;
