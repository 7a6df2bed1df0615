import type { Emulation } from "../../../src/emulator/run/emulate";
import type { Phase } from "../../../src/emulator/run/phases";
import type { ClaimId, ClaimResult } from "../../../src/recreation/claim";

/** Claims that a run can refute, with the phases that fail where one of them does not hold. */
const SHOWN_BY: readonly { readonly phases: readonly Phase[]; readonly claims: readonly ClaimId[] }[] = [
  { phases: ["apply"], claims: ["self-contained", "one-of-each"] },
  { phases: ["no changes", "successor unchanged"], claims: ["no-hidden-inputs"] },
  { phases: ["successor beside it", "apply again"], claims: ["no-ghosts", "self-contained"] },
  { phases: ["destroy", "successor destroyed", "nothing left"], claims: ["clean-destroy"] },
];

export interface Comparison extends Pick<Emulation, "outcome" | "reason" | "seconds"> {
  /** What one of the two says and the other does not. */
  readonly contradictions: readonly string[];
}

/**
 * Hold claims against a run: a phase may fail only where a claim that it shows does not hold, and where such a claim does not
 * hold one of its phases must fail. A phase that was not run says nothing.
 */
export function compareWithRun(claims: readonly ClaimResult[], emulation: Emulation): Comparison {
  const { outcome, reason, seconds, phases } = emulation;
  const broken = new Set<ClaimId>(claims.filter((one) => one.outcome === "fails").map(({ claim }) => claim));
  const of = (wanted: readonly Phase[]) => phases.filter(({ phase }) => wanted.includes(phase));
  const contradictions = SHOWN_BY.flatMap(({ phases: wanted, claims: shown }) => {
    const failed = of(wanted).find((one) => one.outcome === "failed");
    if (failed && !shown.some((one) => broken.has(one)))
      return [
        `${shown.join(" and ")} hold, and '${failed.phase}' fails: ${failed.stack ?? ""} ${failed.says.join("; ")}`,
      ];
    return [];
  });
  const passed = (id: ClaimId) => {
    const wanted = SHOWN_BY.filter((one) => one.claims.includes(id)).flatMap((one) => one.phases);
    return wanted.length > 0 && of(wanted).every((one) => one.outcome === "passed");
  };
  const tooStrict = [...broken].filter(passed).map((id) => {
    const found = claims.find(({ claim }) => claim === id)?.findings[0];
    return `${id} does not hold, and no phase fails: ${found?.where}: ${found?.says}`;
  });
  const refused = phases.length === 0 && outcome === "failed" ? [`Terraform refuses it: ${reason}`] : [];
  return {
    outcome,
    ...(reason !== undefined && { reason }),
    seconds,
    contradictions: [...refused, ...contradictions, ...tooStrict],
  };
}
