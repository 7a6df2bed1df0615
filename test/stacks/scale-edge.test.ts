import type { ScaleMode } from "../../src/config/scale-mode";
import { asList, type Json } from "../../src/plan/json";
import { built, ofType, resources } from "../support/scale-stacks";

describe("the edge spreads callers as the mode says", () => {
  const origins = (mode: ScaleMode) =>
    ofType("edge", "azurerm_cdn_frontdoor_origin", built[mode].stacks)
      .filter(({ address }) => address.includes("origin-web-"))
      .map(({ attributes: { name, enabled, priority, weight, lifecycle } }) => ({
        name,
        enabled,
        priority,
        ...(weight !== undefined && { weight }),
        ...(lifecycle !== undefined && { lifecycle }),
      }));
  const [first, second] = [{ name: "westeurope" }, { name: "northeurope" }];
  // People switch them, and no apply switches them back.
  const byPeople = { lifecycle: { ignore_changes: ["enabled"] } };

  test.each([
    ["cold-standby", [{ ...first, enabled: true, priority: 1 }]],
    [
      "warm-standby",
      [
        { ...second, enabled: false, priority: 2, ...byPeople },
        { ...first, enabled: true, priority: 1, ...byPeople },
      ],
    ],
    [
      "hot-failover",
      [
        { ...second, enabled: true, priority: 2, ...byPeople },
        { ...first, enabled: true, priority: 1, ...byPeople },
      ],
    ],
    [
      "active-active",
      [
        { ...second, enabled: true, priority: 1, weight: 500, ...byPeople },
        { ...first, enabled: true, priority: 1, weight: 500, ...byPeople },
      ],
    ],
  ] as const)("%s", (mode, expected) => {
    expect(origins(mode)).toEqual(expected);
  });

  test("and reaches every region by a private link to its container environment", () => {
    const links = ofType("edge", "azurerm_cdn_frontdoor_origin").map(({ attributes }) => attributes["private_link"]);
    expect(links).toHaveLength(6);
    for (const link of links)
      expect(link).toEqual({
        location: expect.stringMatching(/^(?:west|north)europe$/),
        private_link_target_id: expect.stringMatching(
          /\/Microsoft\.App\/managedEnvironments\/cae-orders-prod-\w{3}-g1\w{4}$/,
        ),
        request_message: "Front Door of orders-production",
        target_type: "managedEnvironments",
      });
  });

  test("both regions keep its logs, and hear of it", () => {
    const workspaces = ofType("edge", "azurerm_monitor_diagnostic_setting").map(
      ({ attributes }) => /log-orders-prod-(\w{3})-/.exec(String(attributes["log_analytics_workspace_id"]))?.[1],
    );
    expect(workspaces.sort()).toEqual(["neu", "weu"]);
    const told = resources("edge").flatMap(({ address, attributes }) => {
      const groups = asList(attributes["action"] as Json | undefined).flatMap((one) => JSON.stringify(one));
      return address.includes("alert-")
        ? [[address, [...groups.join().matchAll(/actionGroups\/ag-orders-prod-(\w{3})/g)].map(([, code]) => code)]]
        : [];
    });
    expect(told).toEqual([
      ["azurerm_monitor_activity_log_alert.alert-resource-health", ["weu", "neu"]],
      ["azurerm_monitor_metric_alert.alert-entry-errors", ["weu", "neu"]],
      ["azurerm_monitor_metric_alert.alert-entry-health", ["weu", "neu"]],
      ["azurerm_monitor_scheduled_query_rules_alert_v2.alert-promise-failures-fast", ["weu", "neu"]],
      ["azurerm_monitor_scheduled_query_rules_alert_v2.alert-promise-failures-slow", ["weu", "neu"]],
      ["azurerm_monitor_scheduled_query_rules_alert_v2.alert-promise-latency", ["weu", "neu"]],
    ]);
  });

  test("its promise is watched in its own access log", () => {
    const queries = ofType("edge", "azurerm_monitor_scheduled_query_rules_alert_v2").map(({ attributes }) =>
      JSON.stringify(attributes["criteria"]),
    );
    for (const query of queries) expect(query).toContain("FrontDoorAccessLog");
    expect(queries.join()).not.toContain("AGWAccessLogs");
  });
});
