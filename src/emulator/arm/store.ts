import type { Json } from "../json";
import { keyOf, sameType, within } from "./id";

/** A resource as the emulated Azure keeps it. */
export interface Resource {
  /** As the one who made it spelled it. */
  readonly id: string;
  readonly type: string;
  /** What ARM answers. */
  body: Json;
  /** What Azure knows and never answers: passwords, and what a service file remembers. */
  hidden: Json;
}

/** A resource that was deleted and that Azure keeps, with its name, until it is purged. */
export interface Kept extends Resource {
  readonly deleted: string;
}

/** Everything that exists in the emulated Azure, found by id without regard to case. */
export class Store {
  private readonly resources = new Map<string, Resource>();
  /** Deleted and not purged, by id; names of these stay taken. */
  readonly kept = new Map<string, Kept>();
  /** Types that were stored and answered although no file knows what Azure would add to them. */
  readonly echoed = new Set<string>();

  get(id: string): Resource | undefined {
    return this.resources.get(keyOf(id));
  }

  has(id: string): boolean {
    return this.resources.has(keyOf(id));
  }

  add(resource: Resource): void {
    this.resources.set(keyOf(resource.id), resource);
  }

  remove(id: string): void {
    this.resources.delete(keyOf(id));
  }

  all(): Resource[] {
    return [...this.resources.values()];
  }

  ofType(type: string): Resource[] {
    return this.all().filter((one) => sameType(one.type, type));
  }

  /** What lies in a scope, at any depth, without the scope itself. */
  below(scope: string): Resource[] {
    return this.all().filter((one) => within(one.id, scope) && keyOf(one.id) !== keyOf(scope));
  }

  clear(): void {
    this.resources.clear();
    this.kept.clear();
    this.echoed.clear();
  }
}
