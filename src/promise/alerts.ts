import type { CustomerPromise } from "../config/promise";

/** One alert that a promise asks for. */
export interface PromiseAlert {
  readonly id: "failures-fast" | "failures-slow" | "latency";
  readonly says: string;
  /** ISO 8601 period that is looked at. */
  readonly window: "PT15M" | "PT1H" | "PT6H";
  /** Fires above it: percent of requests that fail, or milliseconds of the 95th percentile. */
  readonly threshold: number;
  /** KQL over the access logs of the entry. */
  readonly query: string;
  /** The column of the query that is held against the threshold. */
  readonly column: "failed" | "p95";
}

/** Fewer failures than this are no sign of anything, whatever share they are. */
const LEAST_FAILURES = 3;

/** How the access logs of an entry say what callers got. */
interface AccessLog {
  /** What callers sent over HTTPS: the answers on port 80, which only lead there, are fast and good, and hide the others. */
  readonly calls: string;
  /** Status of an answer, as a number. */
  readonly status: string;
  /** Seconds from the first byte of a request to the last of its answer. */
  readonly seconds: string;
}

/** The access logs of what may be the entry. */
export const ACCESS_LOGS = {
  /** @see https://learn.microsoft.com/azure/azure-monitor/reference/tables/agwaccesslogs */
  gateway: {
    calls: "AGWAccessLogs | where isnotempty(SslProtocol)",
    status: "HttpStatus",
    seconds: "TimeTaken",
  },
  /** It has no table of its own, and writes numbers as text. @see https://learn.microsoft.com/azure/frontdoor/monitor-front-door-reference */
  frontDoor: {
    calls: 'AzureDiagnostics | where Category == "FrontDoorAccessLog" and requestProtocol_s == "HTTPS"',
    status: "toint(httpStatusCode_s)",
    seconds: "todouble(timeTaken_s)",
  },
} as const satisfies Record<string, AccessLog>;

function failures({ calls, status }: AccessLog) {
  return {
    query: `${calls} | summarize bad = countif(${status} >= 500), requests = count() | where bad >= ${LEAST_FAILURES} | project failed = 100.0 * bad / requests`,
    column: "failed",
  } as const;
}

function latencies({ calls, seconds }: AccessLog) {
  return { query: `${calls} | summarize p95 = 1000.0 * percentile(${seconds}, 95)`, column: "p95" } as const;
}

/**
 * How many times faster than allowed failures may come before somebody is told: 14.4 uses 2 % of a month's allowance in
 * an hour, 6 uses 5 % in six hours.
 *
 * @see https://sre.google/workbook/alerting-on-slos/
 */
const FAST = 14.4;
const SLOW = 6;

function rounded(value: number): number {
  return Math.round(value * 1000) / 1000;
}

/**
 * The alerts that a promise asks for: failing requests fast and slow, against what the availability leaves, and latency
 * where it is promised.
 *
 * @param log  what the entry writes. @default an Application Gateway's
 * @example
 * promiseAlerts({ availability: 99.9, latency: { p95: 800 } });
 * // failures above 1.44 % in an hour, above 0.6 % in six, and a 95th percentile above 800 ms
 */
export function promiseAlerts(
  { availability, latency }: CustomerPromise,
  log: AccessLog = ACCESS_LOGS.gateway,
): PromiseAlert[] {
  const allowed = availability === undefined ? undefined : 100 - availability;
  const alerts: PromiseAlert[] = [];
  if (allowed !== undefined && allowed > 0)
    alerts.push(
      {
        id: "failures-fast",
        says: `Requests fail ${FAST} times as often as ${availability} % allows.`,
        window: "PT1H",
        threshold: rounded(Math.min(50, FAST * allowed)),
        ...failures(log),
      },
      {
        id: "failures-slow",
        says: `Requests keep failing ${SLOW} times as often as ${availability} % allows.`,
        window: "PT6H",
        threshold: rounded(Math.min(50, SLOW * allowed)),
        ...failures(log),
      },
    );
  if (latency?.p95 !== undefined)
    alerts.push({
      id: "latency",
      says: `5 of 100 requests take longer than ${latency.p95} ms.`,
      window: "PT15M",
      threshold: latency.p95,
      ...latencies(log),
    });
  return alerts;
}
