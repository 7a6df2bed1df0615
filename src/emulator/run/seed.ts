import { text, textsIn } from "../json";
import type { EmulatedAzure } from "../start";

/** What a person brings between two stacks: the steps of a first apply that no stack does. */
export interface Seed {
  readonly kind: "secret" | "image";
  /** Vault or registry, by name. */
  readonly into: string;
  readonly name: string;
}

/** What the stacks of an environment refer to and do not make: secrets and certificates of vaults, images of registries. */
export function seedsIn(stacks: readonly unknown[]): Seed[] {
  const seeds = new Map<string, Seed>();
  for (const { text: value } of stacks.flatMap((one) => [...textsIn(one)])) {
    const secret = /^https:\/\/([^./]+)\.vault\.azure\.net\/(?:secrets|certificates)\/([^/]+)/.exec(value);
    const image = /^([a-z0-9]+)\.azurecr\.io\/([^\s$]+)$/.exec(value);
    const [kind, [, into = "", name = ""]] = secret ? (["secret", secret] as const) : (["image", image ?? []] as const);
    if (into && name) seeds.set(`${kind} ${into} ${name}`, { kind, into, name });
  }
  return [...seeds.values()];
}

/** Bring what may be brought by now: where the vault or the registry stands. Answers with what was brought. */
export function seed(azure: EmulatedAzure, seeds: readonly Seed[]): Seed[] {
  return seeds.filter(({ kind, into, name }) => {
    const type = kind === "secret" ? "Microsoft.KeyVault/vaults" : "Microsoft.ContainerRegistry/registries";
    const holder = azure.store.ofType(type).find((one) => text(one.body["name"]).toLowerCase() === into.toLowerCase());
    if (!holder) return false;
    if (kind === "secret") {
      if (azure.store.has(`${holder.id}/secrets/${name}`)) return false;
      azure.azure.write(`${holder.id}/secrets/${name}`, { properties: { value: "seeded" } });
      return true;
    }
    const images = (holder.hidden["images"] ?? []) as string[];
    if (images.includes(name)) return false;
    holder.hidden["images"] = [...images, name];
    return true;
  });
}
