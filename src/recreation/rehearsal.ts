import { type Rehearsal, rehearse } from "../rehearsal/rehearse";
import type { StackRehearsal } from "../rehearsal/rehearse-stack";
import type { Subject } from "./subject";

/** What a rehearsal came to, without times and places: the same on every machine. */
export interface RehearsalRecord {
  readonly outcome: "rehearsed" | "failed" | "not-rehearsed";
  /** Why not; absent when rehearsed. */
  readonly reason?: string;
  readonly tool?: { readonly name: string; readonly version: string };
  /** Version of every provider by its name. */
  readonly providers: Readonly<Record<string, string>>;
  readonly stacks: readonly {
    readonly stack: string;
    readonly generation: number;
    readonly passed: readonly string[];
  }[];
  readonly gaps: readonly string[];
  readonly lifted: readonly string[];
}

export interface RehearsalOptions {
  /** Terraform or OpenTofu. @default whichever is found */
  readonly bin?: string;
  /** Called as each stack ends. @default nothing */
  readonly onStack?: (says: string) => void;
}

/** The record of a rehearsal that did not take place. */
export function notRehearsed(reason: string): RehearsalRecord {
  return { outcome: "not-rehearsed", reason, providers: {}, stacks: [], gaps: [], lifted: [] };
}

/**
 * Creates this generation, finds nothing left to do, destroys it, and does the same with the next one: with the real
 * provider and mocks in Azure's place. Without Terraform or the provider it did not take place, and says so.
 */
export async function rehearseGenerations(subject: Subject, options: RehearsalOptions = {}): Promise<RehearsalRecord> {
  const generations = [subject, subject.next].flatMap(({ resolved, stacks }) =>
    stacks.map(({ name, json }) => ({ stack: name, generation: resolved.generation, json })),
  );
  const result = await rehearse({
    stacks: generations.map(({ stack, generation, json }) => ({ name: `${stack} g${generation}`, json: { ...json } })),
    ...(options.bin !== undefined && { bin: options.bin }),
    onStack: ({ stack, outcome }) => options.onStack?.(`${stack}: ${outcome}`),
  });
  return recordOf(result, generations);
}

function recordOf(
  { outcome, reason, tool, stacks }: Rehearsal,
  generations: readonly { readonly stack: string; readonly generation: number }[],
): RehearsalRecord {
  const providers = stacks.flatMap((one) => Object.entries(one.providers));
  return {
    outcome,
    ...(reason !== undefined && { reason }),
    ...(tool && { tool: { name: tool.name, version: tool.version } }),
    providers: Object.fromEntries(providers.map(([source, version]) => [source.split("/").at(-1) ?? source, version])),
    stacks: stacks.map((one, index) => ({
      stack: generations[index]!.stack,
      generation: generations[index]!.generation,
      passed: passed(one),
    })),
    gaps: [...new Set(stacks.flatMap(({ gaps }) => gaps))].sort(),
    lifted: [...new Set(stacks.flatMap(({ lifted }) => lifted))].sort(),
  };
}

function passed({ runs }: StackRehearsal): string[] {
  return runs.filter(({ status }) => status === "passed").map(({ name }) => name);
}
