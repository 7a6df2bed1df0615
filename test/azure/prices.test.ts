import { CONTAINER_APPS_FREE_GRANT, HOURS_PER_MONTH, PRICES, price } from "../../src/azure/prices";

describe("the price table", () => {
  test("ids are unique, kebab-case and found again by price()", () => {
    const ids = PRICES.map((one) => one.id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.filter((id) => !/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(id))).toEqual([]);
    expect(ids.map((id) => price(id))).toEqual(PRICES);
  });

  test("figures are finite and not negative, and exactly the parts without a fixed charge are zero", () => {
    expect(PRICES.filter((one) => !Number.isFinite(one.monthly) || one.monthly < 0)).toEqual([]);
    const free = PRICES.filter((one) => one.monthly === 0).map((one) => one.id);
    expect(free).toEqual(["key-vault", "application-insights", "budget"]);
  });

  test("every figure has an official https source, a real day and a unit", () => {
    const official = /^https:\/\/(azure|learn|www)\.microsoft\.com\/[a-z]/;
    expect(PRICES.filter((one) => !official.test(one.source))).toEqual([]);
    expect(PRICES.filter((one) => !/^20\d\d-\d\d-\d\d$/.test(one.asOf))).toEqual([]);
    expect(PRICES.filter((one) => new Date(one.asOf).toISOString().slice(0, 10) !== one.asOf)).toEqual([]);
    expect(PRICES.filter((one) => !/^per [A-Za-z- ]+$/.test(one.unit) || one.what === "")).toEqual([]);
  });

  test("the figures that were not read from the price list are exactly these", () => {
    expect(PRICES.filter((one) => one.confidence === "estimate").map((one) => one.id)).toEqual([
      "registry-standard",
      "alert-query-1-minute",
      "budget",
      "load-balancer",
    ]);
  });

  test("a bigger tier never costs less than a smaller one", () => {
    const ladders = [
      ["registry-basic", "registry-standard", "registry-premium"],
      ["container-apps-vcpu-idle", "container-apps-vcpu-active"],
      ["storage-hot-lrs", "storage-hot-zrs", "storage-hot-grs", "storage-hot-gzrs"],
      ["postgres-b1ms", "postgres-b2s", "postgres-b2ms", "postgres-d2s-v3", "postgres-d2ds-v5"],
      ["firewall-basic", "firewall-standard", "firewall-premium"],
      ["alert-query-15-minutes", "alert-query-10-minutes", "alert-query-5-minutes", "alert-query-1-minute"],
    ] as const;
    for (const ladder of ladders) {
      const monthly = ladder.map((id) => price(id).monthly);
      expect(monthly).toEqual([...monthly].sort((a, b) => a - b));
    }
  });

  test("a general-purpose database is paid by the vCore", () => {
    const perVcore = (["d2ds", "d4ds", "d8ds"] as const).map(
      (size) => price(`postgres-${size}-v5`).monthly / Number(/\d/.exec(size)),
    );
    for (const one of perVcore) expect(one).toBeCloseTo(0.106 * HOURS_PER_MONTH, 2);
    expect(price("postgres-d4s-v3").monthly).toBeCloseTo(2 * price("postgres-d2s-v3").monthly, 2);
  });

  test.each([
    ["application-gateway-waf", 0.468],
    ["firewall-basic", 0.395],
    ["public-ip", 0.005],
    ["vpn-gateway-1-az", 0.21],
  ] as const)("%s is its hourly list price over one month", (id, hourly) => {
    expect(price(id).monthly).toBeCloseTo(hourly * HOURS_PER_MONTH, 2);
  });

  test("the free grant of Container Apps covers a quarter vCPU for about eight days", () => {
    expect(CONTAINER_APPS_FREE_GRANT.vcpuSeconds / 0.25 / 86_400).toBeCloseTo(8.33, 2);
    expect(CONTAINER_APPS_FREE_GRANT.gibSeconds / CONTAINER_APPS_FREE_GRANT.vcpuSeconds).toBe(2);
  });
});
