import { type NameScope, nameSuffix, resourceName } from "../../src/config/names";
import { STAGES } from "../../src/stages/stage";

const SCOPE: NameScope = { workload: "orders", stage: "poc", location: "westeurope", generation: 1 };
const LONG: NameScope = { ...SCOPE, workload: "long-workload-name-x", generation: 12 };

describe("the suffix of a name", () => {
  test("is the generation and four characters, the same for ever", () => {
    expect([1, 2, 998].map((generation) => nameSuffix({ ...SCOPE, generation }))).toEqual([
      "g1isdg",
      "g2c8mi",
      "g9987jsm",
    ]);
  });

  test("differs by workload, stage, place and generation, beyond the generation's number", () => {
    const hashOf = (changes: Partial<NameScope>) => nameSuffix({ ...SCOPE, ...changes }).slice(-4);
    const all = [
      hashOf({}),
      hashOf({ workload: "order-s" }),
      hashOf({ stage: "pilot" }),
      hashOf({ location: "northeurope" }),
      hashOf({ generation: 2 }),
    ];
    expect(new Set(all).size).toBe(all.length);
  });

  test("holds no character that is taken for another", () => {
    const seen = Array.from({ length: 200 }, (_, at) => nameSuffix({ ...SCOPE, generation: at + 1 }).slice(-4)).join(
      "",
    );
    expect(seen).toMatch(/^[a-km-z2-9]+$/);
  });

  test("is kept from Production to Scale, which happens in place", () => {
    expect(nameSuffix({ ...SCOPE, stage: "scale" })).toBe(nameSuffix({ ...SCOPE, stage: "production" }));
    expect(new Set(STAGES.map((stage) => nameSuffix({ ...SCOPE, stage }))).size).toBe(STAGES.length - 1);
  });
});

describe("names", () => {
  test("say what a thing is, whose, at which stage and where", () => {
    expect(
      (
        [
          ["resource_group"],
          ["resource_group", "apps"],
          ["key_vault"],
          ["storage_account"],
          ["container_registry"],
          ["container_app", "web"],
          ["container_app_job", "cleanup"],
          ["user_assigned_identity", "database-migrator"],
          ["postgresql_flexible_server", "database"],
        ] as const
      ).map(([type, part]) => resourceName(SCOPE, type, part)),
    ).toEqual([
      "rg-orders-poc-weu-g1isdg",
      "rg-apps-orders-poc-weu-g1isdg",
      "kv-orders-poc-weu-g1isdg",
      "storderspocweug1isdg",
      "acrorderspocweug1isdg",
      "ca-web-orders-poc-weu-g1isdg",
      "caj-cleanup-orde-poc-weu-g1isdg",
      "id-database-migrator-orders-poc-weu-g1isdg",
      "psql-database-orders-poc-weu-g1isdg",
    ]);
  });

  test("that are too long lose letters of the workload, then the place, then letters of the part", () => {
    expect(
      (
        [
          ["key_vault"],
          ["storage_account"],
          ["container_app", "web"],
          ["container_app", "payment-reconciliation"],
          ["container_app", "payment-reconciliations"],
          ["container_app_job", "a-part-of-24-characters-x"],
        ] as const
      ).map(([type, part]) => resourceName(LONG, type, part)),
    ).toEqual([
      "kv-long-poc-weu-g12fk9a",
      "stlongworklpocweug12fk9a",
      "ca-web-long-wor-poc-weu-g12fk9a",
      "ca-paymenxmgji-long-poc-g12fk9a",
      "ca-paymen4euaw-long-poc-g12fk9a",
      "caj-a-parrtrv2-long-poc-g12fk9a",
    ]);
  });

  test("keep the stage's own token: pre-production is no production", () => {
    expect(resourceName({ ...SCOPE, stage: "pre-production" }, "resource_group").split("-")).toContain("preprod");
    expect(resourceName({ ...SCOPE, stage: "production" }, "resource_group").split("-")).toContain("prod");
  });
});
