/** What REC-09 reads of a proof of recreation: how the static claims stand today, and what the certificate says. */
export interface RecreationView {
  /** Titles of the static claims that do not hold, proved again for this check. */
  readonly broken: readonly string[];
  /** Why the certificate does not hold for the environment as it is now; empty when it does. */
  readonly mismatches: readonly string[];
  /** Whether the certificate records a rehearsal with the real provider. */
  readonly rehearsed: boolean;
}
