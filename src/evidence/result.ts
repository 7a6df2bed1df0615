/** How one fact of the evidence stands. */
export interface EvidenceResult {
  readonly fact: string;
  readonly control: string;
  readonly state: "present" | "missing" | "too-old" | "expired" | "malformed";
  /** True when it holds the gate. */
  readonly holds: boolean;
  readonly says: string;
  readonly by?: string;
  readonly date?: string;
  readonly link?: string;
  readonly until?: string;
}
