import type { Resource } from "../../plan/resource";
import { identityOf } from "../identity";
import { comparable, keyed, type OnlyOne } from "./key";
import { aliases, roles, sinks, zonesOfNetwork } from "./special";
import { STANDING, TOGETHER, WITHIN, WORLDWIDE } from "./tables";

export type { OnlyOne } from "./key";

/** Everything that a resource is, or has, of which Azure has one. What is not known yet has no key. */
export function onlyOnesOf(one: Resource): OnlyOne[] {
  const type = one.type.replace(/^azurerm_/, "");
  const identity = identityOf(one);
  const name = one.text("name")?.toLowerCase();
  const host = WORLDWIDE[type];
  return [
    ...(identity === undefined ? [] : [{ what: "thing", key: identity }]),
    ...(host !== undefined && name !== undefined ? [{ what: `name below ${host}`, key: `${host}|${name}` }] : []),
    ...TOGETHER.filter(({ types }) => types.includes(type)).flatMap(({ what, by }) => keyed(what, type, one, by)),
    ...(type === "role_assignment" ? roles(one) : []),
    ...(type === "monitor_diagnostic_setting" ? sinks(one) : []),
    ...(type === "private_dns_zone_virtual_network_link" ? zonesOfNetwork(one) : []),
    ...aliases(one),
    ...rules(one, type),
  ];
}

function rules(one: Resource, type: string): OnlyOne[] {
  const inside = (WITHIN[type] ?? []).flatMap(([block, what, by]) =>
    one.blocks(block).flatMap((part) => keyed(what, `${identityOf(one) ?? one.address}|${block}`, part, by)),
  );
  const alone = STANDING[type];
  if (!alone) return inside;
  const [parent, parentName, block] = alone;
  const [named] = one.refs(parentName);
  const group = one.text("resource_group_name");
  const owner =
    named?.kind === "resource"
      ? named.resource
      : one.graph.ids.named(`azurerm_${parent}`, group ?? "", one.text(parentName) ?? "");
  const home = owner ? (identityOf(owner) ?? owner.address) : comparable(one, parentName);
  return (WITHIN[parent] ?? []).flatMap(([, what, by]) => keyed(what, `${home}|${block}`, one, by));
}
