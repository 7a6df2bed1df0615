/** One entry of `environments/evidence.yaml`. */
export interface EvidenceEntry {
  readonly fact: string;
  readonly env: string;
  readonly generation?: number;
  readonly by: string;
  readonly date: string;
  readonly link: string;
  readonly until?: string;
  readonly measured?: unknown;
}
