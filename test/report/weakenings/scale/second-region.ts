import { dropFromScale, inScale, type ScaleWeakening, setInScale } from "../../../support/built-scale";
import { inConfig, type Json, ofFact, withoutFact } from "../../../support/weakenings";

const REPLICA = "azurerm_postgresql_flexible_server.database-database";
const PRIMARY = "azurerm_postgresql_flexible_server.database-database";
const JOINED = "azurerm_postgresql_flexible_server_virtual_endpoint.database-database_endpoint";
const COPIES = "azurerm_storage_object_replication.blob-copies";
const LAG = "azurerm_monitor_metric_alert.alert-database-lag";
const EVIDENCE = "azurerm_storage_account.evidence";
const ORIGIN = "azurerm_cdn_frontdoor_origin.edge_origin-web-northeurope";

const least = (app: string, min: number) =>
  inScale("services-neu", `azurerm_container_app.app-${app}`, ({ template }) =>
    Object.assign([template].flat()[0], { min_replicas: min }),
  );
const trigger = (change: (trigger: Json) => void) => inConfig(({ scale }) => change(scale.trigger));

/** Whatever is missing in the second region when the first is lost. */
export const SECOND_REGION: readonly ScaleWeakening[] = [
  {
    what: "a smaller replica",
    change: setInScale("data-neu", REPLICA, { sku_name: "GP_Standard_D2s_v3" }),
    caught: ["RES-04"],
  },
  {
    what: "a replica with less disk",
    change: setInScale("data-neu", REPLICA, { storage_mb: 16_384 }),
    caught: ["RES-04"],
  },
  {
    what: "a replica whose disk does not grow with its primary's",
    change: setInScale("data-neu", REPLICA, { auto_grow_enabled: false }),
    caught: ["RES-04"],
  },
  {
    what: "a replica on the Internet",
    change: setInScale("data-neu", REPLICA, { public_network_access_enabled: true }),
    caught: ["NET-04", "RES-04"],
  },
  { what: "servers whose roles cannot be switched", change: dropFromScale("data-neu", JOINED), caught: ["RES-04"] },
  {
    what: "a primary that is replaced after a switch of roles",
    change: inScale("platform", PRIMARY, ({ lifecycle }) => {
      lifecycle.ignore_changes = lifecycle.ignore_changes.filter((one: string) => one !== "source_server_id");
    }),
    caught: ["REC-09"],
  },
  {
    what: "an alert of a replica that lags by more than may be lost",
    change: inScale("data-neu", LAG, ({ criteria: [one] }) => Object.assign(one, { threshold: 1800 })),
    caught: ["GOV-05", "RES-04"],
  },
  { what: "no alert of a replica that lags", change: dropFromScale("data-neu", LAG), caught: ["RES-04"] },
  {
    what: "blobs that nobody copies",
    change: dropFromScale("data-neu", COPIES),
    caught: ["GOV-05", "RES-03", "RES-04"],
  },
  {
    what: "copies of new blobs alone",
    change: inScale("data-neu", COPIES, ({ rules: [rule] }) => {
      delete rule.copy_blobs_created_after;
    }),
    caught: ["GOV-05", "RES-04"],
  },
  {
    what: "images in one region",
    change: inScale("platform", "azurerm_container_registry.registry", (one) => delete one.georeplications),
    caught: ["GOV-05", "RES-04"],
  },
  { what: "a service that scales to nothing in the second region", change: least("web", 0), caught: ["RES-04"] },
  { what: "a service with one replica in the second region", change: least("web", 1), caught: ["RES-04"] },
  {
    what: "an origin that nobody switched on",
    change: setInScale("edge", ORIGIN, { enabled: false }),
    caught: ["RES-04"],
  },
  {
    what: "apps of the second region in one zone",
    change: setInScale("platform-neu", "azurerm_container_app_environment.apps", { zone_redundancy_enabled: false }),
    caught: ["RES-01"],
  },
  {
    what: "audit logs of the second region that can be changed",
    change: inScale("recovery-neu", EVIDENCE, (one) => delete one.immutability_policy),
    caught: ["OBS-01"],
  },
  {
    what: "no export of the second region's audit logs",
    change: dropFromScale("recovery-neu", "azurerm_log_analytics_data_export_rule.audit-export"),
    caught: ["NET-04", "OBS-01"],
  },
  {
    what: "no lock on the second region's vault, nor on its group",
    change: (stacks) => {
      for (const lock of ["vault", "data-group"])
        dropFromScale("data-neu", `azurerm_management_lock.lock-${lock}`)(stacks);
    },
    caught: ["REC-04"],
  },
];

/** A second region that nobody drilled, or that no number asks for. */
export const REASONS: readonly ScaleWeakening[] = [
  { what: "no drill of a move", change: withoutFact("failover-drilled"), caught: ["RES-04"] },
  {
    what: "a drill that took longer than is promised",
    change: ofFact("failover-drilled", ({ measured }) => {
      measured.rto = "3 hours";
    }),
    caught: ["GOV-05", "RES-04"],
  },
  {
    what: "no mark that was reached",
    change: trigger((one) => {
      one.usage.now = 10;
      one.expectation.now = 0;
      one.supportLoad.now = 1;
    }),
    caught: ["RES-05"],
  },
  {
    what: "a unit that does not carry its cost",
    change: trigger(({ unitCost }) => {
      unitCost.after = 4;
    }),
    caught: ["RES-05"],
  },
  {
    what: "numbers of two years ago",
    change: trigger((one) => {
      one.measured = "2025-08-30";
    }),
    caught: ["RES-05"],
  },
];
