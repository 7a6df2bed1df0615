import { loadEnvironment } from "../../src/config/load";
import type { PocConfig } from "../../src/config/schema";
import { block, type SynthesizedResource } from "../../src/synth/terraform-json";
import { type Changes, pocConfig, pocWithService } from "../support/poc-config";
import { allResources, only, synthesizePoc, synthesizePocInMemory } from "../support/synthesize";

const { config } = loadEnvironment("examples/full-ladder/environments/orders.poc.yaml");
const stacks = synthesizePoc(config as PocConfig);
const resources = allResources(stacks);
const text = JSON.stringify(stacks);
const platform = stacks[0]!.json;
const addressesWhere = (test: (resource: SynthesizedResource) => unknown) =>
  resources.filter(test).map(({ address }) => address);

/** The first block of a name anywhere below a block. */
const containerOf = (attributes: SynthesizedResource["attributes"]) =>
  block(block(attributes, "template") ?? {}, "container") ?? {};

/** Types of a POC that azurerm gives no tags. */
const UNTAGGABLE = [
  "azurerm_consumption_budget_resource_group",
  "azurerm_monitor_diagnostic_setting",
  "azurerm_postgresql_flexible_server_active_directory_administrator",
  "azurerm_postgresql_flexible_server_configuration",
  "azurerm_postgresql_flexible_server_database",
  "azurerm_postgresql_flexible_server_firewall_rule",
  "azurerm_role_assignment",
  "azurerm_storage_container",
  "azurerm_storage_queue",
];

describe("GOV-01, REC-02: tags", () => {
  test("every resource that takes tags has exactly these, and no other has any", () => {
    const tags = {
      workload: "orders",
      stage: "poc",
      owner: "ada@orders.example",
      generation: "1",
      "managed-by": "gatewright",
      "created-on": "2026-11-21",
      "expires-on": "2026-12-19",
      "data-classification": "synthetic",
    };
    for (const { type, attributes, address } of resources)
      expect([address, attributes["tags"]]).toEqual([address, UNTAGGABLE.includes(type) ? undefined : tags]);
    expect([...new Set(resources.map(({ type }) => type))].filter((type) => UNTAGGABLE.includes(type))).toEqual(
      UNTAGGABLE,
    );
  });
});

describe("REC-01: everything is in the environment's own group", () => {
  const GROUP = only(stacks, "azurerm_resource_group")["name"];

  test("every group that is named is this one", () => {
    const named = resources.flatMap(({ attributes }) => attributes["resource_group_name"] ?? []);
    expect(new Set(named)).toEqual(new Set(["${azurerm_resource_group.group.name}", GROUP]));
  });

  test("every ARM id that is computed lies in it, and what it names is in the platform", () => {
    const ids = [...text.matchAll(/\/subscriptions\/[^"]+?(?=\\?")/g)].map(([id]) => id);
    const within = new RegExp(
      `^/subscriptions/\\$\\{var\\.subscription_id\\}/resourceGroups/${GROUP}/providers/[^/]+/[^/]+/([^/]+)$`,
    );
    const names = new Set(resources.map(({ attributes }) => attributes["name"]));
    expect(ids.length).toBeGreaterThan(10);
    expect(ids.filter((id) => !names.has(within.exec(id)?.[1]))).toEqual([]);
  });
});

describe("REC-03: nothing blocks its end", () => {
  test("no lock, no prevent_destroy, no purge protection", () => {
    expect(addressesWhere(({ type }) => /lock/.test(type))).toEqual([]);
    expect(text).not.toContain("prevent_destroy");
    expect(only(stacks, "azurerm_key_vault")).toMatchObject({
      purge_protection_enabled: false,
      soft_delete_retention_days: 7,
    });
  });

  test("the provider purges what it deletes, recovers nothing, and takes a group with its content", () => {
    for (const { json } of stacks)
      expect((json.provider as { azurerm: { features: unknown }[] }).azurerm[0]!.features).toEqual([
        {
          application_insights: [{ disable_generated_rule: true }],
          key_vault: [
            {
              purge_soft_delete_on_destroy: true,
              purge_soft_deleted_certificates_on_destroy: true,
              purge_soft_deleted_keys_on_destroy: true,
              purge_soft_deleted_secrets_on_destroy: true,
              recover_soft_deleted_certificates: false,
              recover_soft_deleted_key_vaults: false,
              recover_soft_deleted_keys: false,
              recover_soft_deleted_secrets: false,
            },
          ],
          log_analytics_workspace: [{ permanently_delete_on_destroy: true }],
          resource_group: [{ prevent_deletion_if_contains_resources: false }],
          storage: [{ data_plane_available: false }],
        },
      ]);
  });
});

describe("REC-05, REC-08, SUP-04: state and versions", () => {
  test("each stack has a state of its own, relative, with the generation in its name", () => {
    expect(stacks.map(({ json }) => json.terraform?.["backend"])).toEqual([
      { local: { path: "../../../state/orders-poc-g1-platform.tfstate" } },
      { local: { path: "../../../state/orders-poc-g1-services.tfstate" } },
    ]);
  });

  test("Terraform and the provider are pinned below an unknown major", () => {
    for (const { json } of stacks)
      expect(json.terraform).toMatchObject({
        required_version: ">= 1.11.0, < 2.0.0",
        required_providers: { azurerm: { version: "4.55.0" } },
      });
  });

  test("whatever is ignored later has a written reason", () => {
    const ignored = addressesWhere(({ attributes }) => block(attributes, "lifecycle")?.["ignore_changes"]);
    expect(ignored).toEqual([
      "azurerm_consumption_budget_resource_group.budget",
      "azurerm_postgresql_flexible_server.database-database",
    ]);
    const recorded = platform["//"]!.gatewright!.recorded;
    expect(recorded.map(({ address, what }) => `${address}: ${what}`)).toEqual([
      "azurerm_consumption_budget_resource_group.budget: plantimestamp() and ignore_changes on time_period",
      "azurerm_postgresql_flexible_server.database-database: ignore_changes on zone",
      "azurerm_postgresql_flexible_server_firewall_rule.database-database_allow-azure-services: 0.0.0.0",
    ]);
    expect(recorded.every(({ why }) => why.length > 40)).toBe(true);
  });
});

describe("NET-01: what can be called, and how", () => {
  test("every ingress is HTTPS only; only web is open to the Internet", () => {
    const ingresses = resources.flatMap(({ address, attributes }) => {
      const ingress = block(attributes, "ingress");
      return ingress ? [[address, ingress["external_enabled"], ingress["allow_insecure_connections"]]] : [];
    });
    expect(ingresses).toEqual([
      ["azurerm_container_app.app-api", false, false],
      ["azurerm_container_app.app-web", true, false],
    ]);
  });

  test("TLS is 1.2 or later wherever there is a setting", () => {
    expect(only(stacks, "azurerm_storage_account")).toMatchObject({
      min_tls_version: "TLS1_2",
      https_traffic_only_enabled: true,
      allow_nested_items_to_be_public: false,
    });
    const configured = resources.filter(({ type }) => type.endsWith("_configuration"));
    expect(configured.map(({ attributes }) => [attributes["name"], attributes["value"]])).toEqual([
      ["require_secure_transport", "on"],
      ["ssl_min_protocol_version", "TLSv1.2"],
    ]);
  });

  test("an allow-list becomes rules of its ingress, one a range", () => {
    const listed = synthesizePocInMemory(
      pocWithService({ port: 80, exposure: "public", allowFrom: ["203.0.113.0/24", "198.51.100.7"] }),
    );
    expect(block(only(listed, "azurerm_container_app"), "ingress")?.["ip_security_restriction"]).toEqual([
      { name: "allow-1", action: "Allow", ip_address_range: "203.0.113.0/24" },
      { name: "allow-2", action: "Allow", ip_address_range: "198.51.100.7" },
    ]);
  });
});

describe("IAM-01: identities and roles", () => {
  const nameById = (id: string) =>
    /identity-([a-z-]+)\.principal_id/.exec(id)?.[1] ?? `not an identity of a service: ${id}`;

  test("the roles are exactly these, at exactly these scopes", () => {
    const roles = resources
      .filter(({ type }) => type === "azurerm_role_assignment")
      .map(({ attributes }) => ({
        identity: nameById(String(attributes["principal_id"])),
        role: attributes["role_definition_name"],
        scope: String(attributes["scope"]).replace(/\$\{azurerm_(\w+)\.[\w-]+\.id\}/, "$1"),
      }));
    const pull = (identity: string) => ({ identity, role: "AcrPull", scope: "container_registry" });
    const mail = "storage_account/queueServices/default/queues/mail";
    expect(roles).toEqual([
      pull("api"),
      pull("cleanup"),
      pull("database-migrator"),
      pull("mailer"),
      pull("web"),
      {
        identity: "api",
        role: "Storage Blob Data Contributor",
        scope: "storage_account/blobServices/default/containers/files",
      },
      { identity: "api", role: "Storage Queue Data Message Processor", scope: mail },
      { identity: "mailer", role: "Storage Queue Data Message Processor", scope: mail },
      { identity: "api", role: "Storage Queue Data Message Sender", scope: mail },
      { identity: "mailer", role: "Storage Queue Data Message Sender", scope: mail },
      { identity: "api", role: "Key Vault Secrets User", scope: "key_vault/secrets/payment-key" },
    ]);
  });

  test("every app and job runs under the one identity that is its own", () => {
    const identities = resources.flatMap(({ address, attributes }) => {
      const identity = block(attributes, "identity");
      if (!identity) return [];
      const ids = identity["identity_ids"] as string[];
      return [[address, identity["type"], ...ids.map((id) => /\/id-(.+)-orders-poc-weu-g1\w{4}$/.exec(id)?.[1])]];
    });
    expect(identities).toEqual([
      ["azurerm_container_app.app-api", "UserAssigned", "api"],
      ["azurerm_container_app.app-mailer", "UserAssigned", "mailer"],
      ["azurerm_container_app.app-web", "UserAssigned", "web"],
      ["azurerm_container_app_job.database-database-bootstrap", "UserAssigned", "database-migrator"],
      ["azurerm_container_app_job.database-database-migrate", "UserAssigned", "database-migrator"],
      ["azurerm_container_app_job.job-cleanup", "UserAssigned", "cleanup"],
    ]);
  });

  test("the database knows Entra sign-in only, and its only administrator is its migrator", () => {
    expect(only(stacks, "azurerm_postgresql_flexible_server")).toMatchObject({
      authentication: {
        active_directory_auth_enabled: true,
        password_auth_enabled: false,
        tenant_id: "${var.tenant_id}",
      },
    });
    expect(only(stacks, "azurerm_postgresql_flexible_server_active_directory_administrator")).toMatchObject({
      object_id: "${azurerm_user_assigned_identity.identity-database-migrator.principal_id}",
      principal_type: "ServicePrincipal",
    });
    expect(text).not.toMatch(/administrator_(?:login|password)/);
  });
});

describe("SEC-01, SEC-02, SEC-03: secrets", () => {
  test("an app reads its secrets from the vault, by identity, without a version", () => {
    const vault = only(stacks, "azurerm_key_vault")["name"];
    const api = only(stacks, "azurerm_container_app.app-api");
    const { identity_ids: ids = [] } = block(api, "identity") ?? {};
    const [identity] = ids as string[];
    expect(api["secret"]).toEqual([
      { name: "payment-key", identity, key_vault_secret_id: `https://${vault}.vault.azure.net/secrets/payment-key` },
    ]);
    expect(containerOf(api)["env"]).toContainEqual({ name: "PAYMENT_KEY", secret_name: "payment-key" });
  });

  test("the registry has no admin user and no anonymous pull; the vault is under RBAC; storage has no shared keys", () => {
    expect(only(stacks, "azurerm_container_registry")).toMatchObject({
      admin_enabled: false,
      anonymous_pull_enabled: false,
      sku: "Basic",
    });
    expect(only(stacks, "azurerm_key_vault")).toMatchObject({ rbac_authorization_enabled: true, sku_name: "standard" });
    expect(only(stacks, "azurerm_storage_account")).toMatchObject({
      shared_access_key_enabled: false,
      default_to_oauth_authentication: true,
      account_replication_type: "LRS",
    });
  });

  test("the provider is given ids and nothing to sign in with", () => {
    for (const { json } of stacks)
      expect(Object.keys((json.provider as { azurerm: object[] }).azurerm[0]!).sort()).toEqual([
        "features",
        "resource_provider_registrations",
        "storage_use_azuread",
        "subscription_id",
      ]);
  });

  test("what a person wrote in a variable, a command or a probe reaches Terraform literally", () => {
    const written = "a ${var.tenant_id} b %{ if true } c $${d}";
    const literal = synthesizePocInMemory(
      pocWithService({
        port: 80,
        env: { TEMPLATE: written, COUNT: 3, ON: true },
        command: [written],
        args: [written],
        probes: { liveness: { path: "/${x}" } },
      }),
    );
    const container = containerOf(only(literal, "azurerm_container_app"));
    const escaped = "a $${var.tenant_id} b %%{ if true } c $$${d}";
    expect(container["env"]).toContainEqual({ name: "TEMPLATE", value: escaped });
    expect(container["env"]).toContainEqual({ name: "COUNT", value: "3" });
    expect(container["env"]).toContainEqual({ name: "ON", value: "true" });
    expect(container).toMatchObject({ command: [escaped], args: [escaped] });
    expect(block(container, "liveness_probe")).toMatchObject({ path: "/$${x}" });
  });
});

describe("CST-01, CST-02: money", () => {
  test("the budget warns the owner at 80 % and 100 %, and when the forecast passes it", () => {
    const budget = only(stacks, "azurerm_consumption_budget_resource_group");
    expect(budget).toMatchObject({
      amount: 80,
      time_grain: "Monthly",
      resource_group_id: "${azurerm_resource_group.group.id}",
    });
    const warn = (threshold: number, threshold_type: string) => ({
      threshold,
      threshold_type,
      operator: "GreaterThanOrEqualTo",
      contact_emails: ["ada@orders.example"],
    });
    expect(budget["notification"]).toEqual([warn(80, "Actual"), warn(100, "Actual"), warn(100, "Forecasted")]);
  });

  test("apps scale to zero unless nothing would wake them, and to three at most", () => {
    const ranges = resources
      .filter(({ type }) => type === "azurerm_container_app")
      .map(({ address, attributes }) => {
        const template = block(attributes, "template");
        return [address, template?.["min_replicas"], template?.["max_replicas"]];
      });
    expect(ranges).toEqual([
      ["azurerm_container_app.app-api", 0, 3],
      ["azurerm_container_app.app-mailer", 1, 3],
      ["azurerm_container_app.app-web", 0, 3],
    ]);
  });

  test("memory follows cpu, and cpu memory", () => {
    const pair = (fields: Changes) => {
      const { cpu, memory } = containerOf(only(synthesizePocInMemory(pocWithService(fields)), "azurerm_container_app"));
      return [cpu, memory];
    };
    expect([pair({}), pair({ cpu: 1.75 }), pair({ memory: "4Gi" })]).toEqual([
      [0.25, "0.5Gi"],
      [1.75, "3.5Gi"],
      [2, "4Gi"],
    ]);
  });

  test("the database is burstable, with seven days of backup", () => {
    expect(only(stacks, "azurerm_postgresql_flexible_server")).toMatchObject({
      sku_name: "B_Standard_B1ms",
      backup_retention_days: 7,
      geo_redundant_backup_enabled: false,
      storage_mb: 32_768,
    });
  });
});

describe("OBS-01: logs", () => {
  test("go to a workspace of the environment's own, for 30 days and at most 1 GB a day", () => {
    expect(only(stacks, "azurerm_log_analytics_workspace")).toMatchObject({ retention_in_days: 30, daily_quota_gb: 1 });
    expect(only(stacks, "azurerm_container_app_environment")).toMatchObject({
      logs_destination: "azure-monitor",
      workload_profile: [{ name: "Consumption", workload_profile_type: "Consumption" }],
    });
    expect(only(stacks, "azurerm_monitor_diagnostic_setting")).toMatchObject({
      target_resource_id: "${azurerm_container_app_environment.apps.id}",
      log_analytics_workspace_id: "${azurerm_log_analytics_workspace.logs.id}",
      enabled_log: [{ category_group: "allLogs" }],
    });
  });
});

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
