import type { JsonObject } from "../plan/json";
import { readConfiguration, referencesIn } from "../rehearsal/configuration";

/**
 * What the blocks of one stack depend on: references in interpolations, those of the locals they use, and `depends_on`.
 * Terraform creates along these edges and destroys against them; an id that was written as text makes no edge.
 */
export class Dependencies {
  private readonly edges = new Map<string, ReadonlySet<string>>();
  private readonly reached = new Map<string, ReadonlySet<string>>();

  constructor(json: JsonObject) {
    const { blocks, locals } = readConfiguration([json]);
    const known = new Set(blocks.map(({ address }) => address));
    const behind = (body: unknown, seen: ReadonlySet<string> = new Set()): string[] => {
      const used = [...JSON.stringify(body).matchAll(/\blocal\.([\w-]+)/g)].map(([, name = ""]) => name);
      const fresh = used.filter((name) => !seen.has(name) && name in locals);
      const below = new Set([...seen, ...fresh]);
      return [
        ...referencesIn(body).map(({ address }) => address),
        ...fresh.flatMap((name) => behind(locals[name], below)),
      ];
    };
    for (const { address, body } of blocks) {
      const written = (Array.isArray(body["depends_on"]) ? body["depends_on"] : []).map(String);
      const all = [...behind(body), ...written].filter((one) => one !== address && known.has(one));
      this.edges.set(address, new Set(all));
    }
  }

  /** True when `from` is created after `to`, and so destroyed before it. */
  after(from: string, to: string): boolean {
    return this.all(from).has(to);
  }

  /** Everything in the order of a destroy: what depends on others goes first. `undefined` when there is a cycle. */
  destroyOrder(): string[] | undefined {
    const order: string[] = [];
    const state = new Map<string, "open" | "done">();
    const visit = (address: string): boolean => {
      if (state.get(address) === "done") return true;
      if (state.get(address) === "open") return false;
      state.set(address, "open");
      for (const one of [...(this.edges.get(address) ?? [])].sort()) if (!visit(one)) return false;
      state.set(address, "done");
      order.push(address);
      return true;
    };
    for (const address of [...this.edges.keys()].sort()) if (!visit(address)) return undefined;
    return order.reverse().filter((address) => !address.startsWith("data."));
  }

  private all(from: string): ReadonlySet<string> {
    const known = this.reached.get(from);
    if (known) return known;
    const found = new Set<string>();
    const open = [...(this.edges.get(from) ?? [])];
    for (let one = open.pop(); one !== undefined; one = open.pop()) {
      if (found.has(one)) continue;
      found.add(one);
      open.push(...(this.edges.get(one) ?? []));
    }
    this.reached.set(from, found);
    return found;
  }
}
