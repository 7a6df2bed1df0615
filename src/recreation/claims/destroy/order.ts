import type { Reference } from "../../../plan/reference";
import type { Resource } from "../../../plan/resource";
import { named } from "../../../reach/network";
import type { Says } from "../../claim";
import { localAddress, orderOf, type Subject } from "../../subject";
import { partsOf, valuesOf } from "../../walk";

/** Attributes that name their parent, with the parent's type. */
const PARENT_NAMES: Readonly<Record<string, string>> = {
  private_dns_zone_name: "azurerm_private_dns_zone",
  resource_group_name: "azurerm_resource_group",
  route_table_name: "azurerm_route_table",
  virtual_network_name: "azurerm_virtual_network",
  zone_name: "azurerm_private_dns_zone",
};

/** Whatever uses something is created after it and destroyed before it: along Terraform's edges within a stack, along the order of stacks between them. */
export function order(subject: Subject, say: Says): void {
  for (const stack of subject.graph.stacks) {
    const steps = subject.dependencies(stack).destroyOrder();
    if (!steps) say.against(stack.name, "Its resources depend on each other in a circle.");
    else say.evidence(`${stack.name}: ${steps.length} resources, from ${steps[0]} to ${steps.at(-1)}`);
  }
  const stacks = subject.graph.stacks.map(({ name }) => name).reverse();
  say.evidence(`stacks in this order: ${stacks.join(", ")}`);
  for (const one of subject.graph.managed()) for (const target of usedBy(one)) judge(subject, one, target, say);
}

function judge({ dependencies }: Subject, one: Resource, target: Resource, say: Says): void {
  const distance = orderOf(one) - orderOf(target);
  if (distance < 0)
    say.against(one.address, `It uses ${target.address} of ${target.stack.name}, which is created after it.`, "T13");
  if (distance !== 0 || one === target) return;
  if (!dependencies(one.stack).after(localAddress(one), localAddress(target)))
    say.against(one.address, `It uses ${target.address} without depending on it.`, TRAPS[target.type]);
}

/** What happens without the edge, by the type of what is used. */
const TRAPS: Readonly<Record<string, string>> = {
  azurerm_private_dns_zone: "T30",
  azurerm_private_link_service: "T19",
  azurerm_public_ip: "T24",
  azurerm_web_application_firewall_policy: "T23",
};

/** Resources of the environment that a resource names, by id or by name. */
function* usedBy(one: Resource): Generator<Resource> {
  for (const part of partsOf(one))
    for (const { name, value } of valuesOf(part)) {
      const parent = PARENT_NAMES[name];
      if (parent !== undefined && part === one) {
        const found =
          parent === "azurerm_resource_group" && typeof value === "string"
            ? one.graph.ids.named(parent, "", one.text(name) ?? "")
            : named(one, parent, name);
        if (found) yield found;
      }
      if (!/(^scope$|_ids?$)/.test(name)) continue;
      for (const reference of part.refs(name))
        if (reference.kind === "resource" && reference.resource.mode === "managed") yield nearest(reference);
    }
}

/** What stands at the end of an id that is built on another resource's: the container, not only its account. */
function nearest({ resource, below }: Extract<Reference, { kind: "resource" }>): Resource {
  const key = resource.graph.ids.keyOf(resource);
  if (below === undefined || key === undefined) return resource;
  return resource.graph.ids.find(`/subscriptions/any${key}${below}`)?.resource ?? resource;
}
