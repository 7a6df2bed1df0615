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
        tenantId: "tenant",
        version: "17",
        sku: "GP_Standard_D2ds_v5",
        storageGb: 32,
        backupDays: 35,
        highAvailability: false,
        publicAccess: false,
        administrator: IDENTITY,
        ...props,
      }),
  );
const ADDRESS = "azurerm_postgresql_flexible_server.database";

describe("a PostgreSQL server", () => {
  test("without a standby keeps its backups in the region and ignores only what Azure changes: the zone, and a disk that grew", () => {
    const { resources, decisions } = server({});
    expect(resources[ADDRESS]).toMatchObject({
      backup_retention_days: 35,
      geo_redundant_backup_enabled: false,
      lifecycle: { ignore_changes: ["storage_mb", "zone"] },
    });
    expect(resources[ADDRESS]).not.toHaveProperty("high_availability");
    expect(decisions.map(({ what }) => what)).toEqual(["ignore_changes on storage_mb", "ignore_changes on zone"]);
  });

  test("with a standby has it in another zone, and a failover is no drift", () => {
    const { resources, decisions } = server({ highAvailability: true, geoBackup: true });
    expect(resources[ADDRESS]).toMatchObject({
      high_availability: { mode: "ZoneRedundant" },
      geo_redundant_backup_enabled: true,
      lifecycle: { ignore_changes: ["storage_mb", "zone", "high_availability[0].standby_availability_zone"] },
    });
    expect(decisions).toEqual([
      {
        address: ADDRESS,
        what: "ignore_changes on storage_mb",
        why: "the disk grows by itself; to apply the size it was created with would replace the server, and lose what is on it",
      },
      {
        address: ADDRESS,
        what: "ignore_changes on zone and high_availability[0].standby_availability_zone",
        why: "Azure picks the availability zones, and a failover swaps them",
      },
    ]);
  });

  test("has no standby in a burstable size", () => {
    expect(refusal(() => server({ highAvailability: true, sku: "B_Standard_B2s" }))).toBe(
      "the database server psql-orders must be general purpose to have a standby, got B_Standard_B2s\n    Choose a size such as GP_Standard_D2ds_v5.   (RES-01)",
    );
  });
});
