import { z } from "zod";
import { partName } from "./primitives";

/** Burstable sizes: the cheap ones, for a POC. */
export const BURSTABLE_SKUS = ["B_Standard_B1ms", "B_Standard_B2s", "B_Standard_B2ms"] as const;

const version = z
  .enum(["16", "17"])
  .optional()
  .describe("PostgreSQL major version at first: an upgrade is made on the running server. Default 17.");
const storageGb = z
  .union([z.literal(32), z.literal(64), z.literal(128), z.literal(256), z.literal(512), z.literal(1024)], {
    error: JSON.stringify({ mustBe: "32, 64, 128, 256, 512 or 1024" }),
  })
  .optional()
  .describe(
    "Disk in GiB at first: 32, 64, 128, 256, 512 or 1024. It grows by itself, and a later change is left to it. Default 32.",
  );

/**
 * Builds the stores of a stage from the database sizes that the stage allows, what it
 * wants of the migrations' image, and the extra fields that it asks for.
 */
export function storesSchema<
  const S extends readonly [string, ...string[]],
  M extends z.ZodType<string | undefined>,
  X extends z.ZodRawShape,
>(skus: S, migrations: M, extra: X) {
  const postgresql = z.strictObject({
    type: z.literal("postgresql"),
    version,
    sku: z.enum(skus).optional().describe("Compute size. Default: the stage's smallest."),
    storageGb,
    migrations: migrations.describe(
      "Image that changes the schema; runs as a job, under the identity that administers the server.",
    ),
    backupDays: z.int().min(7).max(35).optional().describe("Days of point-in-time restore. Default: the stage's."),
    ...extra,
  });
  const blobs = z.strictObject({
    type: z.literal("blobs"),
    softDeleteDays: z
      .int()
      .min(1)
      .max(365)
      .optional()
      .describe("Days a deleted blob can be recovered. Default: the stage's."),
    ...extra,
  });
  const queue = z.strictObject({ type: z.literal("queue"), ...extra });
  return z
    .record(partName, z.discriminatedUnion("type", [postgresql, blobs, queue]))
    .describe("Where the product keeps data, by name.");
}
