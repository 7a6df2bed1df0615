import type { PlanGraph } from "../../plan/graph";
import { backendOf } from "../../plan/providers";
import type { Resource } from "../../plan/resource";
import { expectedSuffix, namedResources } from "../../policy/helpers/names";
import type { Claim, Says } from "../claim";
import { identityOf, isTopLevel } from "../identity";
import type { Subject } from "../subject";
import { softDelete } from "./soft-delete";

/** Traps behind a name that comes back, by type. */
const NAME_TRAP: Readonly<Record<string, string>> = {
  azurerm_key_vault: "T3",
  azurerm_log_analytics_workspace: "T5",
  azurerm_postgresql_flexible_server: "T26",
  azurerm_storage_account: "T33",
};

/** The next generation never meets this one, alive or deleted. */
export const noGhosts: Claim = {
  id: "no-ghosts",
  title: "The next generation shares no name, no group and no state key with this one",
  check(subject, say) {
    suffixes(subject.graph, subject.resolved.generation, say);
    suffixes(subject.next.graph, subject.next.resolved.generation, say);
    shared(subject, say);
    stateKeys(subject, say);
    assignments(subject, say);
    softDelete(subject, say);
  },
};

/** Computes every suffix again from the tags; a name of the last generation is found without any state. */
function suffixes(graph: PlanGraph, generation: number, say: Says): void {
  const named = new Set(namedResources(graph.managed()));
  for (const one of graph.managed()) {
    if (!named.has(one) && !isTopLevel(one)) continue;
    const read = one.read("name");
    if (read.state !== "known") continue; // what a name is computed from is for the claim about hidden inputs
    const suffix = expectedSuffix(one);
    if (suffix === undefined)
      say.against(one.address, "Its tags, or its group's, do not say workload, stage and generation.");
    else if (!suffix.startsWith(`g${generation}`))
      say.against(one.address, `Its tags say another generation than ${generation}.`);
    else if (!`${read.value}`.endsWith(suffix))
      say.against(one.address, `Its name ${read.value} does not end in ${suffix}.`, NAME_TRAP[one.type]);
  }
}

/** Anything with the same identity, or the same name in the world, in both generations. */
function shared({ graph, next }: Subject, say: Says): void {
  const theirs = new Map<string, Resource>();
  for (const one of next.graph.managed()) for (const key of keysOf(one)) theirs.set(key, one);
  let compared = 0;
  for (const one of graph.managed()) {
    const keys = keysOf(one);
    if (keys.length > 0) compared++;
    const common = keys.find((key) => theirs.has(key));
    if (common !== undefined)
      say.against(one.address, `The next generation has it too: ${one.text("name")}.`, trapOf(one));
  }
  say.evidence(`${compared} names and ARM ids compared with those of generation ${next.resolved.generation}`);
}

function trapOf(one: Resource): string | undefined {
  if (one.type === "azurerm_monitor_diagnostic_setting") return "T10";
  return one.type === "azurerm_role_definition" ? "T42" : NAME_TRAP[one.type];
}

function keysOf(one: Resource): string[] {
  const identity = identityOf(one);
  const name = one.text("name")?.toLowerCase();
  const worldwide = name !== undefined && (isTopLevel(one) || one.type === "azurerm_monitor_diagnostic_setting");
  return [...(identity === undefined ? [] : [identity]), ...(worldwide ? [`${one.type} named ${name}`] : [])];
}

function stateKeys({ graph, next, resolved }: Subject, say: Says): void {
  const keys = new Map<string, string>();
  for (const stack of [...graph.stacks, ...next.graph.stacks]) {
    const mine = graph.stacks.includes(stack);
    const generation = mine ? resolved.generation : next.resolved.generation;
    const where = `${stack.name}/backend`;
    const backend = backendOf(stack.backend);
    const key = backend && `${backend.settings[backend.kind === "local" ? "path" : "key"] ?? ""}`;
    if (!key || key.includes("${")) {
      if (mine) say.against(where, "Its state has no key that is written down.", "T41");
      continue;
    }
    const other = keys.get(key);
    if (other !== undefined) say.against(where, `The state key ${key} is also that of ${other}.`, "T41");
    else if (!new RegExp(`(^|[^a-z0-9])g${generation}([^0-9]|$)`).test(key))
      say.against(where, `The state key ${key} does not name generation ${generation}.`, "T41");
    keys.set(key, mine ? stack.name : `${stack.name} of the next generation`);
    if (mine) say.evidence(`state of ${stack.name}: ${key}`);
  }
}

/** An assignment keeps its principal: one that is made again under a given name meets the old one. */
function assignments({ graph }: Subject, say: Says): void {
  for (const one of graph.of("azurerm_role_assignment")) {
    if (one.read("name").state !== "absent")
      say.against(
        one.address,
        "It has a name of its own, under which the assignment of a deleted identity lives on.",
        "T28",
      );
    const [principal] = one.refs("principal_id");
    const own = principal?.kind === "resource" && principal.resource.type === "azurerm_user_assigned_identity";
    if (own && one.value("skip_service_principal_aad_check") !== true)
      say.against(one.address, "It looks the new identity up in Entra ID, which does not know it yet.", "T28");
  }
  for (const one of graph.of("azurerm_role_definition"))
    say.against(one.address, "A role of one's own outlives the environment; use a built-in role.", "T42");
}
