import { join } from "node:path";
import { loadEnvironment } from "../../src/config/load";
import { inConfig, inStacks, parsePath } from "../../src/policy/place";
import { folderWith } from "../support/folder";

const YAML = `workload: orders
stage: poc
location: westeurope
owner: ada@orders.example
created: 2026-11-21
expires: 2026-12-19
monthlyBudget: 80
decisions: { platform: "Container Apps, until Pre-Production" }
logging: { personalData: never }
services:
  web: { image: "orders/web:0.3.1", port: 3000, exposure: public }
  web-admin: { image: "orders/admin:0.3.1", port: 3000 }
  api:
    image: "orders/api:0.3.1"
    port: 8080
    allowFrom: [203.0.113.0/24]
    exposure: public
stores:
  orders: { type: postgresql }
`;

const loaded = () => {
  const folder = folderWith({ "orders.poc.yaml": YAML });
  return loadEnvironment(join(folder, "orders.poc.yaml"));
};

test.each([
  ["config", "expires", 6],
  ["config", "services.api.image", 14],
  ["config", "services.api.allowFrom[0]", 16],
  ["config", "services.api.env.NOT_THERE", 13],
  ["config", "promotion.from", 1],
  ["azurerm_container_app.app-web", "ingress.external_enabled", 11],
  ["azurerm_container_app.app-web-admin", "", 12],
  ["orders-poc-services/azurerm_container_app.app-api", "", 13],
  ["azurerm_user_assigned_identity.identity-orders-migrator", "", 19],
  ["azurerm_postgresql_flexible_server_firewall_rule.database-orders_allow-azure-services", "", 19],
  ["azurerm_key_vault.vault", "", 1],
  ["", "", 1],
])("a finding about %s %s is on line %i of the config", (resource, path, line) => {
  const { config, positionOf } = loaded();
  expect(inConfig(config, positionOf)({ resource, path })?.line).toBe(line);
});

test("a finding about a resource of a synthesized stack is on the line that declares it", () => {
  const text = JSON.stringify(
    { resource: { azurerm_key_vault: { a: { name: "a" }, b: { name: "b" } }, azurerm_subnet: { b: {} } } },
    null,
    2,
  );
  const placeOf = inStacks([
    { stack: "one", file: "one/cdk.tf.json", text: "{}" },
    { stack: "two", file: "two/cdk.tf.json", text },
  ]);
  const at = (resource: string) => placeOf({ resource, path: "" });
  expect(at("azurerm_key_vault.b")).toEqual({ file: "two/cdk.tf.json", line: 7, column: 1 });
  expect(at("two/azurerm_subnet.b")).toEqual({ file: "two/cdk.tf.json", line: 12, column: 1 });
  expect(at("config")).toEqual({ file: "one/cdk.tf.json", line: 1, column: 1 });
});

test("paths are read as findings write them", () => {
  expect(parsePath('services.api.env["A.B"][2].x')).toEqual(["services", "api", "env", "A.B", 2, "x"]);
  expect(parsePath("")).toEqual([]);
});
