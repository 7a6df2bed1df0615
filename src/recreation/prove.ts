import type { LoadedEnvironment } from "../config/loaded";
import { environmentName } from "../config/names";
import { canonicalJson, configDigest, platformDigest } from "../synth/digest";
import type { SynthesizedStack } from "../synth/terraform-json";
import { type Claim, type ClaimResult, prove } from "./claim";
import { ALL_CLAIMS, STATIC_CLAIMS } from "./claims";
import { resynthesize } from "./process/resynthesize";
import { type Generation, type Subject, subjectOf } from "./subject";
import { generationOf, synthesizeGeneration } from "./synthesize";

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
 * @throws BadInput when an environment cannot be synthesized
 * @example const [{ proof }] = await proveEnvironments(loadEnvironments(["pilot"]));
 */
export async function proveEnvironments(
  all: readonly LoadedEnvironment[],
  options: ProveOptions = {},
): Promise<Proved[]> {
  const generations = new Map<string, readonly [Generation, Generation]>();
  const synthesizeAll = async () => {
    for (const loaded of all) {
      options.onProgress?.(`${environmentName(loaded.config)}: two generations`);
      generations.set(loaded.file, await twoGenerations(loaded));
    }
    return new Map([...generations].map(([file, [{ stacks }]]) => [file, textsOf({ stacks })]));
  };
  const again = await resynthesize(
    all.map(({ file }) => file),
    synthesizeAll,
  );
  return all.map((loaded) => {
    const [current, next] = generations.get(loaded.file)!;
    options.onProgress?.(`${current.resolved.name}: ${ALL_CLAIMS.length} claims`);
    const subject = subjectOf(current, next, { again: again.get(loaded.file), lockFile: options.lockFile });
    return { loaded, subject, proof: proofOf(loaded, subject, ALL_CLAIMS) };
  });
}

/**
 * The claims that need no other process, for `check`: a few milliseconds over two syntheses.
 *
 * @param judged  the stacks that the proof is about @default those that the config gives
 */
export async function proveStatically(
  loaded: LoadedEnvironment,
  judged?: readonly SynthesizedStack[],
): Promise<Proved> {
  const [current, next] = await twoGenerations(loaded);
  const subject = subjectOf(judged ? { ...current, stacks: inOrder(judged, current.stacks) } : current, next);
  return { loaded, subject, proof: proofOf(loaded, subject, STATIC_CLAIMS) };
}

/** The claims of some environment, made by hand or from a config. */
export function proveSubject(subject: Subject, claims: readonly Claim[] = STATIC_CLAIMS): ClaimResult[] {
  return claims.map((claim) => prove(claim, subject));
}

/** Stacks in the order of deployment; those that the config does not give come last. */
function inOrder(judged: readonly SynthesizedStack[], deployed: readonly SynthesizedStack[]): SynthesizedStack[] {
  const names = deployed.map(({ name }) => name);
  const place = ({ name }: SynthesizedStack) => (names.includes(name) ? names.indexOf(name) : names.length);
  return judged.toSorted((a, b) => place(a) - place(b));
}

async function twoGenerations(loaded: LoadedEnvironment): Promise<readonly [Generation, Generation]> {
  const current = await synthesizeGeneration(loaded);
  return [current, await synthesizeGeneration(loaded, generationOf(loaded.config) + 1)];
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

function textsOf({ stacks }: Pick<Generation, "stacks">): Record<string, string> {
  return Object.fromEntries(stacks.map(({ name, json }) => [name, canonicalJson(json)]));
}
