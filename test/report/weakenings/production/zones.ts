import { type ProductionWeakening, setInRecovery } from "../../../support/built-production";
import { inConfig, inStack, type Role, set } from "../../../support/weakenings";

const DATABASE = "azurerm_postgresql_flexible_server.database-database";

const inOneZone = (what: string, stack: Role, address: string, values: object): ProductionWeakening => ({
  what: `${what} in one zone`,
  change: set(stack, address, { ...values }),
  caught: ["RES-01"],
});

/** Whatever could span zones and stands in one. */
export const ZONES: readonly ProductionWeakening[] = [
  inOneZone("apps", "platform", "azurerm_container_app_environment.apps", { zone_redundancy_enabled: false }),
  inOneZone("images", "platform", "azurerm_container_registry.registry", { zone_redundancy_enabled: undefined }),
  inOneZone("a firewall", "platform", "azurerm_firewall.firewall", { zones: ["1"] }),
  inOneZone("a firewall's address", "platform", "azurerm_public_ip.firewall_address", { zones: ["1"] }),
  inOneZone("a VPN", "platform", "azurerm_virtual_network_gateway.vpn", { sku: "VpnGw1" }),
  inOneZone("a VPN's address", "platform", "azurerm_public_ip.vpn_address", { zones: undefined }),
  inOneZone("an entry", "entry", "azurerm_application_gateway.gateway", { zones: [] }),
  inOneZone("an entry's address", "entry", "azurerm_public_ip.gateway_address", { zones: ["2", "2"] }),
  {
    what: "a database without a standby",
    change: inStack("platform", DATABASE, (one) => delete one.high_availability),
    caught: ["RES-01"],
  },
  {
    what: "a standby beside the server that it stands by for",
    change: set("platform", DATABASE, { high_availability: { mode: "SameZone" } }),
    caught: ["RES-01"],
  },
  {
    what: "blobs in one zone, which the promise speaks of",
    change: set("platform", "azurerm_storage_account.storage", { account_replication_type: "LRS" }),
    caught: ["GOV-05", "RES-01"],
  },
  {
    what: "copies in one zone",
    change: setInRecovery("azurerm_data_protection_backup_vault.vault", { redundancy: "LocallyRedundant" }),
    caught: ["RES-01"],
  },
  {
    what: "evidence in one zone",
    change: setInRecovery("azurerm_storage_account.evidence", { account_replication_type: "LRS" }),
    caught: ["RES-01"],
  },
  {
    what: "two zones of three, which outlive the loss of one",
    change: set("entry", "azurerm_application_gateway.gateway", { zones: ["1", "3"] }),
    caught: [],
  },
];

const replicas = (app: string, min: number) =>
  inStack("services", `azurerm_container_app.app-${app}`, ({ template }) =>
    Object.assign([template].flat()[0], { min_replicas: min }),
  );

/** One replica of what the promise covers. */
export const REPLICAS: readonly ProductionWeakening[] = [
  { what: "one replica of a service that callers reach", change: replicas("api", 1), caught: ["RES-02"] },
  { what: "a service that scales to nothing", change: replicas("web", 0), caught: ["GOV-05", "RES-02"] },
  { what: "one replica of a worker that nobody promised", change: replicas("mailer", 1), caught: [] },
  {
    what: "one replica of a worker that is promised",
    change: (stacks, given) => {
      replicas("mailer", 1)(stacks);
      given.config.promise.covers = ["web", "mailer"];
    },
    caught: ["RES-02"],
  },
  {
    what: "a promise of a service that nothing runs",
    change: inConfig(({ promise }) => Object.assign(promise, { covers: ["shop"] })),
    caught: ["GOV-05", "RES-02"],
  },
];
