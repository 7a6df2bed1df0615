import type { BrokenClaim } from "../policy/recreation-view";
import type { Subject } from "./subject";

/** What is claimed of an environment; each has a file of its own. */
export const CLAIMS = [
  "deterministic",
  "self-contained",
  "no-hidden-inputs",
  "no-ghosts",
  "clean-destroy",
  "no-secrets",
  "pinned",
  "retained-listed",
  "data-restorable",
  "not-replaced",
  "one-of-each",
] as const;

export type ClaimId = (typeof CLAIMS)[number];

/** One thing that speaks against a claim. */
export interface ClaimFinding {
  /** Address of the resource, or what else it is about, for example `backend` or `config`. */
  readonly where: string;
  readonly says: string;
  /** Number in the table of recreatability traps, for example `T13`. */
  readonly trap?: string;
}

/** A claim with what it rests on. */
export interface ClaimResult {
  readonly claim: ClaimId;
  /** The claim as a sentence. */
  readonly title: string;
  readonly outcome: "holds" | "fails";
  /** What was looked at and found; the same for the same environment, on every machine. */
  readonly evidence: readonly string[];
  readonly findings: readonly ClaimFinding[];
}

/** Collects what one claim finds. */
export interface Says {
  evidence(says: string): void;
  against(where: string, says: string, trap?: string): void;
}

/** One claim: pure, given the environment and the one that would follow it. */
export interface Claim {
  readonly id: ClaimId;
  readonly title: string;
  check(subject: Subject, say: Says): void;
}

/** Runs one claim. A claim that stops with an error does not hold. */
export function prove(claim: Claim, subject: Subject): ClaimResult {
  const evidence: string[] = [];
  const findings: ClaimFinding[] = [];
  const say: Says = {
    evidence: (says) => evidence.push(says),
    against: (where, says, trap) => findings.push({ where, says, ...(trap !== undefined && { trap }) }),
  };
  try {
    claim.check(subject, say);
  } catch (error) {
    say.against("claim", `It could not be judged: ${error instanceof Error ? error.message : String(error)}`);
  }
  const { id, title } = claim;
  return { claim: id, title, outcome: findings.length === 0 ? "holds" : "fails", evidence, findings };
}

/** What speaks against the claims that do not hold, for the gate. */
export function brokenIn(claims: readonly ClaimResult[]): BrokenClaim[] {
  return claims.flatMap(({ claim, title, findings }) =>
    findings.map(({ where, says }) => ({ claim, title, where, says })),
  );
}
