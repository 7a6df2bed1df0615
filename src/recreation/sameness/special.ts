import { roleGuid } from "../../azure/built-in-roles";
import type { Resource } from "../../plan/resource";
import { heldRole } from "../../policy/helpers/roles";
import { identityOf } from "../identity";
import { comparable, type OnlyOne } from "./key";

/** Azure answers the second with 409, whatever its name, description or condition. */
export function roles(one: Resource): OnlyOne[] {
  const role = heldRole(one);
  const known = role.own ? identityOf(role.own) : (roleGuid(role.name) ?? role.name).toLowerCase();
  const [scope, principal] = [comparable(one, "scope"), comparable(one, "principal_id")];
  if (!scope || !principal || known === undefined || /not known yet/.test(known)) return [];
  return [{ what: "role of one principal at one scope", key: ["role", scope, known, principal].join("|") }];
}

const SETTING = "azurerm_monitor_diagnostic_setting";
const SINKS = ["log_analytics_workspace_id", "storage_account_id", "eventhub_authorization_rule_id"] as const;

/** One category of a target goes to one place once. `allLogs` is every category. */
export function sinks(one: Resource): OnlyOne[] {
  const target = comparable(one, "target_resource_id");
  if (!target) return [];
  const named = logsOf(one);
  const logs = named.includes("allLogs") ? [...new Set([...named, ...one.graph.of(SETTING).flatMap(logsOf)])] : named;
  const metrics = [...one.blocks("metric"), ...one.blocks("enabled_metric")]
    .filter((metric) => metric.value("enabled") !== false)
    .flatMap((metric) => metric.text("category") ?? []);
  return SINKS.flatMap((attribute) => {
    const place = comparable(one, attribute);
    const hub = attribute.startsWith("eventhub") ? (one.text("eventhub_name") ?? "") : "";
    if (!place) return [];
    return [...logs.map((log) => `logs ${log}`), ...metrics.map((metric) => `metrics ${metric}`)].map((category) => ({
      what: `way of ${category} of one target to one place`,
      key: ["sink", target, place, hub, category].join("|").toLowerCase(),
    }));
  });
}

function logsOf(setting: Resource): string[] {
  return setting.blocks("enabled_log").flatMap((log) => log.text("category") ?? log.text("category_group") ?? []);
}

/** A network asks one zone of a name, however many there are. */
export function zonesOfNetwork(one: Resource): OnlyOne[] {
  const [network, zone] = [comparable(one, "virtual_network_id"), one.text("private_dns_zone_name")?.toLowerCase()];
  return network && zone ? [{ what: "zone of one name in a network", key: ["zone", network, zone].join("|") }] : [];
}

const RECORD = /^azurerm_(private_)?dns_(\w+)_record$/;
const KINDS = ["a", "aaaa", "caa", "cname", "mx", "ns", "ptr", "srv", "txt"];

/** A name that is an alias (CNAME) is nothing else; other records may share a name. */
export function aliases(one: Resource): OnlyOne[] {
  const [, within = "public", kind = ""] = RECORD.exec(one.type) ?? [];
  const place = ["resource_group_name", "zone_name", "name"].map((attribute) => comparable(one, attribute));
  if (kind === "" || place.includes(undefined)) return [];
  return (kind === "cname" ? KINDS : [kind]).map((as) => ({
    what: "name that is an alias",
    key: ["record", within, ...place, as].join("|"),
  }));
}
