import type { Json } from "../../src/plan/json";
import { exposed } from "./support";

const told = (...input: Parameters<typeof exposed>) =>
  exposed(...input).notRead.map(({ what, why }) => `${what}: ${why}`);

describe("what the report does not tell is said", () => {
  test("resources of other providers, opaque types, and roles inside databases", () => {
    expect(
      told({
        "azapi_resource.x": { type: "Microsoft.App/containerApps@2024-03-01" },
        "azurerm_postgresql_flexible_server.p": { name: "p" },
        "azurerm_resource_group_template_deployment.t": { name: "t" },
        "azurerm_key_vault.k": { name: "k" },
        "random_string.r": { length: 4 },
      }),
    ).toEqual([
      "azapi_resource.x: resources of provider azapi are not read",
      "azurerm_resource_group_template_deployment.t: what it makes is not in the plan",
      "roles in the databases of azurerm_postgresql_flexible_server.p: they are made in SQL, by its administrators",
    ]);
  });

  test("rights inside a service, and cards of machines; a service whose switches are read is not among them", () => {
    expect(
      told({
        "azurerm_cosmosdb_postgresql_cluster.c": { name: "c" },
        "azurerm_kusto_database_principal_assignment.k": { name: "k" },
        "azurerm_orchestrated_virtual_machine_scale_set.o": { name: "o" },
        "azurerm_synapse_workspace.s": { name: "s" },
        "azurerm_vpn_gateway.v": { name: "v" },
      }),
    ).toEqual([
      "azurerm_kusto_database_principal_assignment.k: roles inside the database are not read",
      "azurerm_orchestrated_virtual_machine_scale_set.o: its network cards are not read",
      "azurerm_vpn_gateway.v: a VPN of a virtual hub is not read",
    ]);
  });

  test("programs that Terraform runs, before a plan or when something is made", () => {
    const data = { external: { asked: { program: ["sh"] } }, azurerm_client_config: { me: {} } };
    expect(
      told(
        {
          "null_resource.plain": {},
          "null_resource.program": { provisioner: { "local-exec": { command: "true" } } },
          "azurerm_storage_account.s": { name: "s", provisioner: [{ "local-exec": { command: "true" } }] },
        },
        undefined,
        { data },
      ),
    ).toEqual([
      "azurerm_storage_account.s: what its program does is not in the plan",
      "data.external.asked: what it does is not in the plan",
      "null_resource.program: what its program does is not in the plan",
    ]);
  });

  test("blocks made in a loop of which only a plan shows how many there are, at any depth", () => {
    const dynamic = (for_each: Json) => ({ env: { for_each, content: { name: "a" } } });
    const app = (for_each: Json) => ({ template: { container: [{ name: "c", dynamic: dynamic(for_each) }] } });
    expect(
      told({
        "azurerm_container_app.some": app("${var.env}"),
        "azurerm_container_app.two": app(["a", "b"]),
      }),
    ).toEqual([
      "template.container[c].env of azurerm_container_app.some: how many of them there are shows in a plan only",
    ]);
  });

  test("modules of synthesized JSON, whose resources only a plan shows", () => {
    expect(told({}, undefined, { module: { net: { source: "./net" } } })).toEqual([
      "module.net: its resources show in a plan only",
    ]);
  });

  test("groups and the deploy identity, whose rights the foundation gives", () => {
    const config = { foundation: "orders.foundation.yaml", access: { readers: "r-1", breakGlass: "b-1" } };
    const where = "the foundation gives it: gatewright report orders.foundation.yaml tells";
    expect(told({}, config)).toEqual([
      `what group b-1 may do (break-glass): ${where}`,
      `what group r-1 may do (readers): ${where}`,
      `what the deploy identity may do: ${where}`,
    ]);
    expect(told({}, { access: { readers: "r-1" } })).toEqual([]);
  });

  test("names that are asked for, where a firewall filters the rest", () => {
    expect(told({ "azurerm_firewall.f": { name: "f" } })).toEqual([
      "names that are asked for: Azure resolves any public name; rules of a firewall are about requests",
    ]);
  });
});
