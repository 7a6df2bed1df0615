import type { Json } from "../json";

/** `West Europe` → `westeurope`, as ARM answers a location. */
export function normalizeLocation(location: string): string {
  return location.toLowerCase().replaceAll(" ", "");
}

export function normalizeLocations(body: Json): void {
  if (typeof body["location"] === "string") body["location"] = normalizeLocation(body["location"]);
}
