import { join } from "node:path";
import { Testing } from "cdktf";
import { loadEnvironment } from "../../src/config/load";
import { parseToday } from "../../src/policy/day";
import { judgeStage } from "../../src/policy/engine";
import { buildGraph } from "../../src/policy/graph/build";
import type { JsonObject } from "../../src/policy/graph/json";
import { controlStates } from "../../src/policy/verdict";
import { synthesizeInMemory } from "../../src/synth/in-memory";
import type { Attributes } from "../../src/synth/terraform-json";
import { PilotEnvironment } from "../../stacks/2-pilot";
import type { Environment } from "../../stacks/create";
import { createEnvironment } from "../../stacks/create";
import { pilotConfig } from "../support/pilot";

// biome-ignore lint/suspicious/noExplicitAny: stacks are edited in place, one weakening at a time
type Json = any;
const SHIPPED = join(__dirname, "../../examples/full-ladder/environments/orders.poc.yaml");

type Stacks = Readonly<Record<"platform" | "services", Json>>;

/** One way to weaken an environment, and the controls that must catch it: exactly these. */
interface Weakening {
  readonly what: string;
  readonly change: (stacks: Stacks) => void;
  readonly caught: readonly string[];
}

const set = (stack: "platform" | "services", address: string, values: Attributes) => (stacks: Stacks) => {
  const [type = "", name = ""] = address.split(".");
  Object.assign(stacks[stack].resource[type][name], values);
};

const add = (stack: "platform" | "services", address: string, values: Attributes) => (stacks: Stacks) => {
  const [type = "", name = ""] = address.split(".");
  const resource = stacks[stack].resource;
  resource[type] = { ...resource[type], [name]: values };
};

const drop = (stack: "platform" | "services", address: string) => (stacks: Stacks) => {
  const [type = "", name = ""] = address.split(".");
  delete stacks[stack].resource[type][name];
};

const container = (stacks: Stacks, app: string): Json => {
  const [template] = [stacks.services.resource.azurerm_container_app[app].template].flat();
  return [template.container].flat()[0];
};

const ingress = (stacks: Stacks, app: string): Json =>
  [stacks.services.resource.azurerm_container_app[app].ingress].flat()[0];

const features = (stacks: Stacks): Json => [stacks.platform.provider.azurerm].flat()[0].features[0];

const tag = (stacks: Stacks, address: string): Json => {
  const [type = "", name = ""] = address.split(".");
  return stacks.platform.resource[type][name].tags;
};

const LOCK = { name: "lock", lock_level: "CanNotDelete", scope: "${azurerm_resource_group.group.id}" };
const ROLE = {
  principal_id: "${azurerm_user_assigned_identity.identity-api.principal_id}",
  scope: "${azurerm_resource_group.group.id}",
};
const SECRET = ["Account", "Key=", "A".repeat(86), "=="].join("");

const POC: readonly Weakening[] = [
  {
    what: "registry admin user",
    change: set("platform", "azurerm_container_registry.registry", { admin_enabled: true }),
    caught: ["SEC-02"],
  },
  {
    what: "vault with access policies",
    change: set("platform", "azurerm_key_vault.vault", { rbac_authorization_enabled: false }),
    caught: ["SEC-03"],
  },
  {
    what: "vault with RBAC left to the provider",
    change: set("platform", "azurerm_key_vault.vault", { rbac_authorization_enabled: null }),
    caught: ["SEC-03"],
  },
  {
    what: "purge protection",
    change: set("platform", "azurerm_key_vault.vault", { purge_protection_enabled: true }),
    caught: ["REC-03"],
  },
  { what: "a lock", change: add("platform", "azurerm_management_lock.extra", LOCK), caught: ["REC-03"] },
  {
    what: "prevent_destroy",
    change: set("platform", "azurerm_storage_account.storage", { lifecycle: { prevent_destroy: true } }),
    caught: ["REC-03"],
  },
  {
    what: "a group that refuses to go while it holds something",
    change: (stacks) =>
      Object.assign(features(stacks).resource_group[0], { prevent_deletion_if_contains_resources: true }),
    caught: ["REC-03"],
  },
  {
    what: "vaults that are not purged",
    change: (stacks) => Object.assign(features(stacks).key_vault[0], { purge_soft_delete_on_destroy: false }),
    caught: ["REC-03"],
  },
  {
    what: "plain HTTP at an app",
    change: (stacks) => Object.assign(ingress(stacks, "app-web"), { allow_insecure_connections: true }),
    caught: ["NET-01"],
  },
  {
    what: "plain HTTP at the storage",
    change: set("platform", "azurerm_storage_account.storage", { https_traffic_only_enabled: false }),
    caught: ["NET-01"],
  },
  {
    what: "old TLS at the storage",
    change: set("platform", "azurerm_storage_account.storage", { min_tls_version: "TLS1_0" }),
    caught: ["NET-01"],
  },
  {
    what: "Owner for an app",
    change: add("platform", "azurerm_role_assignment.extra", { ...ROLE, role_definition_name: "Owner" }),
    caught: ["IAM-01"],
  },
  {
    what: "Contributor for an app",
    change: add("platform", "azurerm_role_assignment.extra", { ...ROLE, role_definition_name: "Contributor" }),
    caught: ["IAM-01"],
  },
  {
    what: "an identity for two apps",
    change: ({ services: { resource } }) => {
      resource.azurerm_container_app["app-mailer"].identity = resource.azurerm_container_app["app-api"].identity;
    },
    caught: ["IAM-01"],
  },
  {
    what: "a client secret in the provider",
    change: (stacks) =>
      Object.assign([stacks.platform.provider.azurerm].flat()[0], { client_secret: "${var.client_secret}" }),
    caught: ["IAM-02"],
  },
  {
    what: "a secret in an app's environment",
    change: (stacks) => container(stacks, "app-api").env.push({ name: "STORAGE", value: SECRET }),
    caught: ["SEC-01"],
  },
  {
    what: "the latest image",
    change: (stacks) => Object.assign(container(stacks, "app-web"), { image: "mcr.microsoft.com/web:latest" }),
    caught: ["SUP-01"],
  },
  {
    what: "an image without a version",
    change: (stacks) => Object.assign(container(stacks, "app-web"), { image: "mcr.microsoft.com/web" }),
    caught: ["SUP-01"],
  },
  {
    what: "a provider of any version",
    change: ({ platform }) => Object.assign(platform.terraform.required_providers.azurerm, { version: ">= 4.0.0" }),
    caught: ["REC-08", "SUP-04"],
  },
  {
    what: "ignore_changes without a reason",
    change: set("platform", "azurerm_key_vault.vault", { lifecycle: { ignore_changes: ["tags"] } }),
    caught: ["REC-08"],
  },
  {
    what: "no budget",
    change: drop("platform", "azurerm_consumption_budget_resource_group.budget"),
    caught: ["CST-01"],
  },
  {
    what: "a budget that does not forecast",
    change: ({ platform: { resource } }) => {
      const { budget } = resource.azurerm_consumption_budget_resource_group;
      budget.notification = budget.notification.filter((one: Json) => one.threshold_type !== "Forecasted");
    },
    caught: ["CST-01"],
  },
  {
    what: "an expensive registry",
    change: set("platform", "azurerm_container_registry.registry", { sku: "Premium" }),
    caught: ["CST-02"],
  },
  {
    what: "an expensive database",
    change: set("platform", "azurerm_postgresql_flexible_server.database-database", {
      sku_name: "GP_Standard_D4ds_v5",
    }),
    caught: ["CST-02"],
  },
  {
    what: "a missing tag",
    change: (stacks) => delete tag(stacks, "azurerm_key_vault.vault").owner,
    caught: ["GOV-01"],
  },
  {
    what: "a missing end",
    change: (stacks) => delete tag(stacks, "azurerm_key_vault.vault")["expires-on"],
    caught: ["GOV-01", "REC-02"],
  },
  {
    what: "an end that is another",
    change: (stacks) => Object.assign(tag(stacks, "azurerm_key_vault.vault"), { "expires-on": "2027-12-19" }),
    caught: ["REC-02"],
  },
  {
    what: "a name of Production",
    change: set("platform", "azurerm_log_analytics_workspace.logs", { name: "log-orders-prod-weu-g1isdg" }),
    caught: ["GOV-02"],
  },
  {
    what: "a name without the generation",
    change: set("platform", "azurerm_log_analytics_workspace.logs", { name: "log-orders-poc-weu" }),
    caught: ["REC-05"],
  },
  {
    what: "logs without a cap",
    change: set("platform", "azurerm_log_analytics_workspace.logs", { daily_quota_gb: -1 }),
    caught: ["OBS-01"],
  },
  {
    what: "logs kept too long",
    change: set("platform", "azurerm_log_analytics_workspace.logs", { retention_in_days: 7 }),
    caught: ["OBS-01"],
  },
  {
    what: "apps that log nowhere",
    change: drop("platform", "azurerm_monitor_diagnostic_setting.apps_diagnostics"),
    caught: ["OBS-01"],
  },
  {
    what: "a resource in somebody else's group",
    change: set("platform", "azurerm_log_analytics_workspace.logs", { resource_group_name: "rg-somebody-elses" }),
    caught: ["REC-01"],
  },
];

const edit = (json: Json, address: string, change: (resource: Json) => void) => {
  const [type = "", name = ""] = address.split(".");
  change(json.resource[type][name]);
};

const inPlatform = (address: string, change: (resource: Json) => void) => (stacks: Stacks) =>
  edit(stacks.platform, address, change);

const PILOT: readonly Weakening[] = [
  {
    what: "no lock on the database",
    change: drop("platform", "azurerm_management_lock.lock-database-database"),
    caught: ["REC-04"],
  },
  {
    what: "a lock on another resource",
    change: set("platform", "azurerm_management_lock.lock-vault", { scope: "${azurerm_storage_account.storage.id}" }),
    caught: ["REC-04"],
  },
  {
    what: "a lock that keeps nothing",
    change: set("platform", "azurerm_management_lock.lock-vault", { lock_level: "None" }),
    caught: ["REC-04"],
  },
  {
    what: "state on a laptop",
    change: ({ platform }) => {
      platform.terraform.backend = { local: { path: "state/orders-pilot-g1-platform.tfstate" } };
    },
    caught: ["REC-07"],
  },
  {
    what: "state with a key",
    change: ({ platform }) => Object.assign(platform.terraform.backend.azurerm, { use_azuread_auth: false }),
    caught: ["REC-07"],
  },
  {
    what: "sign-in without federation",
    change: ({ platform }) => Object.assign([platform.provider.azurerm].flat()[0], { use_oidc: false }),
    caught: ["IAM-02"],
  },
  {
    what: "a vault open to everyone",
    change: inPlatform("azurerm_key_vault.vault", (one) =>
      Object.assign(one.network_acls, { default_action: "Allow" }),
    ),
    caught: ["NET-02"],
  },
  {
    what: "a vault without network rules",
    change: inPlatform("azurerm_key_vault.vault", (one) => delete one.network_acls),
    caught: ["NET-02"],
  },
  {
    what: "storage open to everyone",
    change: inPlatform("azurerm_storage_account.storage", (one) =>
      Object.assign(one.network_rules, { default_action: "Allow" }),
    ),
    caught: ["NET-02"],
  },
  {
    what: "a database open to Azure",
    change: add("platform", "azurerm_postgresql_flexible_server_firewall_rule.extra", {
      name: "azure",
      server_id: "${azurerm_postgresql_flexible_server.database-database.id}",
      start_ip_address: "0.0.0.0",
      end_ip_address: "0.0.0.0",
    }),
    caught: ["NET-02"],
  },
  {
    what: "apps outside the network",
    change: inPlatform("azurerm_container_app_environment.apps", (one) => delete one.infrastructure_subnet_id),
    caught: ["NET-03"],
  },
  {
    what: "a vault without a private endpoint",
    change: drop("platform", "azurerm_private_endpoint.private_endpoint-vault"),
    caught: ["NET-04"],
  },
  {
    what: "a private endpoint to another resource",
    change: inPlatform("azurerm_private_endpoint.private_endpoint-vault", (one) =>
      Object.assign(one.private_service_connection, {
        private_connection_resource_id: "${azurerm_storage_account.storage.id}",
      }),
    ),
    caught: ["NET-04"],
  },
  {
    what: "a private endpoint in the wrong zone",
    change: inPlatform("azurerm_private_endpoint.private_endpoint-vault", (one) =>
      Object.assign(one.private_dns_zone_group, {
        private_dns_zone_ids: ["${azurerm_private_dns_zone.private_zone-blob-core-windows-net.id}"],
      }),
    ),
    caught: ["NET-04"],
  },
  {
    what: "a zone that is not linked",
    change: drop("platform", "azurerm_private_dns_zone_virtual_network_link.private_link-vaultcore-azure-net"),
    caught: ["NET-04"],
  },
  {
    what: "a subnet without a security group",
    change: drop("platform", "azurerm_subnet_network_security_group_association.network_association-endpoints"),
    caught: ["NET-10"],
  },
  {
    what: "SSH from the Internet",
    change: inPlatform("azurerm_network_security_group.network_security-apps", (one) =>
      one.security_rule.unshift({ ...one.security_rule[0], name: "ssh", priority: 90, destination_port_range: "22" }),
    ),
    caught: ["NET-10"],
  },
  {
    what: "endpoints that the security group does not reach",
    change: set("platform", "azurerm_subnet.network_subnet-endpoints", {
      private_endpoint_network_policies: "Disabled",
    }),
    caught: ["NET-10"],
  },
  {
    what: "a database elsewhere",
    change: set("platform", "azurerm_postgresql_flexible_server.database-database", { location: "eastus" }),
    caught: ["DAT-01"],
  },
  {
    what: "backups elsewhere",
    change: set("platform", "azurerm_postgresql_flexible_server.database-database", {
      geo_redundant_backup_enabled: true,
    }),
    caught: ["DAT-02"],
  },
  {
    what: "blobs copied elsewhere",
    change: set("platform", "azurerm_storage_account.storage", { account_replication_type: "GRS" }),
    caught: ["DAT-02"],
  },
  {
    what: "a week of backups",
    change: set("platform", "azurerm_postgresql_flexible_server.database-database", { backup_retention_days: 7 }),
    caught: ["DAT-03"],
  },
  {
    what: "blobs without versions",
    change: inPlatform("azurerm_storage_account.storage", (one) =>
      Object.assign(one.blob_properties, { versioning_enabled: false }),
    ),
    caught: ["DAT-04"],
  },
  {
    what: "blobs that are gone when deleted",
    change: inPlatform("azurerm_storage_account.storage", (one) => delete one.blob_properties.delete_retention_policy),
    caught: ["DAT-04"],
  },
  {
    what: "database passwords",
    change: inPlatform("azurerm_postgresql_flexible_server.database-database", (one) =>
      Object.assign(one.authentication, { password_auth_enabled: true }),
    ),
    caught: ["SEC-02"],
  },
  {
    what: "no purge protection",
    change: set("platform", "azurerm_key_vault.vault", { purge_protection_enabled: false }),
    caught: ["SEC-04"],
  },
  {
    what: "a week to recover secrets",
    change: set("platform", "azurerm_key_vault.vault", { soft_delete_retention_days: 7 }),
    caught: ["SEC-04"],
  },
  {
    what: "nobody sees who reads secrets",
    change: drop("platform", "azurerm_monitor_diagnostic_setting.diagnostics-vault"),
    caught: ["OBS-02", "SEC-05"],
  },
  {
    what: "nobody sees who connects to the database",
    change: drop("platform", "azurerm_monitor_diagnostic_setting.diagnostics-database-database"),
    caught: ["OBS-02"],
  },
  {
    what: "a month of logs",
    change: set("platform", "azurerm_log_analytics_workspace.logs", { retention_in_days: 30 }),
    caught: ["OBS-01"],
  },
  {
    what: "Application Insights of its own",
    change: ({ services: { resource } }) => delete resource.azurerm_application_insights.insights.workspace_id,
    caught: ["OBS-03"],
  },
  {
    what: "alerts that reach nobody",
    change: set("platform", "azurerm_monitor_action_group.contacts", { email_receiver: [] }),
    caught: ["INC-01"],
  },
  {
    what: "access for a person",
    change: add("platform", "azurerm_role_assignment.extra", {
      principal_id: "00000000-0000-0000-0000-000000000001",
      principal_type: "User",
      role_definition_name: "Reader",
      scope: "${azurerm_container_registry.registry.id}",
    }),
    caught: ["IAM-03"],
  },
  {
    what: "an image by tag",
    change: (stacks) => Object.assign(container(stacks, "app-web"), { image: "mcr.microsoft.com/web:1.2.3" }),
    caught: ["SUP-01"],
  },
  {
    what: "a classification that is missing",
    change: (stacks) => delete tag(stacks, "azurerm_key_vault.vault")["data-classification"],
    caught: ["GOV-01"],
  },
  {
    what: "plain connections to the database",
    change: set("platform", "azurerm_postgresql_flexible_server_configuration.database-database_secure-transport", {
      value: "OFF",
    }),
    caught: ["DAT-07"],
  },
];

function stacksOf(environment: Environment): { env: string; config: Json; stacks: { name: string; json: Json }[] } {
  const { name: env, config } = environment.resolved;
  return { env, config, stacks: synthesizeInMemory(environment) };
}

function failing(base: ReturnType<typeof stacksOf>, change: (stacks: Stacks) => void): string[] {
  const copies = structuredClone(base.stacks);
  const find = (role: string) => copies.find(({ name }) => name.endsWith(role))?.json;
  change({ platform: find("platform"), services: find("services") });
  const graph = buildGraph(copies.map(({ name, json }) => ({ kind: "synth", name, json: json as JsonObject })));
  const { env, config } = base;
  const verdict = judgeStage({ gate: config.stage, env, graph, config, evidence: [], today: parseToday("2026-11-21") });
  return [...controlStates(verdict)]
    .filter(([, state]) => state === "fail")
    .map(([control]) => control)
    .sort();
}

describe("every weakening of the shipped POC is caught by the intended control and by no other", () => {
  const base = stacksOf(createEnvironment(Testing.app(), loadEnvironment(SHIPPED)));

  test("as shipped, nothing fails", () => {
    expect(failing(base, () => {})).toEqual([]);
  });

  test.each(POC.map((one) => [one.what, one] as const))("%s", (_, { change, caught }) => {
    expect(failing(base, change)).toEqual(caught);
  });
});

describe("every weakening of a Pilot is caught by the intended control and by no other", () => {
  const base = stacksOf(new PilotEnvironment(Testing.app(), pilotConfig()));

  test("as built, nothing fails", () => {
    expect(failing(base, () => {})).toEqual([]);
  });

  test.each(PILOT.map((one) => [one.what, one] as const))("%s", (_, { change, caught }) => {
    expect(failing(base, change)).toEqual(caught);
  });
});
