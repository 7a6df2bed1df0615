import { normalLocation } from "../../azure/regions";
import type { PlanGraph } from "../../plan/graph";
import { type Reference, UNKNOWN } from "../../plan/reference";
import type { Part, Resource } from "../../plan/resource";
import { best, type Flaw, silent, type Watched } from "./alerts";

/** What Azure reports of itself: its services, and the resources it runs for somebody. */
export const HEALTH = {
  ServiceHealth: "service_health",
  ResourceHealth: "resource_health",
} as const;

/** A category of the activity log. */
export type HealthCategory = keyof typeof HEALTH;

/** How the environment hears of one category: of Azure's services, or of the resources in a group. */
export function healthWatched(graph: PlanGraph, category: HealthCategory, group?: Resource): Watched {
  const found: [Resource, Flaw][] = [];
  for (const alert of graph.of("azurerm_monitor_activity_log_alert"))
    for (const criteria of alert.blocks("criteria")) {
      const said = criteria.value("category");
      if (said === UNKNOWN) found.push([alert, UNKNOWN]);
      else if (said === category)
        found.push([alert, outOfReach(alert, category, group) ?? narrowed(graph, criteria, category) ?? silent(alert)]);
    }
  return best(found);
}

/** Azure reports its services by subscription, resources by subscription or by group. */
function outOfReach(alert: Resource, category: HealthCategory, group?: Resource): Flaw {
  const scopes = alert.refs("scopes");
  const ofGroup = (one: Reference) => one.kind === "resource" && one.resource === group;
  if (scopes.some((one) => isSubscription(one) || (category === "ResourceHealth" && ofGroup(one)))) return undefined;
  if (scopes.some(({ kind }) => kind === "unknown" || kind === "external")) return UNKNOWN;
  return category === "ServiceHealth"
    ? "does not look at the subscription"
    : `does not look at ${group?.address ?? "the environment's group"}`;
}

function isSubscription(one: Reference): boolean {
  if (one.kind === "external") return one.variable === "subscription_id";
  return one.kind === "outside" && /^\/subscriptions\/[^/]+\/?$/i.test(one.id);
}

/** What makes an alert miss what it is there for. */
function narrowed(graph: PlanGraph, criteria: Part, category: HealthCategory): Flaw {
  const [block] = criteria.blocks(HEALTH[category]);
  if (category === "ServiceHealth") {
    const home = graph.of("azurerm_resource_group")[0]?.text("location");
    const locations = block?.texts("locations").map(normalLocation) ?? [];
    if (home && locations.length > 0 && !locations.includes(normalLocation(home)))
      return `does not look at ${normalLocation(home)}`;
    const events = block?.texts("events") ?? [];
    return events.length > 0 && !events.includes("Incident") ? "does not look at incidents" : undefined;
  }
  const parts = ["resource_id", "resource_ids", "resource_type", "resource_types"].filter(
    (name) => criteria.read(name).state !== "absent" && criteria.value(name) !== "",
  );
  if (parts.some((name) => !name.endsWith("s") || criteria.texts(name).length > 0))
    return "looks only at some resources";
  const states = block?.texts("current") ?? [];
  return states.length > 0 && !states.includes("Unavailable") ? "does not look at resources that are gone" : undefined;
}
