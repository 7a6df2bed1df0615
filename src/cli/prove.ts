import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { isDate } from "../config/dates";
import type { LoadedEnvironment } from "../config/loaded";
import { inertJson } from "../display/inert";
import type { EmulateOptions } from "../emulator/run/emulate";
import { renderEmulation } from "../emulator/run/render-emulation";
import type { Environment } from "../environment/environment";
import { proveEnvironments } from "../environment/prove";
import { EnvironmentFolder, isFoundationName } from "../environment/select";
import { BadInput, badInput } from "../errors";
import { type Certificate, certify } from "../recreation/certificate";
import {
  certificateFolder,
  certificatePath,
  mismatches,
  readCertificate,
  writeCertificate,
} from "../recreation/certificate-file";
import { drill } from "../recreation/drill";
import type { Proved } from "../recreation/prove";
import { notRehearsed, type RehearsalRecord, rehearseGenerations } from "../recreation/rehearsal";
import { type ProofResult, renderProofs, renderVerifications, type Verification } from "../recreation/render-proof";
import { succession } from "../recreation/succession";
import { platformDigest } from "../synth/digest";
import { changedSinceSynth } from "../synth/digests";
import { emulationOptions } from "./emulation-flags";
import { print } from "./print";
import { progress } from "./progress";
import { emulateGenerations, emulationRecord } from "./prove-emulate";

/** Options of `gatewright prove`. */
export interface ProveOptions {
  readonly environments: string;
  /** Output folder of `synth`, where Terraform leaves its lock files. */
  readonly out: string;
  readonly rehearse?: boolean;
  readonly emulate?: boolean;
  /** Metadata host of another emulator, for `emulate`. */
  readonly endpoint?: string;
  /** Minutes that each step of an emulation has. */
  readonly stepLimit?: string;
  readonly bin?: string;
  /** Folder of the certificates; false for none. */
  readonly certificate?: string | boolean;
  readonly verify?: boolean;
  readonly drill?: boolean;
  readonly today?: string;
  readonly json?: boolean;
}

/** `gatewright prove`: 0 when everything holds, 1 when a claim, a rehearsal or a certificate does not. */
export async function prove(names: readonly string[], options: ProveOptions): Promise<number> {
  assertOptions(options);
  const emulation = options.emulate ? await emulationOptions(options) : undefined;
  refuseFoundations(names);
  const environments = new EnvironmentFolder(options.environments).environments(names);
  if (options.verify) return verify(environments, options);
  const note = progress();
  try {
    const proved = await proveEnvironments(
      environments.map(({ loaded }) => loaded),
      { onProgress: note.says, lockFile: lockFileIn(options.out) },
    );
    if (options.drill) {
      print(proved.map(({ subject, loaded: { file } }) => drill(subject, succession(subject), file)).join("\n"));
      return 0;
    }
    const results: ProofResult[] = [];
    for (const one of proved) results.push(await finish(one, options, emulation, note.says));
    note.end();
    print(options.json ? `${inertJson(results)}\n` : `${renderProofs(results)}\n`);
    return results.every(({ outcome }) => outcome === "proved") ? 0 : 1;
  } finally {
    note.end();
  }
}

function assertOptions(options: ProveOptions): void {
  const { verify, rehearse, emulate, drill, certificate, bin, today } = options;
  if (verify && rehearse) throw badInput("--verify reads a certificate and --rehearse makes one", "Give one of them.");
  if (verify && emulate) throw badInput("--verify reads a certificate and --emulate makes one", "Give one of them.");
  if (drill && (verify || rehearse || emulate))
    throw badInput("--drill only prints the steps of a drill", "Give it alone.");
  if (verify && certificate === false) throw badInput("--verify needs certificates", "Leave out --no-certificate.");
  if (bin !== undefined && !rehearse && !emulate)
    throw badInput("--bin names the tool of a rehearsal", "Add --rehearse or --emulate.");
  for (const [flag, value] of [
    ["--endpoint", options.endpoint],
    ["--step-limit", options.stepLimit],
  ] as const)
    if (value !== undefined && !emulate) throw badInput(`${flag} is about an emulation`, "Add --emulate.");
  if (today !== undefined && !isDate(today))
    throw badInput(`--today must be a date, got "${today}"`, "Write it like 2026-11-21.");
}

/** What is retained is not recreated, so there is nothing to prove of it. */
export function refuseFoundations(names: readonly string[]): void {
  const named = names.filter(isFoundationName);
  if (named.length === 0) return;
  throw badInput(
    `${named.join(", ")} is retained: no recreation touches a foundation`,
    "Name an environment that stands on it.",
  );
}

/** Rehearses where asked to, and certifies what holds. */
async function finish(
  { proof, subject, loaded }: Proved,
  options: ProveOptions,
  given: Partial<EmulateOptions> | undefined,
  says: (text: string) => void,
): Promise<ProofResult> {
  const folder = folderFor(loaded, options);
  const rehearsal = options.rehearse
    ? await rehearseGenerations(subject, { ...(options.bin !== undefined && { bin: options.bin }), onStack: says })
    : ((folder === undefined ? undefined : rehearsedBefore(folder, proof)) ??
      notRehearsed("not asked for: add --rehearse"));
  const rehearsed = !options.rehearse || rehearsal.outcome === "rehearsed";
  const run = given ? await emulateGenerations(subject, { says, ...given }) : undefined;
  const emulation = run
    ? emulationRecord(run)
    : folder === undefined
      ? undefined
      : heldBefore(folder, proof)?.emulation;
  const emulated = !options.emulate || emulation?.outcome === "emulated";
  const refuted = rehearsal.outcome === "failed" || emulation?.outcome === "failed";
  const certifiable = proof.outcome === "proved" && !refuted && folder !== undefined;
  const certificate = certifiable
    ? writeCertificate(folder, certify(proof, rehearsal, options.today, emulation))
    : undefined;
  return {
    ...proof,
    outcome: rehearsed && emulated ? proof.outcome : "not-proved",
    rehearsal,
    ...(emulation && { emulation }),
    ...(run && { emulated: renderEmulation("emulation:", run) }),
    ...(certificate !== undefined && { certificate }),
  };
}

function rehearsedBefore(folder: string, proof: Proved["proof"]): RehearsalRecord | undefined {
  const rehearsal = heldBefore(folder, proof)?.rehearsal;
  return rehearsal?.outcome === "rehearsed" ? rehearsal : undefined;
}

/** A release does not expire what was run: a certificate of the same platform and generation still counts. */
function heldBefore(folder: string, proof: Proved["proof"]): Certificate | undefined {
  try {
    const certificate = readCertificate(folder, proof);
    return certificate && mismatches(certificate, proof, folder).length === 0 ? certificate : undefined;
  } catch (error) {
    if (error instanceof BadInput) return undefined; // it is written anew
    throw error;
  }
}

/** Holds certificates against the environments as they are now, and an output that is there against its synth. */
function verify(environments: readonly Environment[], options: ProveOptions): number {
  const found: Verification[] = [];
  for (const { env, loaded, resolved, stacks } of environments) {
    const { generation } = resolved;
    const subject = { environment: env, generation, platformDigest: platformDigest(stacks) };
    const folder = folderFor(loaded, options) ?? certificateFolder(loaded.file);
    const certificate = readCertificate(folder, subject);
    const changed = changedSinceSynth(options.out, subject.environment) ?? [];
    const says = mismatches(certificate, subject, folder);
    found.push({
      ...subject,
      certificate: certificatePath(folder, subject),
      outcome: says.length === 0 && changed.length === 0 ? "holds" : "fails",
      says,
      changed,
      ...(certificate && { rehearsal: certificate.rehearsal.outcome }),
    });
  }
  print(options.json ? `${inertJson(found)}\n` : `${renderVerifications(found)}\n`);
  return found.every(({ outcome }) => outcome === "holds") ? 0 : 1;
}

function folderFor(loaded: LoadedEnvironment, { certificate }: ProveOptions): string | undefined {
  if (certificate === false) return undefined;
  return typeof certificate === "string" ? certificate : certificateFolder(loaded.file);
}

function lockFileIn(out: string): (stack: string) => string | undefined {
  return (stack) => {
    const file = join(out, "stacks", stack, ".terraform.lock.hcl");
    return existsSync(file) ? readFileSync(file, "utf8") : undefined;
  };
}
