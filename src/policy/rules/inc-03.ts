import type { Resource } from "../../plan/resource";
import { type Watched, watchOver } from "../helpers/alerts";
import { HEALTH, type HealthCategory, healthWatched } from "../helpers/health-alerts";
import { groupOf } from "../helpers/names";
import { WATCHED } from "../helpers/watched";
import { type RuleContext, rule, type Subject } from "../rule";

const SILENCE = "azurerm_monitor_alert_processing_rule_suppression";
const HEARD: Readonly<Record<HealthCategory, string>> = {
  ServiceHealth: "trouble of Azure itself",
  ResourceHealth: "resources that Azure finds broken",
};

function say(context: RuleContext, subject: Subject, path: string, what: string, { state, says }: Watched): void {
  if (state === "watched") context.pass(subject, path, says);
  else if (state === "unknown") context.unknown(subject, path, says);
  else context.fail(subject, path, says === "" ? `Nobody is told of ${what}.` : `Nobody is told of ${what}: ${says}`);
}

export const inc03 = rule({
  control: "INC-03",
  title: "Somebody is told when the entry, an app, a database, the vault or Azure itself is in trouble",
  why: "Otherwise the customers are the alert, and they tell only each other.",
  fix: "Add an alert on it, enabled, with an action group of the environment.",
  severity: "high",
  since: "pre-production",
  types: [
    ...Object.keys(WATCHED),
    SILENCE,
    "azurerm_monitor_action_group",
    "azurerm_monitor_activity_log_alert",
    "azurerm_monitor_metric_alert",
    "azurerm_resource_group",
  ],
  needs: ["plan"],
  check(context) {
    const { graph } = context;
    for (const [type, watches] of Object.entries(WATCHED))
      for (const target of context.resources(type))
        for (const watch of watches)
          say(context, target, `alert.${watch.name}`, watch.what, watchOver(graph, target, watch));
    const targets = context.resources(...Object.keys(WATCHED));
    const [first] = context.resources("azurerm_resource_group");
    const subject = first ?? (targets[0] && { stack: targets[0].stack, what: "alerts" });
    const hear = (whose: Subject, category: HealthCategory, group?: Resource) =>
      say(context, whose, `alert.${HEALTH[category]}`, HEARD[category], healthWatched(graph, category, group));
    if (subject) hear(subject, "ServiceHealth");
    const groups = new Set(targets.flatMap((one) => groupOf(one) ?? []));
    for (const group of groups) hear(group, "ResourceHealth", group);
    if (subject && groups.size === 0) hear(subject, "ResourceHealth", first);
    for (const one of context.resources(SILENCE)) {
      const ends = one
        .blocks("schedule")
        .some((each) => each.blocks("recurrence").length > 0 || each.read("effective_until").state !== "absent");
      if (one.value("enabled") !== false && !ends) context.fail(one, "schedule", "It silences alerts without an end.");
    }
  },
});
