import type { PlanGraph } from "../plan/graph";
import { WORKLOADS } from "../plan/images";
import type { Reference } from "../plan/reference";
import type { Part, Resource } from "../plan/resource";
import { keepsLogs } from "../reach/evidence-stores";
import { RUNNERS, STORES } from "./parts";

/** Attributes by which something inside a store leads to it. */
const PARENTS = ["server_id", "storage_account_id", "namespace_id", "account_id"];

/** The store that a reference leads to, from whatever is inside it. */
function storeOf(reference: Reference | undefined, depth = 0): Resource | undefined {
  if (reference?.kind !== "resource" || depth > 3) return undefined;
  const { resource } = reference;
  if (STORES.includes(resource.type)) return resource;
  for (const name of PARENTS) {
    const found = resource.type.startsWith("azurerm_") ? storeOf(resource.refs(name)[0], depth + 1) : undefined;
    if (found) return found;
  }
  return undefined;
}

/** Environment variables and settings of a workload, one part and attribute each. */
function* settings(workload: Resource): Generator<{ readonly part: Part; readonly name: string }> {
  for (const template of workload.blocks("template"))
    for (const container of [...template.blocks("container"), ...template.blocks("init_container")])
      for (const env of container.blocks("env")) yield { part: env, name: "value" };
  for (const secret of workload.blocks("secret")) yield { part: secret, name: "value" };
}

/** The stores of a graph by the name that their host names begin with. */
function byHost(graph: PlanGraph): readonly (readonly [RegExp, Resource])[] {
  return graph.once("stores by host", () =>
    graph.of(...STORES).flatMap((store) => {
      const name = store.text("name");
      return name ? [[new RegExp(`(?:^|[^A-Za-z0-9-])${escaped(name)}\\.`, "i"), store] as const] : [];
    }),
  );
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}

function grantedTo(workload: Resource): Resource[] {
  const identities = workload.blocks("identity").flatMap((one) => one.refs("identity_ids"));
  const grants = workload.graph.by("azurerm_role_assignment", "principal_id");
  const holders = [workload, ...identities.flatMap((one) => (one.kind === "resource" ? [one.resource] : []))];
  return holders.flatMap((one) => grants.get(one) ?? []);
}

/** The stores that an app or a job is seen to use: by a setting that names them, or by a role that it holds there. */
export function storesUsedBy(workload: Resource): ReadonlySet<Resource> {
  return workload.graph.once(`stores used by ${workload.address}`, () => {
    const found = new Set<Resource>();
    const keep = (store: Resource | undefined) => store && found.add(store);
    for (const { part, name } of settings(workload)) {
      const read = part.read(name);
      const text = read.state === "known" ? String(read.value) : read.state === "unknown" ? read.text : "";
      for (const [host, store] of byHost(workload.graph)) if (host.test(text)) keep(store);
      for (const reference of part.refs(name)) keep(storeOf(reference));
    }
    const mapped = workload.refs("app_settings");
    for (const reference of mapped) keep(storeOf(reference));
    for (const grant of grantedTo(workload)) keep(storeOf(grant.refs("scope")[0]));
    return found;
  });
}

/** Stores that nothing is seen to use. They count for everything, as a plan need not show who uses them; kept logs do not. */
export function storesOfNobody(graph: PlanGraph): readonly Resource[] {
  const used = new Set(graph.of(...WORKLOADS, ...RUNNERS).flatMap((one) => [...storesUsedBy(one)]));
  return graph.of(...STORES).filter((one) => !used.has(one) && !keepsLogs(one));
}
