import type { LoadedEnvironment } from "../config/loaded";
import { environmentName } from "../config/names";
import type { SynthesizedStack } from "../plan/terraform-json";
import { canonicalJson, configDigest, platformDigest } from "../synth/digest";
import { type Claim, type ClaimResult, prove } from "./claim";
import { ALL_CLAIMS, STATIC_CLAIMS } from "./claims";
import { resynthesize } from "./process/resynthesize";
import { type Generation, type Subject, subjectOf } from "./subject";

/** What was proved of one environment. */
export interface Proof {
  readonly environment: string;
  readonly stage: string;
  readonly generation: number;
  /** Digest of the config as a person wrote it. */
  readonly configDigest: string;
  readonly platformDigest: string;
  readonly outcome: "proved" | "not-proved";
  readonly claims: readonly ClaimResult[];
}

/** An environment to prove: as its config gives it, and one generation on. */
export interface Provable extends Generation {
  readonly loaded: LoadedEnvironment;
  /** Names of its stacks, in the order of deployment. */
  readonly stackNames: readonly string[];
  readonly next: Generation;
}

export interface ProveOptions {
  /** Text of a stack's `.terraform.lock.hcl`, where there is one. @default there is none */
  readonly lockFile?: (stack: string) => string | undefined;
  /** Called when a part of the work begins. @default nothing */
  readonly onProgress?: (says: string) => void;
}

/** A proof with the two generations it is about. */
export interface Proved {
  readonly loaded: LoadedEnvironment;
  readonly proof: Proof;
  readonly subject: Subject;
}

/**
 * Proves that environments can be recreated, as far as that can be proved without Azure. Each is synthesized here, one
 * generation on, and again in a process of its own, side by side.
 *
 * @param synthesizer  the module that synthesizes in the other process
 * @throws BadInput when an environment cannot be synthesized
 */
export async function proveEnvironments(
  all: readonly Provable[],
  synthesizer: string,
  options: ProveOptions = {},
): Promise<Proved[]> {
  const files = all.map(({ loaded }) => loaded.file);
  const again = await resynthesize(files, synthesizer, async () => {
    const texts = new Map<string, Readonly<Record<string, string>>>();
    for (const { loaded, stacks, next } of all) {
      options.onProgress?.(`${environmentName(loaded.config)}: two generations`);
      texts.set(loaded.file, textsOf(stacks));
      void next.stacks;
    }
    return texts;
  });
  return all.map((one) => {
    options.onProgress?.(`${one.resolved.name}: ${ALL_CLAIMS.length} claims`);
    const { loaded } = one;
    const subject = subjectOf(one, one.next, { again: again.get(loaded.file), lockFile: options.lockFile });
    return { loaded, subject, proof: proofOf(loaded, subject, ALL_CLAIMS) };
  });
}

/**
 * The claims that need no other process, for `check`: a few milliseconds over two syntheses.
 *
 * @param judged  the stacks that the proof is about, with their graph where it is made @default those that the config gives
 */
export function proveStatically(one: Provable, judged: Pick<Generation, "stacks" | "graph"> = one): Proved {
  const { loaded, resolved, stackNames, next } = one;
  const subject = subjectOf({ resolved, ...inOrder(judged, stackNames) }, next);
  return { loaded, subject, proof: proofOf(loaded, subject, STATIC_CLAIMS) };
}

/** The claims of some environment, made by hand or from a config. */
export function proveSubject(subject: Subject, claims: readonly Claim[] = STATIC_CLAIMS): ClaimResult[] {
  return claims.map((claim) => prove(claim, subject));
}

/** Stacks in the order of deployment; those that the config does not give come last. Another order is another graph. */
function inOrder({ stacks, graph }: Pick<Generation, "stacks" | "graph">, deployed: readonly string[]) {
  const place = ({ name }: SynthesizedStack) => (deployed.includes(name) ? deployed.indexOf(name) : deployed.length);
  const sorted = stacks.toSorted((a, b) => place(a) - place(b));
  const kept = graph?.stacks.every(({ name }, index) => name === sorted[index]?.name);
  return { stacks: sorted, ...(kept && { graph }) };
}

function proofOf({ config }: LoadedEnvironment, subject: Subject, claims: readonly Claim[]): Proof {
  const results = proveSubject(subject, claims);
  const { name, stage, generation } = subject.resolved;
  return {
    environment: name,
    stage,
    generation,
    configDigest: configDigest(config),
    platformDigest: platformDigest(subject.stacks),
    outcome: results.every(({ outcome }) => outcome === "holds") ? "proved" : "not-proved",
    claims: results,
  };
}

/** The canonical text of every stack by name, as the other process gives it. */
export function textsOf(stacks: readonly SynthesizedStack[]): Record<string, string> {
  return Object.fromEntries(stacks.map(({ name, json }) => [name, canonicalJson(json)]));
}
