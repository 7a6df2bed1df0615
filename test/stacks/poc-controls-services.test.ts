import { block } from "../../src/plan/json";
import { pocConfig, pocWithService } from "../support/poc-config";
import { containerOf, resources, stacks } from "../support/shipped-poc";
import { allResources, only, synthesizePocInMemory } from "../support/synthesize";

describe("services find their stores", () => {
  const variablesOf = (address: string) =>
    Object.fromEntries(
      (containerOf(only(stacks, address))["env"] as { name: string; value?: string }[]).map(({ name, value }) => [
        name,
        value,
      ]),
    );

  test("by address, under their own identity", () => {
    expect(variablesOf("azurerm_container_app.app-api")).toEqual({
      AZURE_MANAGED_IDENTITY_RESOURCE_ID: expect.stringMatching(/\/id-api-orders-poc-weu-g1\w{4}$/),
      DATABASE_DATABASE: "database",
      DATABASE_HOST: expect.stringMatching(/^psql-database-orders-poc-weu-g1\w{4}\.postgres\.database\.azure\.com$/),
      DATABASE_USER: expect.stringMatching(/^id-api-orders-poc-weu-g1\w{4}$/),
      FILES_URL: expect.stringMatching(/^https:\/\/storderspocweug1\w{4}\.blob\.core\.windows\.net\/files$/),
      MAIL_URL: expect.stringMatching(/^https:\/\/storderspocweug1\w{4}\.queue\.core\.windows\.net\/mail$/),
      PAYMENT_KEY: undefined,
      PGDATABASE: "database",
      PGHOST: expect.stringMatching(/^psql-/),
      PGPORT: "5432",
      PGSSLMODE: "verify-full",
      PGUSER: expect.stringMatching(/^id-api-/),
    });
  });

  test("and a service that uses none is told of none", () => {
    expect(Object.keys(variablesOf("azurerm_container_app.app-web"))).toEqual(["AZURE_MANAGED_IDENTITY_RESOURCE_ID"]);
    expect(Object.keys(variablesOf("azurerm_container_app.app-mailer"))).toEqual([
      "AZURE_MANAGED_IDENTITY_RESOURCE_ID",
      "MAIL_URL",
    ]);
  });

  test("with two databases there is no default one", () => {
    const two = synthesizePocInMemory(
      pocWithService(
        { uses: ["orders-data", "audit"] },
        { stores: { "orders-data": { type: "postgresql" }, audit: { type: "postgresql" } } },
      ),
    );
    const names = (containerOf(only(two, "azurerm_container_app"))["env"] as { name: string }[]).map(
      ({ name }) => name,
    );
    expect(names).toEqual([
      "AUDIT_DATABASE",
      "AUDIT_HOST",
      "AUDIT_USER",
      "AZURE_MANAGED_IDENTITY_RESOURCE_ID",
      "ORDERS_DATA_DATABASE",
      "ORDERS_DATA_HOST",
      "ORDERS_DATA_USER",
    ]);
  });

  test("no variable is set twice", () => {
    for (const { address, type, attributes } of resources) {
      if (!type.startsWith("azurerm_container_app") || type.endsWith("environment")) continue;
      const names = (containerOf(attributes)["env"] as { name: string }[]).map(({ name }) => name);
      expect([address, names]).toEqual([address, [...new Set(names)]]);
    }
  });

  test("a config that names everything itself is built as written", () => {
    const [app] = allResources(
      synthesizePocInMemory(
        pocWithService({
          port: 8080,
          transport: "http2",
          scale: {
            min: 1,
            max: 2,
            rules: [
              { type: "http", concurrentRequests: 20 },
              { type: "cpu", percent: 70 },
            ],
          },
          probes: { readiness: { path: "/ready", interval: 5, timeout: 2, failures: 4, initialDelay: 3 } },
        }),
      ),
    ).filter(({ type }) => type === "azurerm_container_app");
    expect(block(app!.attributes, "ingress")).toMatchObject({ transport: "http2", target_port: 8080 });
    expect(block(app!.attributes, "template")).toMatchObject({
      min_replicas: 1,
      max_replicas: 2,
      http_scale_rule: [{ name: "http-1", concurrent_requests: "20" }],
      custom_scale_rule: [{ name: "cpu-1", custom_rule_type: "cpu", metadata: { type: "Utilization", value: "70" } }],
    });
    expect(containerOf(app!.attributes)["readiness_probe"]).toEqual([
      {
        transport: "HTTP",
        port: 8080,
        path: "/ready",
        initial_delay: 3,
        interval_seconds: 5,
        timeout: 2,
        failure_count_threshold: 4,
      },
    ]);
  });
});

test("a POC that holds no store has no storage account and no server", () => {
  const types = allResources(synthesizePocInMemory(pocConfig())).map(({ type }) => type);
  expect(types.filter((type) => /storage|postgresql/.test(type))).toEqual([]);
});
