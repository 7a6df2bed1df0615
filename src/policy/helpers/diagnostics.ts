import { typesWith } from "../../azure";
import type { PlanGraph } from "../../plan/graph";
import { append } from "../../plan/multimap";
import type { Reference } from "../../plan/reference";
import type { Resource } from "../../plan/resource";
import { target } from "../../reach/network";

/** Types that carry data, identity or traffic and support diagnostic settings. */
export const DIAGNOSED = typesWith("diagnosed").map(([type]) => type);

/** One diagnostic setting of a resource. */
export interface Diagnostic {
  readonly setting: Resource;
  /** What the id names beneath the resource, for example `/blobServices/default`. */
  readonly below: string;
  readonly workspace: Reference | undefined;
  readonly categories: readonly string[];
}

/** The diagnostic settings of a resource, those of its blob service included. */
export function diagnosticsOf(graph: PlanGraph, resource: Resource): readonly Diagnostic[] {
  const index = graph.once("diagnostics", () => {
    const found = new Map<Resource, Diagnostic[]>();
    for (const setting of graph.of("azurerm_monitor_diagnostic_setting")) {
      const reference = setting.refs("target_resource_id")[0];
      if (reference?.kind !== "resource") continue;
      const categories = setting
        .blocks("enabled_log")
        .flatMap((one) => [one.text("category"), one.text("category_group")].filter((text) => text !== undefined));
      const one = {
        setting,
        below: reference.below ?? "",
        workspace: setting.refs("log_analytics_workspace_id")[0],
        categories: categories.filter((text) => text !== ""),
      };
      append(found, reference.resource, one);
    }
    return found;
  });
  return index.get(resource) ?? [];
}

/** True when logs of a setting go to a workspace of the environment. */
export function toOwnWorkspace(one: Diagnostic): boolean {
  return target(one.workspace, "azurerm_log_analytics_workspace") !== undefined && one.categories.length > 0;
}

/** True when a diagnostic setting somewhere has a target that is not known. */
export function hasOpenTargets(graph: PlanGraph): boolean {
  return graph.once("open diagnostics", () =>
    graph.of("azurerm_monitor_diagnostic_setting").some((one) => one.ref("target_resource_id").kind === "unknown"),
  );
}
