import { SmartDetectionGroup } from "../../constructs/smart-detection";
import { built, GROUP } from "./built";

test("the action group of Application Insights has the name that Azure gives it, tells nobody, and is left to Azure", () => {
  const { resources, decisions } = built(
    (stack) => new SmartDetectionGroup(stack, "smart-detection", { group: GROUP }),
  );
  expect(resources).toEqual({
    "azurerm_monitor_action_group.smart-detection": {
      name: "Application Insights Smart Detection",
      resource_group_name: "rg",
      short_name: "SmartDetect",
      lifecycle: { ignore_changes: "all" },
    },
  });
  expect(decisions.map(({ what }) => what)).toEqual(["ignore_changes on all"]);
});
