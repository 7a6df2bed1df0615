import { block } from "../../src/plan/json";
import { pocWithService } from "../support/poc-config";
import { containerOf, resources, stacks, text } from "../support/shipped-poc";
import { only, synthesizePocInMemory } from "../support/synthesize";

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
