import { drop, set, type Weakening } from "../../support/weakenings";

/** What makes it possible to make the environment again, and to end it. */
export const RECREATION: readonly Weakening[] = [
  {
    what: "a resource in somebody else's group",
    change: set("platform", "azurerm_route_table.routes", { resource_group_name: "rg-somebody-elses" }),
    caught: ["REC-01", "REC-09"],
  },
  {
    what: "an entry in somebody else's subnet",
    change: ({ entry }) => {
      const [place] = [entry.resource.azurerm_application_gateway.gateway.gateway_ip_configuration].flat();
      place.subnet_id = place.subnet_id.replace("vnet-orders", "vnet-hub");
    },
    caught: ["NET-08", "NET-10", "REC-01", "REC-09"],
  },
  { what: "no lock on the vault", change: drop("platform", "azurerm_management_lock.lock-vault"), caught: ["REC-04"] },
  {
    what: "no lock on the storage",
    change: drop("platform", "azurerm_management_lock.lock-storage"),
    caught: ["REC-04"],
  },
  {
    what: "a name without the generation",
    change: ({ entry }) =>
      Object.assign(entry.resource.azurerm_public_ip.gateway_address, { name: "pip-entry-orders-preprod-weu" }),
    caught: ["REC-05", "REC-09"],
  },
  {
    what: "a state key of another generation",
    change: ({ entry }) =>
      Object.assign(entry.terraform.backend.azurerm, { key: "orders-pre-production/g2/entry.tfstate" }),
    caught: ["REC-05", "REC-09"],
  },
  {
    what: "state on a laptop",
    change: ({ entry }) => {
      entry.terraform.backend = { local: { path: "state/orders-pre-production-g1-entry.tfstate" } };
    },
    caught: ["REC-07"],
  },
  {
    what: "one state for two stacks",
    change: ({ entry, services }) => {
      entry.terraform.backend.azurerm.key = services.terraform.backend.azurerm.key;
    },
    caught: ["REC-07", "REC-09"],
  },
  {
    what: "ignore_changes without a reason",
    change: set("platform", "azurerm_firewall.firewall", { lifecycle: { ignore_changes: ["zones"] } }),
    caught: ["REC-08", "REC-09"],
  },
  {
    what: "a database whose every change is ignored, with a reason for two of them",
    change: set("platform", "azurerm_postgresql_flexible_server.database-database", {
      lifecycle: { ignore_changes: "all" },
    }),
    caught: ["REC-08", "REC-09"],
  },
  {
    what: "an environment that was never rehearsed",
    change: (_, { recreation }) => Object.assign(recreation, { rehearsed: false }),
    caught: ["REC-09"],
  },
  {
    what: "an environment that is no longer the one that was rehearsed",
    change: (_, { recreation }) => recreation.mismatches.push("The certificate is of another platform."),
    caught: ["REC-09"],
  },
  {
    what: "a store that Terraform may not destroy",
    change: set("platform", "azurerm_storage_account.storage", { lifecycle: { prevent_destroy: true } }),
    caught: ["REC-09"],
  },
];
