import { parseWindow, WEEK, type WeeklyWindow } from "../config/weekly-window";
import type { PlanGraph } from "../plan/graph";
import { UNKNOWN } from "../plan/reference";
import type { Resource } from "../plan/resource";
import { minutesOf } from "./duration";
import type { PromiseLine } from "./promise";

/** Azure uses one hour from the start of a server's maintenance window. */
const MAINTENANCE_MINUTES = 60;

function servers(graph: PlanGraph): readonly Resource[] {
  return graph.of("azurerm_postgresql_flexible_server", "azurerm_mysql_flexible_server");
}

/** Start of a server's own window in minutes since Sunday 00:00 UTC. */
function startOf(server: Resource): number | "azure" | "unknown" {
  const [block] = server.blocks("maintenance_window");
  if (!block) return server.isUnknown("maintenance_window") ? "unknown" : "azure";
  const [day, hour, minute] = ["day_of_week", "start_hour", "start_minute"].map((name) => block.value(name) ?? 0);
  if ([day, hour, minute].includes(UNKNOWN)) return "unknown";
  return Number(day) * 1440 + Number(hour) * 60 + Number(minute);
}

function inside(start: number, { from, to }: WeeklyWindow): boolean {
  const later = start < from ? start + WEEK : start;
  return later + MAINTENANCE_MINUTES <= to;
}

const SOURCE = {
  url: "https://learn.microsoft.com/azure/postgresql/configure-maintain/concepts-maintenance",
  asOf: "2026-11-21",
  confidence: "estimate",
} as const;

const NONE =
  /^(?:(?:none|no|never|nothing|nil|zero|0)(?: (?:planned )?(?:downtime|maintenance)(?: at all)?)?|without)[.!]?$/i;

/** True where no planned downtime is promised at all, in words or as a duration. */
function isNone(promised: string): boolean {
  return NONE.test(promised.trim()) || minutesOf(promised) === 0;
}

/** Holds the maintenance of databases against the hours in which the product may be away. */
export function judgeWindow(promised: string, graph: PlanGraph): PromiseLine {
  const head = { line: "plannedDowntime" as const, promised, steps: [], sources: [SOURCE] };
  const window = parseWindow(promised);
  const all = servers(graph).map((server) => ({ server, start: startOf(server) }));
  if (all.length === 0)
    return { ...head, verdict: "kept", says: "Azure maintains nothing here that customers notice.", sources: [] };
  const [first] = all;
  if (first && isNone(promised))
    return {
      ...head,
      verdict: "not kept",
      limitedBy: first.server.address,
      says: `Azure maintains ${first.server.address}, which is away meanwhile.`,
      fix: { says: "Promise a window, such as Sundays 02:00-04:00 UTC.", monthly: 0 },
    };
  if (!window)
    return {
      ...head,
      verdict: "unproven",
      says: `"${promised}" is for people: whether maintenance falls into it is not computed.`,
      fix: { says: "Write it like Sundays 02:00-04:00 UTC.", monthly: 0 },
    };
  const outside = all.find(({ start }) => typeof start === "number" && !inside(start, window));
  if (outside)
    return {
      ...head,
      verdict: "not kept",
      limitedBy: outside.server.address,
      says: `The maintenance window of ${outside.server.address} is not within ${promised}.`,
      fix: { says: `Move maintenance_window of ${outside.server.address} into it; it takes an hour.`, monthly: 0 },
    };
  const open = all.find(({ start }) => start === "unknown");
  if (open)
    return {
      ...head,
      verdict: "unknown",
      limitedBy: open.server.address,
      says: `The maintenance window of ${open.server.address} is not known before apply.`,
    };
  const azures = all.find(({ start }) => start === "azure");
  if (azures)
    return {
      ...head,
      verdict: "unproven",
      limitedBy: azures.server.address,
      says: `Azure picks the hour in which it maintains ${azures.server.address}.`,
      fix: { says: `Set maintenance_window on ${azures.server.address} within ${promised}.`, monthly: 0 },
    };
  return { ...head, verdict: "kept", says: `Maintenance of the databases falls into ${promised}.` };
}
