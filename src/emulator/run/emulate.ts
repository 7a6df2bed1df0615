import { join } from "node:path";
import { providerCache } from "../../rehearsal/provider-cache";
import { withScratchFolder } from "../../rehearsal/scratch-folder";
import { findTool, type Tool } from "../../rehearsal/tool";
import type { Azure } from "../arm/azure";
import { type EmulatedAzure, startAzure } from "../start";
import { type EmulatedStack, Generation, type GenerationOptions, type Obstacle } from "./generation";
import { notRun, type Phase, type PhaseResult, type Step } from "./phases";

export interface EmulateOptions extends GenerationOptions {
  /** The stacks of this generation, in the order in which they are applied. */
  readonly stacks: readonly EmulatedStack[];
  /** Those of the next generation. @default none: its phases are not run */
  readonly successor?: readonly EmulatedStack[];
  /** Terraform or OpenTofu, a name or a path. @default whichever is on the PATH */
  readonly bin?: string;
  /** What others do in the emulated Azure before a phase begins. @default nothing */
  readonly meanwhile?: (phase: Phase, azure: Azure) => void;
  /** Told as each step ends. @default nobody */
  readonly onStep?: (says: string) => void;
}

export interface Emulation {
  readonly outcome: "emulated" | "failed" | "not-emulated";
  /** Why not. */
  readonly reason?: string;
  readonly tool?: Pick<Tool, "name" | "version">;
  readonly providers: Readonly<Record<string, string>>;
  readonly phases: readonly PhaseResult[];
  /** Types that were stored and answered without a file that knows them. */
  readonly echoed: readonly string[];
  /** What Azure keeps after everything was destroyed: names that stay taken. */
  readonly kept: readonly string[];
  /** What stays on purpose: the outermost resources of stacks that outlive their generation. */
  readonly retained: readonly string[];
  readonly seconds: number;
}

/**
 * Run stacks against an emulated Azure with the real provider: made, planned, succeeded, destroyed and made again. Works in a
 * temporary folder with local state; neither the user's files nor backends nor Azure are touched.
 */
export async function emulate(options: EmulateOptions): Promise<Emulation> {
  const started = Date.now();
  const found = await findTool(options.bin);
  const nothing = { providers: {}, phases: [], echoed: [], kept: [], retained: [] };
  if ("reason" in found) return { outcome: "not-emulated", reason: found.reason, ...nothing, seconds: 0 };
  return withScratchFolder(async (scratch) => {
    const azure = await startAzure({ folder: scratch });
    try {
      const run = new Run(azure, found, scratch, options);
      const obstacle = await run.prepare();
      const about = { tool: { name: found.name, version: found.version }, providers: run.providers() };
      const seconds = () => (Date.now() - started) / 1000;
      if (obstacle) return { ...obstacle, ...nothing, ...about, seconds: seconds() };
      const phases = await run.phases();
      const failed = phases.find((one) => one.outcome === "failed");
      return {
        outcome: failed ? "failed" : "emulated",
        ...(failed ? { reason: `${failed.phase}: ${failed.says[0] ?? "failed"}` } : {}),
        ...about,
        phases,
        echoed: [...azure.store.echoed].sort(),
        kept: run.kept,
        retained: run.retained,
        seconds: seconds(),
      };
    } finally {
      await azure.close();
    }
  });
}

const notEmulated = (reason: string): Obstacle => ({ outcome: "not-emulated", reason });

/** Providers that ask nobody. */
const WITHOUT_CLOUD = /\/(azurerm|random|null|time|local|tls|terraform)$/;

class Run {
  kept: readonly string[] = [];
  retained: readonly string[] = [];
  private readonly current: Generation;
  private readonly next: Generation | undefined;

  constructor(
    private readonly azure: EmulatedAzure,
    tool: Tool,
    private readonly scratch: string,
    private readonly options: EmulateOptions,
  ) {
    const make = (stacks: readonly EmulatedStack[], name: string) =>
      new Generation(stacks, join(scratch, name), azure, tool, options);
    this.current = make(options.stacks, "current");
    this.next = options.successor && make(options.successor, "successor");
  }

  /** Get the providers; answers with why they cannot be had, or cannot be led here. */
  async prepare(): Promise<Obstacle | undefined> {
    if (this.options.stacks.length === 0) return notEmulated("there is no stack");
    for (const generation of [this.current, this.next]) {
      const obstacle = await generation?.init(providerCache(this.scratch));
      if (obstacle) return obstacle;
    }
    const foreign = Object.keys(this.providers()).filter((source) => !WITHOUT_CLOUD.test(source));
    if (foreign.length > 0)
      return notEmulated(`only azurerm can be led to the emulator, and there is ${foreign.join(", ")}`);
    return undefined;
  }

  providers(): Readonly<Record<string, string>> {
    return { ...this.current.providers(), ...this.next?.providers() };
  }

  /** Every phase; after one that fails none is run. */
  async phases(): Promise<PhaseResult[]> {
    const results: PhaseResult[] = [];
    const phase = async (name: Phase, work: (() => Promise<Step>) | undefined): Promise<void> => {
      const broken = results.some((one) => one.outcome === "failed");
      const result = work && !broken ? await this.phase(name, work) : notRun(name);
      results.push(result);
      this.options.onStep?.(
        `${name}: ${result.outcome}${result.outcome === "not run" ? "" : `, ${result.seconds.toFixed(0)} s`}`,
      );
    };
    const { current, next } = this;
    await phase("apply", () => current.apply());
    await phase("no changes", () => current.plan());
    await phase("successor beside it", next && (() => next.apply()));
    await phase("destroy", () => current.destroy());
    await phase("successor unchanged", next && (() => next.plan()));
    await phase("successor destroyed", next && (() => next.destroy()));
    await phase("nothing left", async () => this.nothingLeft());
    await phase("apply again", this.kept.length + this.retained.length > 0 ? undefined : () => current.apply());
    return results;
  }

  private nothingLeft(): Step {
    const { store } = this.azure;
    const retained = [...this.current.retained(), ...(this.next?.retained() ?? [])].map((id) => id.toLowerCase());
    const isRetained = (id: string) => retained.some((one) => id === one || id.startsWith(`${one}/`));
    const all = store.all();
    const stays = all.map(({ id }) => id).filter((id) => isRetained(id.toLowerCase()));
    // What lies in something that stays needs no line of its own.
    this.retained = stays.filter((id) => !stays.some((one) => id.toLowerCase().startsWith(`${one.toLowerCase()}/`)));
    this.kept = [...store.kept.values()].map((one) => one.id);
    const left = all.filter(({ id }) => !isRetained(id.toLowerCase())).map(({ id }) => `${id} is left`);
    return { errors: [], says: left };
  }

  private async phase(phase: Phase, work: () => Promise<Step>): Promise<PhaseResult> {
    const [started, heard] = [Date.now(), this.azure.exchanges.length];
    this.options.meanwhile?.(phase, this.azure.azure);
    const step = await work();
    const refusals = this.azure.exchanges.slice(heard).filter(({ status }) => status >= 400 && status !== 404);
    const outcome = step.says.length > 0 ? "failed" : "passed";
    return {
      phase,
      outcome,
      seconds: (Date.now() - started) / 1000,
      ...step,
      refusals: outcome === "failed" ? refusals : [],
    };
  }
}
