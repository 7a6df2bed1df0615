import { factOf } from "../azure";
import type { Reference } from "./reference";
import type { Resource } from "./resource";

const ID = /^\/subscriptions\/[^/]+(\/.*)?$/i;

/** An ARM id in comparable form: lower case, without the subscription. `undefined` when the text is not an ARM id. */
function armKey(id: string): string | undefined {
  const found = ID.exec(id.trim());
  if (!found) return undefined;
  return (found[1] ?? "").replace(/(?<!\/)\/+$/, "").toLowerCase();
}

/**
 * Joins ARM ids to resources. Ids are computed from names, so that an id written in one stack finds the resource that
 * another stack of the environment declares, before anything exists.
 */
export class ArmIds {
  private readonly byKey = new Map<string, Resource>();
  private readonly keys = new Map<Resource, string | undefined>();
  private readonly ambiguous = new Set<string>();

  private indexed = false;

  constructor(private readonly resources: readonly Resource[]) {}

  /** Built on the first look-up; look-ups made on the way find what is there so far, which ids of parents do not need. */
  private index(): void {
    if (this.indexed) return;
    this.indexed = true;
    for (const one of this.resources) if (one.mode === "managed") this.add(this.keyOf(one), one);
    for (const one of this.resources) {
      const id = one.attributes["id"];
      if (one.mode === "managed" && typeof id === "string" && factOf(one.type, "arm")) this.add(armKey(id), one);
    }
  }

  /** The key of a resource; `undefined` when a name in it is not known. */
  keyOf(resource: Resource): string | undefined {
    if (this.keys.has(resource)) return this.keys.get(resource);
    this.keys.set(resource, undefined);
    const key = this.compute(resource)?.toLowerCase();
    this.keys.set(resource, key);
    return key;
  }

  /** The resource of an id, or of the nearest id above it within the same top-level resource. */
  find(id: string): { resource: Resource; below?: string } | undefined {
    this.index();
    const key = armKey(id);
    if (key === undefined) return undefined;
    const exact = this.byKey.get(key);
    if (exact) return this.ambiguous.has(key) ? undefined : { resource: exact };
    const least = key.split("/providers/")[0]?.length ?? 0;
    for (let cut = key.lastIndexOf("/"); cut > least + "/providers/".length; cut = key.lastIndexOf("/", cut - 1)) {
      const head = key.slice(0, cut);
      const found = this.byKey.get(head);
      if (found && !this.ambiguous.has(head)) return { resource: found, below: id.trim().slice(-(key.length - cut)) };
    }
    return undefined;
  }

  /** The resource of a type by group and name. */
  named(type: string, group: string, name: string): Resource | undefined {
    this.index();
    if (type === "azurerm_resource_group") return this.byKey.get(`/resourcegroups/${name}`.toLowerCase());
    const segment = factOf(type, "arm")?.segment;
    return segment ? this.byKey.get(`/resourcegroups/${group}/providers/${segment}/${name}`.toLowerCase()) : undefined;
  }

  private add(key: string | undefined, resource: Resource): void {
    if (key === undefined || key === "") return;
    const other = this.byKey.get(key);
    if (other && other !== resource) this.ambiguous.add(key);
    else this.byKey.set(key, resource);
  }

  private compute(resource: Resource): string | undefined {
    const name = resource.text("name");
    if (!name) return undefined;
    if (resource.type === "azurerm_resource_group") return `/resourceGroups/${name}`;
    const type = factOf(resource.type, "arm");
    if (!type) return undefined;
    if (type.parentId) {
      const literal = armKey(resource.text(type.parentId) ?? "");
      const parent = literal === undefined ? resource.refs(type.parentId)[0] : undefined;
      const key = literal ?? (parent && this.parentKey(parent));
      return key && `${key}/${type.segment}/${name}`;
    }
    const group = this.group(resource);
    if (!group) return undefined;
    if (type.parentName && type.parentType) {
      const parent = resource.text(type.parentName);
      const segment = factOf(type.parentType, "arm")?.segment;
      return parent && segment && `/resourceGroups/${group}/providers/${segment}/${parent}/${type.segment}/${name}`;
    }
    return `/resourceGroups/${group}/providers/${type.segment}/${name}`;
  }

  private group(resource: Resource): string | undefined {
    return resource.text("resource_group_name");
  }

  private parentKey(parent: Reference): string | undefined {
    if (parent.kind === "resource") return this.keyOf(parent.resource);
    return parent.kind === "outside" ? armKey(parent.id) : undefined;
  }
}
