import { block } from "../../src/plan/json";
import { resourcesOf } from "../../src/plan/terraform-json";
import { STAGES, type Stage } from "../../src/stages/stage";
import { writtenOf } from "../support/examples";
import { SLICES, type Slice, sliceOf } from "../support/slices";

/** The one resource of a type that a slice makes. */
function made(stage: Stage, slice: Slice, type: string) {
  const found = resourcesOf(writtenOf(sliceOf(stage, slice))).filter((one) => one.type === `azurerm_${type}`);
  expect(found).toHaveLength(1);
  return found[0]!.attributes;
}

/** Numbers that azurerm takes, by argument. */
const RANGES: Readonly<Record<string, readonly [min: number, max: number]>> = {
  days: [1, 365],
  soft_delete_retention_days: [7, 90],
  backup_retention_days: [7, 35],
  retention_in_days: [30, 730],
};

function* numbersIn(value: unknown, key = ""): Generator<[string, number]> {
  if (typeof value === "number") yield [key, value];
  else if (value !== null && typeof value === "object")
    for (const [name, inner] of Object.entries(value)) yield* numbersIn(inner, Array.isArray(value) ? key : name);
}

describe.each(STAGES)("a slice of the stance of %s is props", (stage) => {
  test.each(SLICES)("%s, with every number in its range", (slice) => {
    const resources = resourcesOf(writtenOf(sliceOf(stage, slice)));
    for (const { address, attributes } of resources)
      for (const [key, value] of numbersIn(attributes)) {
        const [min, max] = RANGES[key] ?? [-1, Number.POSITIVE_INFINITY];
        expect([address, key, value, value >= min && value <= max]).toEqual([address, key, value, true]);
      }
  });
});

test("what a stance switches off with 0 is left out", () => {
  const kept = STAGES.map((stage) => {
    const blobs = block(made(stage, "storage", "storage_account"), "blob_properties") ?? {};
    const days = (name: string) => block(blobs, name)?.["days"];
    return [
      stage,
      days("restore_policy"),
      days("delete_retention_policy"),
      days("container_delete_retention_policy"),
      blobs["change_feed_enabled"],
    ];
  });
  expect(kept).toEqual([
    ["poc", undefined, undefined, undefined, undefined],
    ["pilot", undefined, 14, 14, undefined],
    ["pre-production", undefined, 14, 14, undefined],
    ["production", 29, 30, 30, true],
    ["scale", 29, 30, 30, true],
  ]);
});

test("what a stance asks for arrives", () => {
  expect(
    STAGES.map((stage) => [
      made(stage, "registry", "container_registry")["sku"],
      made(stage, "registry", "container_registry")["zone_redundancy_enabled"],
    ]),
  ).toEqual([
    ["Basic", undefined],
    ["Standard", undefined],
    ["Premium", false],
    ["Premium", true],
    ["Premium", true],
  ]);
  expect(
    STAGES.map((stage) => block(made(stage, "database", "postgresql_flexible_server"), "high_availability")?.["mode"]),
  ).toEqual([undefined, undefined, undefined, "ZoneRedundant", "ZoneRedundant"]);
  expect(STAGES.map((stage) => made(stage, "vault", "key_vault")["purge_protection_enabled"])).toEqual([
    false,
    true,
    true,
    true,
    true,
  ]);
  expect(STAGES.map((stage) => made(stage, "logs", "log_analytics_workspace")["daily_quota_gb"])).toEqual([
    1, -1, -1, -1, -1,
  ]);
});
