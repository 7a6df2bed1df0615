import { join } from "node:path";
import { type RehearsalOutcome, rehearseStack, type StackRehearsal } from "./rehearse-stack";
import { withScratchFolder } from "./scratch-folder";
import type { StackSource } from "./stack-copy";
import { findTool, KNOWS_MOCKS, type Tool } from "./tool";

export interface RehearseOptions {
  /** The stacks, each rehearsed by itself, in this order. */
  readonly stacks: readonly StackSource[];
  /** Terraform or OpenTofu, a name or a path. @default `terraform`, else `tofu`, whichever is on the PATH */
  readonly bin?: string;
  /** Values of input variables, over the generated ones; a stack takes those it declares. @default none */
  readonly variables?: { readonly [name: string]: unknown };
  /** For each command. @default 600 000 (10 minutes) */
  readonly timeoutMs?: number;
  /** Called as each stack ends, for progress. @default nothing */
  readonly onStack?: (rehearsal: StackRehearsal) => void;
}

export interface Rehearsal {
  /** `rehearsed` only when every stack was. */
  readonly outcome: RehearsalOutcome;
  readonly reason?: string;
  readonly tool?: Pick<Tool, "name" | "version">;
  readonly stacks: readonly StackRehearsal[];
  readonly durationMs: number;
}

/**
 * Rehearse stacks without a cloud: the real provider validates them, then Terraform creates everything, plans again
 * (which must find nothing to do) and destroys everything, with mocks in Azure's place. Works in a temporary folder that
 * is gone afterwards, interrupted or not; backends and state are never touched.
 *
 * Mocks skip what the provider would do at plan time: its own cross-checks, what forces a replacement, drift. A
 * rehearsal says nothing about those, nor about what Azure would refuse.
 *
 * @see https://developer.hashicorp.com/terraform/language/tests/mocking
 * @example await rehearse({ stacks: [{ dir: "cdktf.out/stacks/orders-poc-platform" }] })
 */
export async function rehearse(options: RehearseOptions): Promise<Rehearsal> {
  const started = Date.now();
  const found = await findTool(options.bin, KNOWS_MOCKS);
  if ("reason" in found)
    return { outcome: "not-rehearsed", reason: found.reason, stacks: [], durationMs: Date.now() - started };
  const stacks = await withScratchFolder(async (folder) => {
    const done: StackRehearsal[] = [];
    for (const [index, source] of options.stacks.entries()) {
      const one = await rehearseStack(source, found, options, join(folder, String(index)), folder);
      options.onStack?.(one);
      done.push(one);
    }
    return done;
  });
  const worst = stacks.find((one) => one.outcome === "failed") ?? stacks.find((one) => one.outcome === "not-rehearsed");
  const { name, version } = found;
  return {
    outcome: stacks.length === 0 ? "not-rehearsed" : (worst?.outcome ?? "rehearsed"),
    ...(worst
      ? { reason: `${worst.stack}: ${worst.reason}` }
      : stacks.length === 0
        ? { reason: "there is no stack" }
        : {}),
    tool: { name, version },
    stacks,
    durationMs: Date.now() - started,
  };
}
