import { ArmIds } from "./arm-ids";
import { asList, type Json, type JsonObject } from "./json";
import type { Reference } from "./reference";
import type { Part, Resource } from "./resource";
import type { Stack } from "./stack";

/** Resolves the expressions of one input: synthesized JSON or a plan. */
export interface Resolver {
  /**
   * A value with every interpolation that can be followed replaced; what cannot stays as `${…}`. Where a text itself holds
   * `${` or `%{`, the first character is held back as `plainText` does it.
   */
  resolve(resource: Resource, raw: Json | undefined): Json | undefined;
  /** Where an attribute leads. */
  references(part: Part, name: string): Reference[];
}

/** What a reader makes of one input. */
export interface Source {
  readonly stack: Stack;
  readonly resources: readonly Resource[];
  readonly resolver: Resolver;
}

const NONE: readonly Resource[] = [];

/**
 * The resources of one environment and what they refer to, over all of its stacks. A pure function of JSON: it reads
 * no file, no clock and no cloud. Everything beyond the index by type is computed when it is first asked for.
 */
export class PlanGraph {
  readonly stacks: readonly Stack[];
  readonly resources: readonly Resource[];
  private readonly byType = new Map<string, Resource[]>();
  private readonly resolvers = new Map<Stack, Resolver>();
  private readonly memo = new Map<unknown, unknown>();
  private armIds: ArmIds | undefined;

  /** @param absent  addresses of conditional resources that are taken not to exist */
  constructor(
    private readonly read: (graph: PlanGraph, absent: ReadonlySet<string>) => readonly Source[],
    absent: ReadonlySet<string> = new Set(),
  ) {
    const sources = read(this, absent);
    this.stacks = sources.map((one) => one.stack);
    const all: Resource[] = [];
    for (const source of sources) {
      this.resolvers.set(source.stack, source.resolver);
      for (const resource of source.resources) {
        all.push(resource);
        if (resource.mode !== "managed") continue;
        const list = this.byType.get(resource.type);
        if (list) list.push(resource);
        else this.byType.set(resource.type, [resource]);
      }
    }
    this.resources = all;
  }

  /** The same environment in which these conditional resources do not exist. */
  without(absent: ReadonlySet<string>): PlanGraph {
    return new PlanGraph(this.read, absent);
  }

  /** Managed resources of the given azurerm types, in the order of the input. */
  of(...types: readonly string[]): readonly Resource[] {
    if (types.length === 1) return this.byType.get(types[0]!) ?? NONE;
    return types.flatMap((type) => this.byType.get(type) ?? []);
  }

  /** Every managed resource of the azurerm provider. */
  managed(): readonly Resource[] {
    return this.once("managed", () =>
      this.resources.filter((one) => one.mode === "managed" && one.type.startsWith("azurerm_")),
    );
  }

  /** The types that occur. */
  types(): readonly string[] {
    return [...this.byType.keys()];
  }

  /** ARM ids computed from names. */
  get ids(): ArmIds {
    this.armIds ??= new ArmIds(this.resources);
    return this.armIds;
  }

  /** Computes something about the whole graph once. */
  once<T>(key: unknown, compute: () => T): T {
    if (!this.memo.has(key)) this.memo.set(key, compute());
    return this.memo.get(key) as T;
  }

  /** The resources of a type by what one of their attributes leads to. */
  by(type: string, attribute: string): ReadonlyMap<Resource, readonly Resource[]> {
    return this.once(`by ${type} ${attribute}`, () => {
      const index = new Map<Resource, Resource[]>();
      for (const one of this.of(type))
        for (const ref of one.refs(attribute)) {
          if (ref.kind !== "resource") continue;
          const list = index.get(ref.resource);
          if (list) list.push(one);
          else index.set(ref.resource, [one]);
        }
      return index;
    });
  }

  /** @internal used by parts */
  resolve(resource: Resource, raw: Json | undefined): Json | undefined {
    return this.resolvers.get(resource.stack)!.resolve(resource, raw);
  }

  /** @internal used by parts */
  references(part: Part, name: string): Reference[] {
    return this.resolvers.get(part.resource.stack)!.references(part, name);
  }

  /** A literal text as a reference: an ARM id of the environment, or something outside. */
  literal(text: string): Reference {
    const found = this.ids.find(text);
    if (found) return { kind: "resource", attribute: "id", ...found };
    return { kind: "outside", id: text };
  }

  /** The settings of every azurerm provider block with the stack they belong to. */
  azurermProviders(): { readonly stack: Stack; readonly settings: JsonObject; readonly version?: string }[] {
    return this.stacks.flatMap((stack) =>
      stack.providers
        .filter((p) => p.name === "azurerm")
        .map(({ settings, version }) => ({ stack, settings, version })),
    );
  }

  /** How something of a stack that is no resource is called in findings: qualified only where there are several stacks. */
  label(stack: Stack, what: string): string {
    return this.stacks.length > 1 ? `${stack.name}/${what}` : what;
  }
}

/** Addresses, qualified by the stack where two stacks use the same one. */
export function qualifier(names: readonly { readonly stack: string; readonly addresses: Iterable<string> }[]) {
  const owners = new Map<string, string>();
  const shared = new Set<string>();
  for (const { stack, addresses } of names)
    for (const address of addresses) {
      const owner = owners.get(address);
      if (owner !== undefined && owner !== stack) shared.add(address);
      else owners.set(address, stack);
    }
  return (stack: string, address: string) => (shared.has(address) ? `${stack}/${address}` : address);
}

/** First block or value of a JSON place, as cdktf may write it as an object or as a list. */
export function first(value: Json | undefined): Json | undefined {
  return asList(value)[0];
}
