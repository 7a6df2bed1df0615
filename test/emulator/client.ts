import { request } from "node:https";
import { EMULATED_SUBSCRIPTION } from "../../src/emulator/arm/azure";
import type { Json } from "../../src/emulator/json";
import type { EmulatedAzure } from "../../src/emulator/start";

export const SUBSCRIPTION = `/subscriptions/${EMULATED_SUBSCRIPTION}`;

export interface Answer {
  readonly status: number;
  readonly body: Json;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
}

/** Speak to the emulated Azure as a client does that trusts its certificate. */
export function ask(azure: EmulatedAzure, method: string, path: string, body?: Json, host?: string): Promise<Answer> {
  const url = new URL(path, azure.origin);
  if (!url.searchParams.has("api-version")) url.searchParams.set("api-version", "2024-01-01");
  const headers = { "content-type": "application/json", ...(host ? { host } : {}) };
  return new Promise((resolve, reject) => {
    const sent = request(url, { method, headers, ca: azure.ca, ...(host ? { servername: host } : {}) }, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("end", () => {
        const text = Buffer.concat(chunks).toString("utf8");
        const isJson = /json/.test(response.headers["content-type"] ?? "");
        resolve({
          status: response.statusCode ?? 0,
          body: isJson && text ? JSON.parse(text) : { text },
          headers: response.headers,
        });
      });
    });
    sent.on("error", reject);
    sent.end(body ? JSON.stringify(body) : undefined);
  });
}

/** Status and Azure's code of a refusal, status alone of what was taken. */
export function outcome({ status, body }: Answer): string {
  const error = body["error"] as { code?: string } | undefined;
  return error?.code ? `${status} ${error.code}` : String(status);
}
