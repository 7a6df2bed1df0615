import { NAME_RULES, SMART_DETECTION } from "../../config/name-rules";
import { nameSuffix } from "../../config/names";
import type { PlanGraph } from "../../plan/graph";
import type { Resource } from "../../plan/resource";
import { named } from "../../reach/network";
import { isStage, STAGE_TOKENS, type Stage } from "../../stages/stage";

/** Types whose names live inside another resource that carries the environment's name. */
const INSIDE_ANOTHER = new Set([
  "cdn_frontdoor_endpoint",
  "management_lock",
  "monitor_diagnostic_setting",
  "postgresql_flexible_server_virtual_endpoint",
  "subnet",
]);

/** Resources with a name of their own in the group or in the world: those must carry stage and generation. */
export function namedResources(resources: readonly Resource[]): Resource[] {
  return resources.filter((one) => {
    const type = one.type.replace(/^azurerm_/, "");
    return type in NAME_RULES && !INSIDE_ANOTHER.has(type) && !isSmartDetection(one);
  });
}

/** True for the action group that Azure names. */
export function isSmartDetection(one: Resource): boolean {
  return one.type === "azurerm_monitor_action_group" && one.text("name") === SMART_DETECTION;
}

/** The resource group that a resource is in, when the environment declares it. */
export function groupOf(resource: Resource): Resource | undefined {
  if (resource.type === "azurerm_resource_group") return resource;
  const byId = resource.refs("resource_group_id")[0];
  if (byId?.kind === "resource" && byId.resource.type === "azurerm_resource_group") return byId.resource;
  const [reference] = resource.refs("resource_group_name");
  if (reference?.kind === "resource" && reference.resource.type === "azurerm_resource_group") return reference.resource;
  const name = resource.text("resource_group_name");
  if (name !== undefined) return resource.graph.ids.named("azurerm_resource_group", "", name);
  return named(resource, "azurerm_resource_group", "resource_group_name");
}

/** What a resource's tags, or its group's, say about the environment. */
export function identityOf(
  resource: Resource,
): { workload: string; stage: Stage; generation: number; location: string } | undefined {
  const group = groupOf(resource);
  const own = resource.entries("tags");
  const tags = own.has("generation") ? own : group?.entries("tags");
  const [workload, stage, generation] = [tags?.get("workload"), tags?.get("stage"), Number(tags?.get("generation"))];
  const location = (group ?? resource).text("location");
  if (typeof workload !== "string" || !isStage(stage) || !Number.isInteger(generation) || !location) return undefined;
  return { workload, stage, generation, location };
}

/** The suffix that a resource's name must end in, computed from the tags. */
export function expectedSuffix(resource: Resource): string | undefined {
  const identity = identityOf(resource);
  return identity && nameSuffix(identity);
}

/** The token of the stage that the environment is at: from the config, the group's tags, or the gate. */
export function stageToken(graph: PlanGraph, gate: Stage, configured: string | undefined): string {
  if (isStage(configured)) return STAGE_TOKENS[configured];
  for (const group of graph.of("azurerm_resource_group")) {
    const stage = group.entries("tags").get("stage");
    if (isStage(stage)) return STAGE_TOKENS[stage];
  }
  return STAGE_TOKENS[gate];
}
