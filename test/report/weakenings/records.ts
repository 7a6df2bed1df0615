import { added } from "../../support/built-pre-production";
import { add, drop, inConfig, set, tag, type Weakening } from "../../support/weakenings";

/** What is logged, what it costs, and what is written down. */
export const RECORDS: readonly Weakening[] = [
  {
    what: "the quarter of logs that was enough for a Pilot",
    change: set("platform", "azurerm_log_analytics_workspace.logs", { retention_in_days: 90 }),
    caught: ["OBS-01"],
  },
  {
    what: "apps that log nowhere",
    change: drop("platform", "azurerm_monitor_diagnostic_setting.apps_diagnostics"),
    caught: ["OBS-01", "OBS-02"],
  },
  ...["firewall", "vpn", "registry", "database-database"].map((part) => ({
    what: `nobody sees what goes through: ${part}`,
    change: drop("platform", `azurerm_monitor_diagnostic_setting.diagnostics-${part}`),
    caught: ["OBS-02"],
  })),
  {
    what: "nobody sees what goes through the entry",
    change: drop("entry", "azurerm_monitor_diagnostic_setting.diagnostics-gateway"),
    caught: ["OBS-02"],
  },
  {
    what: "Application Insights of its own",
    change: ({ services: { resource } }) => delete resource.azurerm_application_insights.insights.workspace_id,
    caught: ["OBS-03"],
  },
  {
    what: "no word about personal data in logs",
    change: inConfig((config) => delete config.logging),
    caught: ["OBS-04"],
  },
  {
    what: "no budget",
    change: drop("platform", "azurerm_consumption_budget_resource_group.budget"),
    caught: ["CST-01"],
  },
  {
    what: "a floor nine times as high, and no reason",
    change: inConfig(({ promotion }) => delete promotion.why),
    caught: ["CST-03"],
  },
  {
    what: "a missing tag",
    change: (stacks) => delete tag(stacks, "azurerm_firewall.firewall").owner,
    caught: ["GOV-01"],
  },
  {
    what: "a name of Production",
    change: ({ entry }) => {
      const { gateway } = entry.resource.azurerm_application_gateway;
      gateway.name = gateway.name.replace("preprod", "prod");
    },
    caught: ["GOV-02"],
  },
  {
    what: "no word about where it came from",
    change: inConfig(({ promotion }) => delete promotion.from),
    caught: ["GOV-03"],
  },
  {
    what: "no day on which the Pilot goes",
    change: inConfig(({ previous }) => delete previous.destroyBy),
    caught: ["GOV-03"],
  },
  {
    what: "a Production, when this was to be gone by now",
    change: (_, { neighbours }) =>
      neighbours.push({
        workload: "orders",
        stage: "production",
        network: "10.40.0.0/22",
        promotion: { from: "orders-pre-production" },
        previous: { data: "drop", destroyBy: "2027-03-14" },
      }),
    caught: ["GOV-03"],
  },
  {
    what: "a waiver without an end",
    change: inConfig((config) => {
      config.waivers = [{ control: "NET-07", resource: "config", by: "ada@orders.example", why: "later" }];
    }),
    caught: ["GOV-04"],
  },
  {
    what: "a waiver of what is never waived",
    change: (stacks, given) => {
      add("platform", "azurerm_bastion_host.people", {
        ...added("bas"),
        sku: "Developer",
        virtual_network_id: "${azurerm_virtual_network.network.id}",
      })(stacks);
      const waiver = {
        control: "NET-05",
        resource: "azurerm_bastion_host.people",
        by: "ada@orders.example",
        why: "people",
        until: "2027-04-01",
      };
      given.config.waivers = [waiver];
    },
    caught: ["GOV-04", "NET-05"],
  },
];
