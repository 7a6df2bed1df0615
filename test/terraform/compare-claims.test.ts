import type { Emulation } from "../../src/emulator/run/emulate";
import { PHASES } from "../../src/emulator/run/phases";
import type { ClaimId } from "../../src/recreation/claim";
import { compareWithRun } from "./claims/compare";

/** Claims of which some fail, and a run that failed at a phase or passed all of them. */
function contradictions(broken: readonly ClaimId[], failed?: (typeof PHASES)[number]): readonly string[] {
  const at = failed ? PHASES.indexOf(failed) : PHASES.length;
  const phases: Emulation["phases"] = PHASES.map((phase, index) => ({
    phase,
    outcome: index < at ? "passed" : index === at ? "failed" : "not run",
    seconds: 1,
    ...(index === at && { stack: "platform" }),
    errors: [],
    says: index === at ? ["refused"] : [],
    refusals: [],
  }));
  const emulation = { outcome: failed ? "failed" : "emulated", phases, seconds: 8 } as unknown as Emulation;
  const ids: ClaimId[] = ["self-contained", "no-hidden-inputs", "no-ghosts", "clean-destroy", "one-of-each", "pinned"];
  const claims = ids.map((claim) => ({
    claim,
    title: claim,
    outcome: broken.includes(claim) ? ("fails" as const) : ("holds" as const),
    evidence: [],
    findings: broken.includes(claim) ? [{ where: "vault", says: "It is wrong." }] : [],
  }));
  return compareWithRun(claims, emulation).contradictions;
}

test("claims that hold and a run that passes agree", () => {
  expect(contradictions([])).toEqual([]);
});

test.each<[(typeof PHASES)[number], ClaimId]>([
  ["apply", "self-contained"],
  ["apply", "one-of-each"],
  ["no changes", "no-hidden-inputs"],
  ["successor beside it", "no-ghosts"],
  ["destroy", "clean-destroy"],
  ["successor unchanged", "no-hidden-inputs"],
  ["nothing left", "clean-destroy"],
  ["apply again", "no-ghosts"],
])("'%s' fails where %s does not hold, and is a contradiction where everything holds", (phase, claim) => {
  expect(contradictions([claim], phase)).toEqual([]);
  expect(contradictions([], phase)).toEqual([expect.stringContaining(`hold, and '${phase}' fails: platform refused`)]);
});

test.each<ClaimId>(["self-contained", "no-hidden-inputs", "no-ghosts", "clean-destroy", "one-of-each"])(
  "%s does not hold and everything passes: one of the two is wrong",
  (claim) => {
    expect(contradictions([claim])).toEqual([`${claim} does not hold, and no phase fails: vault: It is wrong.`]);
  },
);

test("claims that no run shows, and phases that were not run, say nothing", () => {
  expect(contradictions(["pinned"])).toEqual([]);
  expect(contradictions(["self-contained", "clean-destroy"], "apply")).toEqual([]);
});
