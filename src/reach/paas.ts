import { factOf, nounOf, type SubResource, typesWith } from "../azure";
import type { PlanGraph } from "../plan/graph";
import { append } from "../plan/multimap";
import type { Resource } from "../plan/resource";

/** A platform service with an endpoint of its own that a private one can replace. */
export interface PaasType {
  /** How findings call it. */
  readonly noun: string;
  /** True for what holds data of the product. */
  readonly data: boolean;
  /** The switch of its public side and the value that turns it off. */
  readonly publicSwitch: { readonly path: string; readonly off: unknown };
  readonly subResources: readonly SubResource[];
}

const PRODUCT_DATA: readonly unknown[] = ["customer data", "secrets"];

/**
 * Platform services, their public switch, and the private endpoints and zones that replace it. Log Analytics and
 * Application Insights are not among them: they stay public by decision.
 */
export const PAAS: Readonly<Record<string, PaasType>> = Object.fromEntries(
  typesWith("privateLink").flatMap(([type, subResources]) => {
    const { path, off } = factOf(type, "publicSide") ?? {};
    if (path === undefined) return [];
    const data = PRODUCT_DATA.includes(factOf(type, "holds"));
    return [[type, { noun: nounOf(type), data, publicSwitch: { path, off }, subResources }]];
  }),
);

/** Where apps read their secrets. */
export const VAULT = "azurerm_key_vault";

/** What the Pilot already puts behind private endpoints: the vault, databases and storage. */
export const PRIVATE_FROM_PILOT: ReadonlySet<string> = new Set([
  "azurerm_cosmosdb_account",
  VAULT,
  "azurerm_mssql_server",
  "azurerm_mysql_flexible_server",
  "azurerm_postgresql_flexible_server",
  "azurerm_storage_account",
]);

/** The private endpoints that a resource needs: those of the parts it has; an account without any part needs the first. */
export function neededSubResources(graph: PlanGraph, resource: Resource): readonly SubResource[] {
  const all = PAAS[resource.type]?.subResources ?? [];
  if (all.length < 2) return all;
  const needed = all.filter((one) => (one.neededBy ?? []).some((type) => childrenOf(graph, type, resource).length > 0));
  return needed.length > 0 ? needed : all.slice(0, 1);
}

/** Containers, queues, shares and tables of an account, by id or by name. */
export function childrenOf(graph: PlanGraph, type: string, account: Resource): readonly Resource[] {
  const index = graph.once(`children ${type}`, () => {
    const found = new Map<Resource | string, Resource[]>();
    for (const one of graph.of(type)) {
      const reference = one.refs("storage_account_id")[0] ?? one.refs("storage_account_name")[0];
      const owner = reference?.kind === "resource" ? reference.resource : one.text("storage_account_name");
      if (owner !== undefined) append(found, owner, one);
    }
    return found;
  });
  return [...(index.get(account) ?? []), ...(index.get(account.text("name") ?? "") ?? [])];
}
