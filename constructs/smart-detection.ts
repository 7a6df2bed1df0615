import { MonitorActionGroup } from "@cdktf/provider-azurerm/lib/monitor-action-group";
import { Construct } from "constructs";
import { SMART_DETECTION } from "../src/config/name-rules";
import { recordDecision } from "../src/synth/recorded";
import type { IResourceGroup } from "./resource-group";

/** Properties of {@link SmartDetectionGroup}. */
export interface SmartDetectionGroupProps {
  /** The group that the Application Insights is in. */
  readonly group: IResourceGroup;
}

/**
 * The action group that Azure makes beside an Application Insights, sometimes an hour later. Here it is a part of the
 * environment, so that it goes with it: otherwise the resource group is not empty at a destroy, and refuses. Nobody hears
 * from it: the rule that would use it is off (`application_insights.disable_generated_rule`).
 *
 * @example
 * new SmartDetectionGroup(this, "smart-detection", { group });
 * @see https://learn.microsoft.com/azure/azure-monitor/alerts/proactive-failure-diagnostics
 * @see https://github.com/hashicorp/terraform-provider-azurerm/pull/22163
 */
export class SmartDetectionGroup extends Construct {
  constructor(scope: Construct, id: string, { group }: SmartDetectionGroupProps) {
    super(scope, id);
    const actions = new MonitorActionGroup(this, "resource", {
      name: SMART_DETECTION,
      resourceGroupName: group.name,
      shortName: "SmartDetect",
      tags: { ...group.tags },
      lifecycle: { ignoreChanges: "all" },
    });
    recordDecision(
      actions,
      "ignore_changes on all",
      "Azure writes it as it likes; the environment has it only to delete it",
    );
  }
}
