import type { IncomingMessage, ServerResponse } from "node:http";
import type { Json } from "./json";
import { isObject } from "./json";

/** A request as the parts of the emulator see it. */
export interface Call {
  readonly method: string;
  /** Without the port. */
  readonly host: string;
  /** Decoded, without the query. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: Readonly<Record<string, string>>;
  readonly raw: Buffer;
  /** The body where it is a JSON object, else an empty one. */
  readonly body: Json;
}

/** An answer. Objects and lists are sent as JSON, text as it is. */
export interface Reply {
  readonly status: number;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

export async function readCall(request: IncomingMessage): Promise<Call> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const raw = Buffer.concat(chunks);
  const host = (request.headers.host ?? "").replace(/:\d+$/, "").toLowerCase();
  const url = new URL(request.url ?? "/", "https://azure");
  const headers = Object.fromEntries(Object.entries(request.headers).map(([key, value]) => [key, String(value)]));
  return {
    method: request.method ?? "GET",
    host,
    path: decodeURIComponent(url.pathname),
    query: url.searchParams,
    headers,
    raw,
    body: bodyOf(raw),
  };
}

function bodyOf(raw: Buffer): Json {
  try {
    const value: unknown = JSON.parse(raw.toString("utf8"));
    return isObject(value) ? value : {};
  } catch {
    return {};
  }
}

export function sendReply(response: ServerResponse, reply: Reply, withBody: boolean): void {
  const { status, body, headers = {} } = reply;
  const isText = typeof body === "string" || Buffer.isBuffer(body);
  const bytes = body === undefined ? Buffer.alloc(0) : Buffer.from(isText ? body : JSON.stringify(body));
  response.writeHead(status, {
    ...(body === undefined || isText ? {} : { "content-type": "application/json; charset=utf-8" }),
    "content-length": String(withBody ? bytes.length : 0),
    "x-ms-request-id": "00000000-0000-0000-0000-000000000000",
    ...headers,
  });
  response.end(withBody ? bytes : undefined);
}
