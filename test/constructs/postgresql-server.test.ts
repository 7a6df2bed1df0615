import { PostgresqlServer, type PostgresqlServerProps } from "../../constructs/postgresql/server";
import { refusal } from "../support/problems";
import { built, GROUP, IDENTITY } from "./built";

const server = (props: Partial<PostgresqlServerProps>) =>
  built(
    (stack) =>
      new PostgresqlServer(stack, "database", {
        group: GROUP,
        name: "psql-orders",
        database: "orders",
        tenant: { tenantId: "tenant" },
        version: "17",
        sku: "GP_Standard_D2ds_v5",
        storageGb: 32,
        backupDays: 35,
        standby: "none",
        exposure: "private",
        administrator: IDENTITY,
        ...props,
      }),
  );
const ADDRESS = "azurerm_postgresql_flexible_server.database";
const DATABASE = "azurerm_postgresql_flexible_server_database.database_database";

describe("a PostgreSQL server", () => {
  /** What Azure or an operator changes. */
  const LEFT_ALONE = [
    "geo_redundant_backup_enabled",
    "source_server_id",
    "version",
    "storage_mb",
    "identity",
    "create_mode",
    "high_availability",
    "zone",
  ];

  test("without a standby keeps its backups in the region, and none of what changes on it outside replaces it", () => {
    const { resources, decisions } = server({});
    expect(resources[ADDRESS]).toMatchObject({
      backup_retention_days: 35,
      geo_redundant_backup_enabled: false,
      lifecycle: { ignore_changes: LEFT_ALONE },
    });
    expect(resources[ADDRESS]).not.toHaveProperty("high_availability");
    expect(resources[DATABASE]).toMatchObject({ lifecycle: { ignore_changes: ["charset", "collation"] } });
    expect(decisions.map(({ address, what }) => [address, what]).sort()).toEqual(
      [
        ...LEFT_ALONE.map((one) => [ADDRESS, `ignore_changes on ${one}`]),
        [DATABASE, "ignore_changes on charset and collation"],
      ].sort(),
    );
  });

  test("with a standby has it in another zone, and neither a failover nor a switch to a replica is drift", () => {
    const { resources, decisions } = server({ standby: "other-zone", geoBackup: "paired-region" });
    expect(resources[ADDRESS]).toMatchObject({
      high_availability: { mode: "ZoneRedundant" },
      geo_redundant_backup_enabled: true,
      lifecycle: { ignore_changes: LEFT_ALONE },
    });
    expect(decisions).toEqual(
      expect.arrayContaining([
        {
          address: ADDRESS,
          what: "ignore_changes on source_server_id",
          why: "after a switch to a replica Azure says of the old primary what it copies from",
        },
        {
          address: ADDRESS,
          what: "ignore_changes on create_mode",
          why: "a switch to a replica changes what the server was made from",
        },
        {
          address: ADDRESS,
          what: "ignore_changes on high_availability",
          why: "a failover swaps the zones, and operators switch the standby off and on to repair it; a replica has none",
        },
      ]),
    );
  });

  test("has no standby in a burstable size", () => {
    expect(refusal(() => server({ standby: "other-zone", sku: "B_Standard_B2s" }))).toBe(
      "the database server psql-orders must be general purpose to have a standby, got B_Standard_B2s\n    Choose a size such as GP_Standard_D2ds_v5.   (RES-01)",
    );
  });
});
