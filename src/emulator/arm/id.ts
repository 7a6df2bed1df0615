/** An ARM id, taken apart. Names keep their spelling; everything is compared without regard to case. */
export interface ArmId {
  /** As it was written: `/subscriptions/…/providers/Microsoft.Network/virtualNetworks/vnet/subnets/app`. */
  readonly text: string;
  /** `Microsoft.Network/virtualNetworks/subnets`; `Microsoft.Resources/resourceGroups` for a group. */
  readonly type: string;
  /** The last name; empty for a collection. */
  readonly name: string;
  /** The id of what holds it: the virtual network of a subnet, the group of a virtual network, the resource that an extension hangs on. */
  readonly parent: string;
  /** True where it names all of a type and not one: `…/virtualNetworks`. */
  readonly collection: boolean;
  readonly subscription?: string;
  readonly group?: string;
}

export const GROUP = "Microsoft.Resources/resourceGroups";
const SUBSCRIPTION = "Microsoft.Resources/subscriptions";

/** How ids are compared, and what the store finds resources by. */
export function keyOf(id: string): string {
  let end = id.length;
  while (id[end - 1] === "/") end -= 1;
  return id.slice(0, end).toLowerCase();
}

/** Whether two types are one: Azure spells them as it pleases. */
export function sameType(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}

/** Whether an id lies within another, or is it. */
export function within(id: string, scope: string): boolean {
  const [inner, outer] = [keyOf(id), keyOf(scope)];
  return outer === "" || inner === outer || inner.startsWith(`${outer}/`);
}

/** Take an id apart; undefined where a path is none. */
export function parseId(path: string): ArmId | undefined {
  const text = `/${path.split("/").filter(Boolean).join("/")}`;
  const segments = text.slice(1).split("/");
  const subscription = /^subscriptions$/i.test(segments[0] ?? "") ? segments[1] : undefined;
  const group = subscription && /^resourceGroups$/i.test(segments[2] ?? "") ? segments[3] : undefined;
  const about = { text, ...(subscription ? { subscription } : {}), ...(group ? { group } : {}) };
  const providers = lastProviders(segments);
  if (providers < 0) {
    const count = segments.length;
    if (!/^subscriptions$/i.test(segments[0] ?? "")) return undefined;
    if (count === 1) return { ...about, type: SUBSCRIPTION, name: "", parent: "", collection: true };
    if (count === 2) return { ...about, type: SUBSCRIPTION, name: segments[1] ?? "", parent: "", collection: false };
    if (!/^resourceGroups$/i.test(segments[2] ?? "") || count > 4) return undefined;
    const parent = `/subscriptions/${subscription}`;
    return { ...about, type: GROUP, name: segments[3] ?? "", parent, collection: count === 3 };
  }
  const scope = segments.slice(0, providers);
  const [namespace, ...rest] = segments.slice(providers + 1);
  if (!namespace || rest.length === 0) return undefined;
  const type = [namespace, ...rest.filter((_, index) => index % 2 === 0)].join("/");
  const collection = rest.length % 2 === 1;
  const up = collection ? rest.slice(0, -1) : rest.slice(0, -2);
  const parent = up.length > 0 ? [...scope, "providers", namespace, ...up] : scope;
  const name = collection ? "" : (rest.at(-1) ?? "");
  return { ...about, type, name, parent: parent.length > 0 ? `/${parent.join("/")}` : "", collection };
}

/** Where `/providers/<namespace>` of the thing itself begins: the last one that is followed by a namespace. */
function lastProviders(segments: readonly string[]): number {
  for (let index = segments.length - 2; index >= 0; index--) {
    if (/^providers$/i.test(segments[index] ?? "") && index % 2 === 0 && /\./.test(segments[index + 1] ?? ""))
      return index;
  }
  return -1;
}
