import { type Suspicion, suspect } from "../secrets/suspect";
import { keysOf, leaves, type Path, valueAt } from "./path";

export { namesSecret } from "../secrets/names";
export { suspect } from "../secrets/suspect";

/** Why a value is taken for a secret, and where it stands. */
export interface SecretSuspicion extends Suspicion {
  readonly path: Path;
}

/** Every value of a config, or any JSON, that looks like a secret, in the order written. */
export function findSecrets(value: unknown): SecretSuspicion[] {
  const found: SecretSuspicion[] = [];
  for (const leaf of leaves(value)) {
    if (typeof leaf.value !== "string") continue;
    const suspicion = suspect(nameAt(value, leaf.path), leaf.value);
    if (suspicion) found.push({ path: leaf.path, ...suspicion });
  }
  return found;
}

/** The name a value stands under: its key, or in a command the flag before it. */
function nameAt(value: unknown, path: Path): string {
  const at = path.at(-1);
  const before = typeof at === "number" && at > 0 ? valueAt(value, [...path.slice(0, -1), at - 1]) : undefined;
  if (typeof before === "string" && /^--?[A-Za-z][\w-]*$/.test(before)) return before.replace(/^--?/, "");
  return String(path.findLast((part) => typeof part === "string") ?? "");
}

/** Every key that has the format of a credential: somebody pasted it before a colon. */
export function findSecretKeys(value: unknown): (SecretSuspicion & { readonly key: string })[] {
  return [...keysOf(value)].flatMap(({ path, key }) => {
    const known = suspect("", key);
    return known?.certain ? [{ path, key, ...known }] : [];
  });
}
