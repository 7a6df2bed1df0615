import type { ClaimId } from "../../src/recreation/claim";
import { destroyFixtures } from "./fixtures/clean-destroy";
import { hardenedFixtures } from "./fixtures/hardened";
import { ghostFixtures } from "./fixtures/no-ghosts";
import { hiddenFixtures } from "./fixtures/no-hidden-inputs";
import { notReplacedFixtures } from "./fixtures/not-replaced";
import { oneOfEachFixtures } from "./fixtures/one-of-each";
import { otherFixtures } from "./fixtures/others";
import type { Change, Changed } from "./subjects";

/** A change that breaks one claim and no other. */
export interface Fixture {
  readonly title: string;
  readonly stage: Changed;
  readonly change: Change;
  /** Where the finding is, and the trap that it names. */
  readonly finds: readonly (readonly [where: string, trap?: string])[];
  readonly lockFile?: string;
}

/** Every static claim with what breaks it. */
export const FIXTURES: Readonly<Record<Exclude<ClaimId, "deterministic">, readonly Fixture[]>> = {
  "no-hidden-inputs": hiddenFixtures,
  "no-ghosts": ghostFixtures,
  "clean-destroy": [...destroyFixtures, ...hardenedFixtures],
  "not-replaced": notReplacedFixtures,
  "one-of-each": oneOfEachFixtures,
  ...otherFixtures,
};
