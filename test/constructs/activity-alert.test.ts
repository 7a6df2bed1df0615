import { ResourceHealthAlert, ServiceHealthAlert } from "../../constructs/activity-alert";
import { built, GROUP } from "./built";

const actions = { id: "/contacts" };
const { resources } = built((stack) => {
  new ServiceHealthAlert(stack, "service", {
    group: GROUP,
    name: "alert-service",
    subscription: { subscriptionId: "s" },
    actions,
  });
  new ResourceHealthAlert(stack, "resources", {
    group: GROUP,
    groups: [GROUP, { ...GROUP, id: "/data" }],
    name: "alert-resources",
    actions,
  });
});
const alert = (name: string) => resources[`azurerm_monitor_activity_log_alert.${name}`];

describe("health alerts", () => {
  test("belong to no region and reach the contacts", () => {
    for (const name of ["service", "resources"])
      expect(alert(name)).toMatchObject({ location: "global", action: [{ action_group_id: "/contacts" }] });
  });

  test("on Azure itself hear the subscription about the group's region and about what has none", () => {
    expect(alert("service")).toMatchObject({
      scopes: ["/subscriptions/s"],
      criteria: {
        category: "ServiceHealth",
        service_health: {
          events: ["Incident", "Maintenance", "ActionRequired", "Security"],
          locations: ["West Europe", "Global"],
        },
      },
    });
  });

  test("on resources hear the groups, and not what somebody did on purpose", () => {
    expect(alert("resources")).toMatchObject({
      scopes: ["/subscriptions/s/resourceGroups/rg", "/data"],
      criteria: {
        category: "ResourceHealth",
        resource_health: { current: ["Degraded", "Unavailable"], reason: ["PlatformInitiated", "Unknown"] },
      },
    });
  });
});
