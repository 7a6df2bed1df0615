import type { Call, Reply } from "../http";
import type { Json } from "../json";
import table from "./accepted-codes.json";
import type { ArmId } from "./id";

const codes = new Map(
  Object.entries(table.types as unknown as Record<string, Record<string, number[]>>).map(([type, methods]) => [
    type.toLowerCase(),
    { type, methods: new Map(Object.entries(methods).map(([key, list]) => [key.toLowerCase(), list])) },
  ]),
);

/** The namespaces of all types in the table. */
export const NAMESPACES: readonly string[] = [
  ...new Set([...codes.values()].map(({ type }) => type.split("/")[0] ?? "")),
];

/** How Azure spells a type; as it was asked for, where the table lacks it. */
export function spelled(type: string): string {
  return codes.get(type.toLowerCase())?.type ?? type;
}

/** Status codes that the provider takes for a method on a type; undefined where its SDK has no such call. */
function accepted(method: string, id: ArmId): readonly number[] | undefined {
  const own = codes.get(id.type.toLowerCase())?.methods.get(method.toLowerCase());
  if (own) return own;
  const [last, ...up] = id.type.split("/").reverse();
  const parent = codes.get(up.reverse().join("/").toLowerCase())?.methods;
  return parent?.get(`${method} ${last}/${id.name}`.toLowerCase()) ?? parent?.get(`${method} ${last}`.toLowerCase());
}

/** The first of some codes that the provider takes. */
export function statusFor(method: string, id: ArmId, wanted: readonly number[]): number {
  const taken = accepted(method, id);
  return wanted.find((code) => !taken || taken.includes(code)) ?? taken?.[0] ?? wanted[0] ?? 200;
}

interface Operation {
  readonly error?: { readonly code: string; readonly message: string };
}

/**
 * Operations that go on after a request was taken. They are over by the time that anybody asks, and say so without a wait:
 * the provider waits 10 s before it asks for a state, and as long as `Retry-After` says before it asks for an operation.
 */
export class Operations {
  private readonly running = new Map<string, Operation>();

  /** Headers that lead to a new operation. */
  begin(
    azure: { readonly origin: string; readonly newId: (seed: string) => string },
    id: ArmId,
    error?: Operation["error"],
  ): Record<string, string> {
    const name = azure.newId(`operation ${id.text}`);
    this.running.set(name, error ? { error } : {});
    const subscription = id.subscription ?? "00000000-0000-0000-0000-000000000000";
    const url = `${azure.origin}/subscriptions/${subscription}/providers/Microsoft.Resources/operationStatuses/${name}`;
    return { "azure-asyncoperation": `${url}?api-version=2024-01-01`, "retry-after": "0" };
  }

  /** The answer to the one who asks how an operation goes. */
  answer(call: Call): Reply | undefined {
    const name = /\/providers\/Microsoft\.Resources\/operationStatuses\/([^/]+)$/i.exec(call.path)?.[1];
    const operation = name ? this.running.get(name) : undefined;
    if (!name || !operation) return undefined;
    const body: Json = operation.error
      ? { name, status: "Failed", error: operation.error }
      : { name, status: "Succeeded" };
    return { status: 200, body, headers: { "retry-after": "0" } };
  }

  clear(): void {
    this.running.clear();
  }
}
