import type { PlanGraph } from "../plan/graph";
import type { Part, Resource } from "../plan/resource";
import { dataRights } from "./data-rights";
import type { Grant } from "./grant";
import { principalIn } from "./principals";
import { roleName, roleWords } from "./role-words";
import { NOT_KNOWN, targetsAt, textAt, textsAt } from "./values";

const TYPES_OF_SCOPE: Readonly<Record<string, string>> = {
  azurerm_management_group: "management group",
  azurerm_resource_group: "everything in group",
  azurerm_subscription: "the whole subscription",
};

/** What a scope covers, in words. */
function scopeOf(part: Part): string {
  const raw = part.attributes["scope"];
  const subscription = typeof raw === "string" ? /^\/subscriptions\/(?:\$\{([^}]*)\}|([^/]+))\/?$/.exec(raw) : null;
  if (subscription) return `the whole subscription (${subscription[1] ?? subscription[2]})`;
  const [reference] = part.refs("scope");
  const text = targetsAt(part, "scope")[0] ?? NOT_KNOWN;
  if (reference?.kind !== "resource" || reference.below) return text;
  const kind = TYPES_OF_SCOPE[reference.resource.type];
  return kind === undefined ? text : `${kind} (${text})`;
}

/** Actions of a role of one's own. */
function ownRole(definition: Resource): string {
  const actions = definition
    .blocks("permissions")
    .flatMap((one) => [...textsAt(one, "actions"), ...textsAt(one, "data_actions")]);
  const shown = actions.slice(0, 5).join(", ");
  return `${shown || NOT_KNOWN}${actions.length > 5 ? ` and ${actions.length - 5} more` : ""}`;
}

function roleOf(part: Part): Pick<Grant, "role" | "may" | "administers"> {
  const byText = textAt(part, "role_definition_name");
  const [reference] = part.refs("role_definition_id");
  if (byText === undefined && reference?.kind === "resource" && reference.resource.type === "azurerm_role_definition") {
    const definition = reference.resource;
    if (definition.mode === "managed")
      return { role: textAt(definition, "name") ?? definition.address, may: ownRole(definition), administers: true };
    const role = textAt(definition, "name") ?? definition.address;
    return { role, ...roleWords(role) };
  }
  const id = textAt(part, "role_definition_id");
  const role = byText ?? (id === undefined ? NOT_KNOWN : roleName(id));
  return { role, ...roleWords(role) };
}

function held(part: Resource): string {
  const condition = textAt(part, "condition");
  const under = condition === undefined ? "" : ", under a condition";
  const [expiration] = part.blocks("schedule").flatMap((one) => one.blocks("expiration"));
  const days = expiration && textAt(expiration, "duration_days");
  const end = expiration && textAt(expiration, "end_date_time");
  const limit = end !== undefined ? `, until ${end}` : days !== undefined ? `, for ${days} days` : "";
  const when = part.type === "azurerm_pim_eligible_role_assignment" ? "when activated" : "always";
  return `${when}${limit}${under}`;
}

const ASSIGNMENTS = [
  "azurerm_role_assignment",
  "azurerm_pim_active_role_assignment",
  "azurerm_pim_eligible_role_assignment",
];

function assignments(graph: PlanGraph): Grant[] {
  return graph.of(...ASSIGNMENTS).map((one) => ({
    principal: principalIn(one, "principal_id"),
    ...roleOf(one),
    on: scopeOf(one),
    held: held(one),
  }));
}

/** Every right that the plan gives. */
export function allGrants(graph: PlanGraph): Grant[] {
  return [...assignments(graph), ...dataRights(graph)];
}
