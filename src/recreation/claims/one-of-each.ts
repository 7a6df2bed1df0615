import type { Resource } from "../../plan/resource";
import type { Claim } from "../claim";
import { onlyOnesOf } from "../sameness";

/** Two resources that are one thing to Azure: it refuses the second, or the second overwrites the first. */
export const oneOfEach: Claim = {
  id: "one-of-each",
  title: "No two resources, in whichever stack, are the same thing to Azure",
  check({ graph }, say) {
    const first = new Map<string, Resource>();
    for (const one of graph.managed()) {
      const own = new Set<string>();
      const told = new Set<Resource>();
      for (const { what, key } of onlyOnesOf(one)) {
        const other = own.has(key) ? one : first.get(key);
        own.add(key);
        if (other === undefined) first.set(key, one);
        else if (!told.has(other)) {
          told.add(other);
          say.against(
            one.address,
            saysOf(one, other, what),
            one.type === "azurerm_private_dns_zone" ? "T30" : undefined,
          );
        }
      }
    }
    say.evidence(`${first.size} things of ${graph.managed().length} resources, and each of them once`);
  },
};

function saysOf(one: Resource, other: Resource, what: string): string {
  if (one === other) return `It has more than one ${what}; Azure takes one.`;
  if (what === "thing") return `It is the same thing in Azure as ${other.address}.`;
  return `Azure has one ${what}, and ${other.address} is it.`;
}
