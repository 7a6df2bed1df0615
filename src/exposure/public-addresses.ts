import type { PlanGraph } from "../plan/graph";
import { asObject, isObject } from "../plan/json";
import { append } from "../plan/multimap";
import type { Reference } from "../plan/reference";
import type { Part, Resource } from "../plan/resource";
import { purposeOf } from "./address-purpose";
import { platformMade } from "./platform-addresses";
import { inOrder, NOT_KNOWN, named, sorted, textAt } from "./values";

/** One public address, who holds it and why there is one. */
export interface PublicAddress {
  /** The address or prefix resource, or the resource that Azure gives an address. */
  readonly resource: string;
  /** The address itself; known after apply. */
  readonly address: string;
  /** Whether the plan declares it, Azure makes it for a resource of the plan, or it comes from elsewhere. */
  readonly made: "plan" | "by Azure" | "elsewhere";
  readonly heldBy: readonly string[];
  readonly why: readonly string[];
}

const HOLDS =
  /^(?:outbound_|engine_|data_management_|node_)?public_ip(?:_address|_prefix)?(?:_ids?|s)$|^outbound_ip_(?:address|prefix)_ids$/;

/** Every place in a resource that holds a public address. */
function* held(part: Part): Generator<{ readonly part: Part; readonly reference: Reference }> {
  const names = new Set([...Object.keys(part.attributes), ...Object.keys(asObject(part.written.unknown))]);
  for (const name of names) {
    if (HOLDS.test(name)) for (const reference of part.refs(name)) yield { part, reference };
    const value = part.attributes[name];
    if (isObject(value) || (Array.isArray(value) && value.some(isObject)))
      for (const block of part.blocks(name)) yield* held(block);
  }
}

/** What stands behind an association: the NAT gateway that an address is associated with. */
function holderOf(part: Part): string {
  const [behind] = part.resource.type.includes("_association") ? part.refs("nat_gateway_id") : [];
  return behind ? named(behind) : part.resource.address;
}

interface Holding {
  readonly holder: string;
  readonly why: string;
}

/** Every public address of the environment, those that Azure makes beside the plan included, by address. */
export function publicAddresses(graph: PlanGraph): PublicAddress[] {
  const holders = new Map<Resource, Holding[]>();
  const elsewhere = new Map<string, Holding[]>();
  const open: string[] = [];
  for (const resource of graph.managed())
    for (const { part, reference } of held(resource)) {
      const holding = { holder: holderOf(part), why: purposeOf(part) };
      if (reference.kind === "resource") append(holders, reference.resource, holding);
      else if (reference.kind === "unknown") open.push(holding.holder);
      else append(elsewhere, named(reference), holding);
    }
  const row = (
    resource: string,
    address: string,
    made: PublicAddress["made"],
    of: readonly Holding[],
  ): PublicAddress => ({
    resource,
    address,
    made,
    heldBy: sorted(of.map(({ holder }) => holder)),
    why: sorted(of.map(({ why }) => why)),
  });
  const declared = graph.of("azurerm_public_ip", "azurerm_public_ip_prefix").map((one) => {
    const address = textAt(one, one.type === "azurerm_public_ip" ? "ip_address" : "ip_prefix") ?? NOT_KNOWN;
    const of = holders.get(one) ?? [];
    if (of.length > 0) return row(one.address, address, "plan", of);
    const perhaps = sorted(open).map((holder) => ({
      holder: `perhaps ${holder}`,
      why: `whose it is, is ${NOT_KNOWN}`,
    }));
    return row(
      one.address,
      address,
      "plan",
      perhaps.length > 0 ? perhaps : [{ holder: "nothing", why: "nothing of the plan uses it" }],
    );
  });
  const others = [...elsewhere].map(([name, of]) => row(name, NOT_KNOWN, "elsewhere", of));
  const read = [...holders.keys()].filter((one) => one.mode === "data");
  const data = read.map((one) =>
    row(one.address, textAt(one, "ip_address") ?? NOT_KNOWN, "elsewhere", holders.get(one) ?? []),
  );
  const made = platformMade(graph).map(({ resource, why }) =>
    row(resource, NOT_KNOWN, "by Azure", [{ holder: resource, why }]),
  );
  return inOrder([...declared, ...others, ...data, ...made], ({ resource, made: by }) => `${resource} ${by}`);
}
