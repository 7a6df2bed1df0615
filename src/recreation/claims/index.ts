import type { Claim, ClaimId } from "../claim";
import { cleanDestroy } from "./clean-destroy";
import { dataRestorable } from "./data-restorable";
import { deterministic } from "./deterministic";
import { noGhosts } from "./no-ghosts";
import { noHiddenInputs } from "./no-hidden-inputs";
import { noSecrets } from "./no-secrets";
import { notReplaced } from "./not-replaced";
import { oneOfEach } from "./one-of-each";
import { pinned } from "./pinned";
import { retainedListed } from "./retained-listed";
import { selfContained } from "./self-contained";

/** Every claim by its id; a claim without a file does not compile. */
const BY_ID = {
  deterministic,
  "self-contained": selfContained,
  "no-hidden-inputs": noHiddenInputs,
  "no-ghosts": noGhosts,
  "clean-destroy": cleanDestroy,
  "no-secrets": noSecrets,
  pinned,
  "retained-listed": retainedListed,
  "data-restorable": dataRestorable,
  "not-replaced": notReplaced,
  "one-of-each": oneOfEach,
} as const satisfies Record<ClaimId, Claim>;

/** Every claim, in the order in which they are told. */
export const ALL_CLAIMS: readonly Claim[] = Object.values(BY_ID);

/** Those that need nothing but the synthesized stacks. */
export const STATIC_CLAIMS: readonly Claim[] = ALL_CLAIMS.filter(({ id }) => id !== "deterministic");
