import type { Json } from "../../src/emulator/json";
import { type EmulatedAzure, startAzure } from "../../src/emulator/start";
import { ask, outcome, SUBSCRIPTION } from "./client";

export const WEST = `${SUBSCRIPTION}/resourceGroups/orders`;
export const NORTH = `${SUBSCRIPTION}/resourceGroups/orders-neu`;
export const TAKEN = expect.stringMatching(/^20[0124]$/);

/** An emulated Azure for a file of tests, with a group in each of two regions before every one of them. */
export function azureInTwoRegions() {
  let azure: EmulatedAzure;
  beforeAll(async () => {
    azure = await startAzure({ now: () => new Date("2026-11-28T12:00:00Z") });
  });
  afterAll(() => azure.close());
  beforeEach(async () => {
    azure.reset();
    await ask(azure, "PUT", WEST, { location: "westeurope" });
    await ask(azure, "PUT", NORTH, { location: "northeurope" });
  });
  return {
    /** The emulated Azure itself; there once the tests run. */
    its: () => azure,
    ask: (method: Parameters<typeof ask>[1], path: string, body?: Json) => ask(azure, method, path, body),
    put: async (path: string, properties: Json = {}, more: Json = {}): Promise<string> =>
      outcome(await ask(azure, "PUT", path, { location: "westeurope", properties, ...more })),
    read: async (path: string): Promise<Json> => (await ask(azure, "GET", path)).body["properties"] as Json,
    remove: async (path: string): Promise<string> => outcome(await ask(azure, "DELETE", path)),
  };
}
