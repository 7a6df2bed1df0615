import type { Azure, Deletion, Write } from "../../arm/azure";
import { referrers } from "../../arm/references";
import { Refusal } from "../../arm/refusal";
import { isObject, type Json, text } from "../../json";

/** Give every named part of a body the id that it has below its resource: `…/ipConfigurations/one`. */
export function nameParts({ id, body }: Write): void {
  givePartIds(body["properties"], id.text);
}

function givePartIds(value: unknown, path: string): void {
  if (!isObject(value)) return;
  for (const [key, inner] of Object.entries(value)) {
    if (!Array.isArray(inner)) continue;
    for (const one of inner) {
      if (!isObject(one) || !isObject(one["properties"]) || !text(one["name"])) continue;
      one["id"] ??= `${path}/${key}/${text(one["name"])}`;
      one["properties"]["provisioningState"] ??= "Succeeded";
      givePartIds(one["properties"], text(one["id"]));
    }
  }
}

/** Refuse to delete what others still refer to. */
export function refuseInUse({ azure, id }: Deletion, code: string, noun: string): void {
  const users = referrers(azure.store, id.text);
  if (users.length === 0) return;
  throw new Refusal(
    400,
    code,
    `${noun} ${id.name} is in use by ${users.map((one) => one.id).join(", ")} and cannot be deleted. In order to delete it, remove the dependency.`,
  );
}

/** The next free address of a subnet. Azure keeps the first four and the last. */
export function nextAddress(azure: Azure, subnet: string): string {
  const found = azure.store.get(subnet);
  const properties = found?.body["properties"] as Json | undefined;
  const prefix =
    text(properties?.["addressPrefix"]) || text((properties?.["addressPrefixes"] as string[] | undefined)?.[0]);
  const taken = new Set((found?.hidden["addresses"] ?? []) as string[]);
  const base = toNumber(prefix.split("/")[0] ?? "");
  let next = base + 4;
  while (taken.has(toAddress(next))) next += 1;
  if (found) found.hidden["addresses"] = [...taken, toAddress(next)];
  return toAddress(next);
}

/** Give an address of a subnet back. */
export function freeAddress(azure: Azure, subnet: string, address: string): void {
  const found = azure.store.get(subnet);
  if (found)
    found.hidden["addresses"] = ((found.hidden["addresses"] ?? []) as string[]).filter((one) => one !== address);
}

function toNumber(address: string): number {
  return address.split(".").reduce((sum, part) => sum * 256 + Number(part), 0);
}

function toAddress(value: number): string {
  return [24, 16, 8, 0].map((shift) => Math.floor(value / 2 ** shift) % 256).join(".");
}

/** First and last address of a prefix. */
export function rangeOf(prefix: string): readonly [number, number] {
  const [address = "", bits = "32"] = prefix.split("/");
  const size = 2 ** (32 - Number(bits));
  const first = Math.floor(toNumber(address) / size) * size;
  return [first, first + size - 1];
}
