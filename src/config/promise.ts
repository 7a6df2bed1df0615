/**
 * What a promise speaks of: somebody or something deletes or spoils data; one availability zone is lost; the whole
 * region is lost.
 */
export const DISASTERS = ["mistake", "zone", "region"] as const;

export type Disaster = (typeof DISASTERS)[number];

/** The disasters that a promise covers unless it says otherwise. */
export const USUAL_DISASTERS: readonly Disaster[] = ["mistake", "zone"];

/** What the company tells its customers. Fields may be missing, so that an unfinished promise can be judged. */
export interface CustomerPromise {
  /** Percent of a month, planned downtime apart: `99.9`. */
  readonly availability?: number;
  /** Longest time until the service is back after a disaster: `8 hours`. */
  readonly rto?: string;
  /** Most data, as the time in which it was written, that a disaster may take: `1 hour`. */
  readonly rpo?: string;
  /** When somebody helps: `weekdays 9-17 CET`. */
  readonly support?: string;
  /** When it may be away: `Sundays 02:00-04:00 UTC`. */
  readonly plannedDowntime?: string;
  /** How customers are told. */
  readonly customers?: string;
  /** Milliseconds in which 95 of 100 requests are answered. */
  readonly latency?: { readonly p95?: number };
  /** Services that it speaks of. @default every public service */
  readonly covers?: readonly string[];
  /** Disasters that recovery time and recovery point are promised for. @default mistake and zone */
  readonly disasters?: readonly Disaster[];
}
