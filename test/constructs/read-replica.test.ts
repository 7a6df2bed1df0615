import { ReadReplica, type ReadReplicaProps } from "../../constructs/read-replica";
import { refusal } from "../support/problems";
import { built, GROUP } from "./built";

const replica = (props: Partial<ReadReplicaProps> = {}) =>
  built(
    (stack) =>
      new ReadReplica(stack, "replica", {
        group: GROUP,
        name: "psql-orders-neu",
        primary: { id: "/primary" },
        tenant: { tenantId: "tenant" },
        version: "17",
        sku: "GP_Standard_D2ds_v5",
        storageGb: 64,
        backupDays: 35,
        virtualEndpointName: "psqlve-orders",
        ...props,
      }),
  );
const ADDRESS = "azurerm_postgresql_flexible_server.replica";
const ENDPOINT = "azurerm_postgresql_flexible_server_virtual_endpoint.replica_endpoint";
const setting = (name: string) => `azurerm_postgresql_flexible_server_configuration.replica_${name}`;

describe("a read replica", () => {
  const { resources, decisions } = replica({ maintenance: { dayOfWeek: 0, startHour: 2, startMinute: 0 } });

  test("is private, of its primary's kind, without a standby or backups of its own elsewhere", () => {
    expect(resources[ADDRESS]).toEqual({
      name: "psql-orders-neu",
      resource_group_name: "rg",
      location: "westeurope",
      create_mode: "Replica",
      source_server_id: "/primary",
      version: "17",
      sku_name: "GP_Standard_D2ds_v5",
      storage_mb: 65536,
      auto_grow_enabled: true,
      backup_retention_days: 35,
      geo_redundant_backup_enabled: false,
      public_network_access_enabled: false,
      authentication: { active_directory_auth_enabled: true, password_auth_enabled: false, tenant_id: "tenant" },
      maintenance_window: { day_of_week: 0, start_hour: 2, start_minute: 0 },
      lifecycle: {
        ignore_changes: [
          "geo_redundant_backup_enabled",
          "source_server_id",
          "version",
          "storage_mb",
          "identity",
          "create_mode",
          "high_availability",
          "zone",
        ],
      },
    });
    expect(replica().resources[ADDRESS]).not.toHaveProperty("maintenance_window");
    expect(replica({ ready: [{ fqn: "azurerm_a.b" }] }).resources[ADDRESS]).toMatchObject({
      depends_on: ["azurerm_a.b"],
    });
  });

  test("takes encrypted connections only, and then gets the endpoint that a switch of roles needs", () => {
    expect(Object.keys(resources).sort()).toEqual([
      ADDRESS,
      setting("secure-transport"),
      setting("tls-version"),
      ENDPOINT,
    ]);
    expect(resources[setting("tls-version")]).toEqual({
      server_id: `\${${ADDRESS}.id}`,
      name: "ssl_min_protocol_version",
      value: "TLSv1.2",
      depends_on: [setting("secure-transport")],
    });
    expect(resources[ENDPOINT]).toEqual({
      name: "psqlve-orders",
      source_server_id: "/primary",
      replica_server_id: `\${${ADDRESS}.id}`,
      type: "ReadWrite",
      depends_on: [setting("tls-version")],
      lifecycle: { ignore_changes: ["source_server_id", "replica_server_id"] },
    });
  });

  test("says why a switch of roles is no drift of the endpoint", () => {
    expect(decisions).toContainEqual({
      address: ENDPOINT,
      what: "ignore_changes on source_server_id and replica_server_id",
      why: "after the roles are switched the provider looks for the servers in each other's resource group, and would make the endpoint again",
    });
  });

  test("is refused in a burstable size", () => {
    expect(refusal(() => replica({ sku: "B_Standard_B2s" }))).toBe(
      "the replica psql-orders-neu must be general purpose or memory optimized, as its primary must, got B_Standard_B2s\n    Choose a size such as GP_Standard_D2ds_v5 for both.   (RES-04)",
    );
  });
});
