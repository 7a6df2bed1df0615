import type { Certified } from "./certificate-file";
import type { EmulationRecord } from "./emulation";
import type { Proof } from "./prove";
import type { RehearsalRecord } from "./rehearsal";

/** What `prove` came to for one environment. */
export interface ProofResult extends Proof {
  readonly rehearsal: RehearsalRecord;
  /** Absent where there is none, and none was asked for. */
  readonly emulation?: EmulationRecord;
  /** How the run that was asked for went, for people. */
  readonly emulated?: string;
  /** File of the certificate; absent when none was written. */
  readonly certificate?: string;
}

/** What `prove --verify` came to for one environment. */
export interface Verification extends Certified {
  readonly certificate: string;
  readonly outcome: "holds" | "fails";
  readonly says: readonly string[];
  /** What in the output folder is not as its synth wrote it. */
  readonly changed: readonly string[];
  /** Outcome of the rehearsal in the certificate. */
  readonly rehearsal?: string;
}

/** A proof for people: a line a claim, what speaks against it below. */
export function renderProofs(results: readonly ProofResult[]): string {
  return results.map(renderProof).join("\n\n");
}

function renderProof({ environment, generation, outcome, claims, rehearsal, ...more }: ProofResult): string {
  const { emulation, emulated, certificate } = more;
  const held = claims.filter((one) => one.outcome === "holds").length;
  const width = Math.max(...claims.map(({ claim }) => claim.length));
  return [
    `${environment}  generation ${generation}  ${outcome === "proved" ? "PROVED" : "NOT PROVED"}  ${held} of ${claims.length} claims hold`,
    ...claims.flatMap(({ claim, title, outcome: one, findings }) => [
      `  ${one === "holds" ? "holds" : "FAILS"}  ${claim.padEnd(width)}  ${title}`,
      ...findings.map(
        ({ where, says, trap }) => `           ${where}: ${says}${trap === undefined ? "" : ` (${trap})`}`,
      ),
    ]),
    `  ${rehearsalLine(rehearsal)}`,
    ...(emulated !== undefined ? indented(emulated) : emulation ? [`  ${emulationLine(emulation)}`] : []),
    ...(certificate === undefined ? [] : [`  certificate: ${certificate}`]),
  ].join("\n");
}

function indented(text: string): string[] {
  return text.split("\n").map((line) => `  ${line}`);
}

/** A run that an earlier proof made, as its certificate has it. */
function emulationLine({ passed, tool, providers, echoed, by }: EmulationRecord): string {
  const versions = [
    ...(tool ? [`${tool.name} ${tool.version}`] : []),
    ...Object.entries(providers).map((one) => one.join(" ")),
    ...(by ? [`by ${by}`] : []),
  ];
  const types = echoed.length === 0 ? "" : `; only echoed: ${echoed.join(", ")}`;
  return `emulated before: ${passed.join(", ")} (${versions.join(", ")}${types})`;
}

function rehearsalLine({ outcome, reason, tool, providers, stacks, gaps }: RehearsalRecord): string {
  if (outcome === "not-rehearsed") return `not rehearsed: ${reason?.replaceAll("\n", "\n    ")}`;
  const versions = [
    ...(tool ? [`${tool.name} ${tool.version}`] : []),
    ...Object.entries(providers).map((one) => one.join(" ")),
  ];
  if (outcome === "failed") return `rehearsal FAILED (${versions.join(", ")}): ${reason?.replaceAll("\n", "\n    ")}`;
  const generations = [...new Set(stacks.map(({ generation }) => generation))].join(" and ");
  const mocks = gaps.length === 0 ? "" : `; mocks had no form for ${gaps.join(", ")}`;
  return `rehearsed: generations ${generations} created, unchanged by a second plan, destroyed (${versions.join(", ")}; mocks in Azure's place${mocks})`;
}

/** Certificates against environments, a line each. */
export function renderVerifications(found: readonly Verification[]): string {
  const width = Math.max(...found.map(({ environment }) => environment.length));
  return found
    .map(({ environment, generation, says, changed, certificate, rehearsal }) => {
      const head = `${environment.padEnd(width)}  generation ${generation}`;
      const lines = (title: string, list: readonly string[], run: string) =>
        list.length === 0 ? [] : [`${head}  ${title}`, ...list.map((one) => `  ${one}`), `  Run gatewright ${run}.`];
      const held = `${head}  certificate holds  ${rehearsal ?? ""}  ${certificate}`.replace(/ {3,}/g, "  ");
      return [
        ...(says.length === 0 ? [held] : lines("CERTIFICATE DOES NOT HOLD", says, "prove")),
        ...lines("OUTPUT IS NOT AS SYNTHESIZED", changed, "synth"),
      ].join("\n");
    })
    .join("\n");
}
