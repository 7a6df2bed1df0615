/** What speaks against a claim of the proof. */
export interface BrokenClaim {
  /** Id of the claim, for example `clean-destroy`. */
  readonly claim: string;
  /** The claim as a sentence. */
  readonly title: string;
  /** Address of the resource, or what else it is about, for example `backend`. */
  readonly where: string;
  readonly says: string;
}

/** What REC-09 reads of a proof of recreation: how the static claims stand today, and what the certificate says. */
export interface RecreationView {
  /** What speaks against the static claims, proved again for this check. */
  readonly broken: readonly BrokenClaim[];
  /** Why the certificate does not hold for the environment as it is now; empty when it does. */
  readonly mismatches: readonly string[];
  /** Whether the certificate records a rehearsal with the real provider. */
  readonly rehearsed: boolean;
  /** Day of the certificate, where it has one. */
  readonly day?: string;
}
