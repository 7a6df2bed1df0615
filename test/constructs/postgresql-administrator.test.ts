import { DatabaseAdministrator } from "../../constructs/postgresql/administrator";
import { built, GROUP, IDENTITY } from "./built";

test("a further administrator of a server of another stack signs in by its identity", () => {
  const { resources } = built((stack) => {
    new DatabaseAdministrator(stack, "administrator", {
      group: GROUP,
      server: "psql-orders",
      tenant: { tenantId: "tenant" },
      identity: IDENTITY,
    });
  });
  expect(resources).toEqual({
    "azurerm_postgresql_flexible_server_active_directory_administrator.administrator": {
      server_name: "psql-orders",
      resource_group_name: "rg",
      tenant_id: "tenant",
      object_id: "migrator",
      principal_name: "id-migrator",
      principal_type: "ServicePrincipal",
    },
  });
});
