import { proveSubject } from "../../src/recreation/prove";
import { type Change, type Changed, type Editable, subjectWith } from "./subjects";

const record = (json: Editable, address: string, what: string) =>
  json["//"].gatewright.recorded.push({ address, what, why: "for a reason that somebody wrote down" });

/** What looks like a mistake and is none: every claim still holds. */
const NEAR_MISSES: readonly (readonly [title: string, stage: Changed, change: Change])[] = [
  [
    "a vault of backups that is locked for good, for a recorded reason",
    "production",
    ({ recovery }) => {
      recovery.resource.azurerm_data_protection_backup_vault.vault.immutability = "Locked";
      record(recovery, "azurerm_data_protection_backup_vault.vault", "immutability is locked");
    },
  ],
  [
    "prevent_destroy on what is never destroyed",
    "production",
    ({ recovery }) => {
      recovery.resource.azurerm_data_protection_backup_vault.vault.lifecycle = { prevent_destroy: true };
    },
  ],
  [
    "apps that wait for the firewall through their routes alone",
    "pre-production",
    ({ platform }) => {
      const { apps } = platform.resource.azurerm_container_app_environment;
      apps.depends_on = apps.depends_on.filter((one: string) => one !== "azurerm_firewall.firewall");
    },
  ],
  [
    "a queue that is made through the control plane",
    "pre-production",
    ({ platform }) => {
      platform.resource.azurerm_storage_queue.extra = {
        name: "extra",
        storage_account_id: "${azurerm_storage_account.storage.id}",
      };
      const lock = platform.resource.azurerm_management_lock["lock-storage"];
      lock.depends_on = [...lock.depends_on, "azurerm_storage_queue.extra"];
    },
  ],
  [
    "a vault's key that Terraform writes, at a stage whose vault answers on the Internet",
    "poc",
    ({ platform }) => {
      platform.resource.azurerm_key_vault_key = {
        extra: { name: "signing", key_vault_id: "${azurerm_key_vault.vault.id}" },
      };
    },
  ],
  [
    "a cache whose loss is recorded",
    "pilot",
    ({ platform, add, suffix }) => {
      add(platform, "azurerm_managed_redis", "extra", { name: `redis-orders-${suffix}`, sku_name: "Balanced_B0" });
      record(platform, "azurerm_managed_redis.extra", "data is lost on recreation");
    },
  ],
  [
    "a data source that is recorded",
    "poc",
    ({ platform }) => {
      platform.data = { azurerm_client_config: { me: {} } };
      record(platform, "azurerm_client_config.me", "reads who applies");
    },
  ],
  [
    "an ignored change with a reason",
    "pilot",
    ({ platform }) => {
      platform.resource.azurerm_key_vault.vault.lifecycle = { ignore_changes: ["network_acls"] };
      record(platform, "azurerm_key_vault.vault", "ignore_changes on network_acls");
    },
  ],
  [
    "a password that is write-only",
    "pilot",
    ({ platform }) => {
      platform.resource.azurerm_postgresql_flexible_server["database-database"].administrator_password_wo =
        "${var.tenant_id}";
    },
  ],
  [
    "a function's name in a text, not in an expression",
    "poc",
    ({ services }) => {
      services.resource.azurerm_container_app["app-web"].template.container[0].args = ["SELECT uuid(), $${file(1)}"];
    },
  ],
  [
    "the id of a built-in role",
    "poc",
    ({ platform }) => {
      platform.resource.azurerm_role_assignment.extra = {
        principal_id: "${var.tenant_id}",
        scope: "${azurerm_resource_group.group.id}",
        role_definition_id:
          "/subscriptions/${var.subscription_id}/providers/Microsoft.Authorization/roleDefinitions/acdd72a7-3385-48ef-bd42-f606fba81ae7",
      };
    },
  ],
  [
    "Azure's own host names",
    "poc",
    ({ services }) => {
      services.resource.azurerm_container_app["app-web"].template.container[0].env = [
        { name: "AUDIENCE", value: "https://ossrdbms-aad.database.windows.net/.default" },
      ];
    },
  ],
  [
    "a backup vault in the recovery stack",
    "pilot",
    ({ platform, services, add, name }) => {
      platform["//"].gatewright.stack = "platform";
      services["//"].gatewright.stack = "recovery";
      add(services, "azurerm_data_protection_backup_vault", "extra", { name: name("data_protection_backup_vault") });
    },
  ],
  [
    "an edge through a local value",
    "poc",
    ({ platform, name }) => {
      const group = `/subscriptions/\${var.subscription_id}/resourceGroups/${name("resource_group")}`;
      platform.locals = { place: "${azurerm_key_vault.vault.id}" };
      platform.resource.azurerm_role_assignment.extra = {
        principal_id: "${var.tenant_id}",
        role_definition_name: "Reader",
        description: "${local.place}",
        scope: `${group}/providers/Microsoft.KeyVault/vaults/${name("key_vault")}`,
      };
    },
  ],
];

it.each(NEAR_MISSES)("%s breaks nothing", (_, stage, change) => {
  const found = proveSubject(subjectWith(stage, change)).flatMap(({ claim, findings }) =>
    findings.map((one) => ({ claim, ...one })),
  );
  expect(found).toEqual([]);
});

it("a lock file that agrees breaks nothing", () => {
  const text = 'provider "registry.terraform.io/hashicorp/azurerm" {\n  version     = "4.55.0"\n}\n';
  const results = proveSubject(subjectWith("poc", () => {}, { lockFile: () => text }));
  expect(results.filter(({ outcome }) => outcome === "fails")).toEqual([]);
});

it("an input that the config declares as external breaks nothing", () => {
  const subject = subjectWith("pilot", ({ platform }) => {
    platform.variable.build_registry = { type: "string" };
  });
  const externals = {
    "build-registry": { kind: "registry", owner: "ada@orders.example", why: "images are built there" },
  } as const;
  const declared = { ...subject, resolved: { ...subject.resolved, config: { ...subject.resolved.config, externals } } };
  const results = proveSubject(declared);
  expect(results.filter(({ outcome }) => outcome === "fails")).toEqual([]);
  const kept = results.find(({ claim }) => claim === "retained-listed")?.evidence;
  expect(kept).toContain("external build-registry (registry, ada@orders.example): images are built there");
});
