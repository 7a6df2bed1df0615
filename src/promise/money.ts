import { PRICES, type PriceId, price } from "../azure/prices";
import type { Resource } from "../plan/resource";
import type { Fix } from "./promise";

/** The list price of one more server of this size, with its storage; `undefined` for a size without a price here. */
export function serverMonthly(server: Resource): number | undefined {
  const [, size] = /^[A-Z]+_Standard_(.+)$/.exec(server.text("sku_name") ?? "") ?? [];
  const id = `postgres-${(size ?? "").toLowerCase().replaceAll("_", "-")}`;
  const compute = PRICES.find((one) => one.id === id);
  return compute && compute.monthly + storageGib(server) * price("postgres-storage").monthly;
}

/** Provisioned storage of a database server, in GiB; Azure's smallest where it is not written. */
export function storageGib(server: Resource): number {
  const megabytes = server.value("storage_mb");
  return (typeof megabytes === "number" ? megabytes : 32_768) / 1024;
}

/** What one GB more or differently kept costs, as words. */
export function perGb(to: PriceId, from?: PriceId): string {
  const monthly = price(to).monthly - (from ? price(from).monthly : 0);
  return `${monthly.toFixed(3)} USD per GB and month`;
}

/** USD as words, list price. */
export function dollars(monthly: number): string {
  return monthly === 0 ? "at no extra cost" : `for about ${Math.round(monthly)} USD a month more`;
}

/** A change at a known price; the price is part of the sentence. */
export function priced(what: string, monthly: number | undefined): Fix {
  return monthly === undefined
    ? { says: `${what}, for what the server costs today once more.` }
    : { says: `${what}, ${dollars(monthly)}.`, monthly };
}
