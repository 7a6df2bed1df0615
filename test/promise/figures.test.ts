import { region } from "../../src/azure/regions";
import { SLAS, sla } from "../../src/azure/sla";
import { parseWindow } from "../../src/config/weekly-window";
import { ACCESS_LOGS, promiseAlerts } from "../../src/promise/alerts";
import { durationText, minutesOf } from "../../src/promise/duration";
import { RECOVERY } from "../../src/promise/recovery-facts";

describe("published availability", () => {
  test("ids are unique, kebab-case and found again by sla()", () => {
    const ids = SLAS.map((one) => one.id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.filter((id) => !/^[a-z]+(-[a-z]+)*$/.test(id))).toEqual([]);
    expect(ids.map((id) => sla(id))).toEqual(SLAS);
  });

  test("every figure is a percentage with a page of Microsoft's, a real day and its conditions", () => {
    expect(SLAS.filter((one) => one.percent < 99 || one.percent >= 100)).toEqual([]);
    expect(SLAS.filter((one) => !/^https:\/\/(?:learn|www)\.microsoft\.com\/[a-z]/.test(one.url))).toEqual([]);
    expect(SLAS.filter((one) => new Date(one.asOf).toISOString().slice(0, 10) !== one.asOf)).toEqual([]);
    expect(SLAS.filter((one) => one.conditions === "" || one.what === "")).toEqual([]);
  });

  test("exactly these were read on the page that they name; the others are quoted from it", () => {
    expect(SLAS.filter((one) => one.confidence === "confirmed").map((one) => one.id)).toEqual([
      "postgres",
      "postgres-same-zone",
      "postgres-zones",
    ]);
  });

  test("more redundancy is never worth less", () => {
    const ladders = [
      ["postgres", "postgres-same-zone", "postgres-zones"],
      ["mysql", "mysql-same-zone", "mysql-zones"],
      ["firewall", "firewall-zones"],
      ["web-app", "web-app-zones"],
      ["sql-database", "sql-database-zones"],
      ["cosmos", "cosmos-zones"],
      ["storage-cool", "storage"],
    ] as const;
    for (const ladder of ladders) {
      const percents = ladder.map((id) => sla(id).percent);
      expect(percents).toEqual([...percents].sort((a, b) => a - b));
    }
  });
});

describe("recovery facts", () => {
  test("what Azure publishes is read on its page; what it does not is an estimate, and says so", () => {
    for (const [name, { basis, confidence }] of Object.entries(RECOVERY))
      expect([name, confidence]).toEqual([name, basis === "published" ? "confirmed" : "estimate"]);
  });

  test("every one has a page of Azure's documentation and a real day", () => {
    for (const { url, asOf } of Object.values(RECOVERY)) {
      expect(url).toMatch(/^https:\/\/learn\.microsoft\.com\/azure\//);
      expect(new Date(asOf).toISOString().slice(0, 10)).toBe(asOf);
    }
  });
});

describe("durations", () => {
  test.each([
    ["8 hours", 480],
    ["1 hour", 60],
    ["90 minutes", 90],
    ["1 hour 30 minutes", 90],
    ["1 hour and 30 minutes", 90],
    ["2 days", 2880],
    ["4h", 240],
    ["1:30", 90],
    ["PT8H", 480],
    ["P1D", 1440],
    ["P1W", 10_080],
    [45, 45],
    ["0 minutes", 0],
  ])("%s is %i minutes", (text, minutes) => {
    expect(minutesOf(text)).toBe(minutes);
  });

  test.each(["", "soon", "8", "hours", "1 fortnight", "-1 hour", "1:75", "P", "PT", -5, Number.NaN, undefined, {}])(
    "%p is no duration",
    (text) => {
      expect(minutesOf(text)).toBeUndefined();
    },
  );

  test("and back in words", () => {
    expect([0, 1, 60, 270, 1440, 2880, 3000].map(durationText)).toEqual([
      "nothing",
      "1 minute",
      "1 hour",
      "4 hours 30 minutes",
      "24 hours",
      "2 days",
      "2 days 2 hours",
    ]);
  });
});

describe("planned downtime as a window", () => {
  test.each([
    ["Sundays 02:00-04:00 UTC", { from: 120, to: 240 }],
    ["Sunday 2:00 - 4:00 UTC", { from: 120, to: 240 }],
    ["Mondays 00:00-01:00 CET", { from: 1380, to: 1440 }],
    ["Saturdays 23:00-01:00 UTC", { from: 6 * 1440 + 1380, to: 7 * 1440 + 60 }],
    ["Sundays 00:00-01:00 CET", { from: 7 * 1440 - 60, to: 7 * 1440 }],
  ])("%s is read", (text, window) => {
    expect(parseWindow(text)).toEqual(window);
  });

  test.each([
    "at night",
    "Sundays 02:00-04:00",
    "Sundays 25:00-26:00 UTC",
    "Someday 02:00-04:00 UTC",
    "Sundays 02:00-04:00 XYZ",
  ])("%s is left to people", (text) => {
    expect(parseWindow(text)).toBeUndefined();
  });
});

describe("the alerts of a promise", () => {
  const told = (promise: Parameters<typeof promiseAlerts>[0]) =>
    promiseAlerts(promise).map(({ id, window, threshold }) => `${id} ${window} ${threshold}`);

  test("failures are told when a month's allowance is used up too fast, latency when it is promised", () => {
    expect(told({ availability: 99.9, latency: { p95: 800 } })).toEqual([
      "failures-fast PT1H 1.44",
      "failures-slow PT6H 0.6",
      "latency PT15M 800",
    ]);
    expect(told({ availability: 99.5 })).toEqual(["failures-fast PT1H 7.2", "failures-slow PT6H 3"]);
  });

  test("are asked of the log of what callers come in by", () => {
    const promise = { availability: 99.9, latency: { p95: 800 } };
    const queries = (log?: Parameters<typeof promiseAlerts>[1]) => [
      ...new Set(promiseAlerts(promise, log).map(({ query }) => query)),
    ];
    expect(queries(ACCESS_LOGS.frontDoor)).toEqual([
      'AzureDiagnostics | where Category == "FrontDoorAccessLog" and requestProtocol_s == "HTTPS" | summarize bad = countif(toint(httpStatusCode_s) >= 500), requests = count() | where bad >= 3 | project failed = 100.0 * bad / requests',
      'AzureDiagnostics | where Category == "FrontDoorAccessLog" and requestProtocol_s == "HTTPS" | summarize p95 = 1000.0 * percentile(todouble(timeTaken_s), 95)',
    ]);
    expect(queries()).toEqual(queries(ACCESS_LOGS.gateway));
    for (const query of queries()) expect(query).toMatch(/^AGWAccessLogs \| /);
  });

  test("no threshold is beyond what can happen, and without a promise there is no alert", () => {
    expect(told({ availability: 90 })).toEqual(["failures-fast PT1H 50", "failures-slow PT6H 50"]);
    expect(told({})).toEqual([]);
  });
});

test("the region of the tables has zones, and the other has none", () => {
  expect([region("westeurope")?.zones, region("westus")?.zones]).toEqual([true, false]);
});
