import { join } from "node:path";
import type { TerraformError } from "../../rehearsal/diagnostics";
import { providerCache } from "../../rehearsal/provider-cache";
import { withScratchFolder } from "../../rehearsal/scratch-folder";
import type { StackSource } from "../../rehearsal/stack-copy";
import { findTool, type Tool } from "../../rehearsal/tool";
import { type Azure, EMULATED_SUBSCRIPTION, TENANT } from "../arm/azure";
import { type EmulatedAzure, type Exchange, startAzure } from "../start";
import { seed, seedsIn } from "./seed";
import { errorLines, type Outcome, TerraformFolder } from "./terraform";

/** What is run, in this order. */
export const PHASES = [
  "apply",
  "no changes",
  "successor beside it",
  "destroy",
  "successor unchanged",
  "successor destroyed",
  "nothing left",
  "apply again",
] as const;
export type Phase = (typeof PHASES)[number];

/** What became of a phase. */
export interface PhaseResult {
  readonly phase: Phase;
  readonly outcome: "passed" | "failed" | "not run";
  readonly seconds: number;
  /** The stack that failed. */
  readonly stack?: string;
  /** Terraform's own errors, each with its resource. */
  readonly errors: readonly TerraformError[];
  /** What is wrong in a line each: errors, changes that a second plan still has, what is left. */
  readonly says: readonly string[];
  /** What Azure refused during the phase. */
  readonly refusals: readonly Exchange[];
}

/** A stack of an environment. */
export type EmulatedStack = StackSource & {
  /** Names of stacks that are applied first and destroyed later. @default the one before it in the list */
  readonly after?: readonly string[];
};

export interface EmulateOptions {
  /** The stacks of this generation, in the order in which they are applied. */
  readonly stacks: readonly EmulatedStack[];
  /** Those of the next generation. @default none: its phases are not run */
  readonly successor?: readonly EmulatedStack[];
  /** Terraform or OpenTofu, a name or a path. @default whichever is on the PATH */
  readonly bin?: string;
  /** Values of input variables, over the generated ones and the outputs of earlier stacks. @default none */
  readonly variables?: Readonly<Record<string, unknown>>;
  /** For each command. @default 1 200 000 (20 minutes) */
  readonly timeoutMs?: number;
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
  readonly seconds: number;
}

/**
 * Run stacks against an emulated Azure with the real provider: made, planned, succeeded, destroyed and made again. Works in a
 * temporary folder with local state; neither the user's files nor backends nor Azure are touched.
 */
export async function emulate(options: EmulateOptions): Promise<Emulation> {
  const started = Date.now();
  const found = await findTool(options.bin);
  const nothing = { providers: {}, phases: [], echoed: [], kept: [] };
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
        seconds: seconds(),
      };
    } finally {
      await azure.close();
    }
  });
}

/** Why there is nothing to run. */
type Obstacle = { readonly outcome: "failed" | "not-emulated"; readonly reason: string };

const notEmulated = (reason: string): Obstacle => ({ outcome: "not-emulated", reason });

/** Providers that ask nobody. */
const WITHOUT_CLOUD = /\/(azurerm|random|null|time|local|tls|terraform)$/;

class Run {
  kept: readonly string[] = [];
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

  /** Every phase; after a failure only what takes away what was made. */
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
    await phase("apply again", this.kept.length > 0 ? undefined : () => current.apply());
    return results;
  }

  private nothingLeft(): Step {
    this.kept = [...this.azure.store.kept.values()].map((one) => one.id);
    const left = this.azure.store.all().map(({ id }) => `${id} is left`);
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

function notRun(phase: Phase): PhaseResult {
  return { phase, outcome: "not run", seconds: 0, errors: [], says: [], refusals: [] };
}

interface Step {
  readonly stack?: string;
  readonly errors: readonly TerraformError[];
  readonly says: readonly string[];
}

const FINE: Step = { errors: [], says: [] };

/** The stacks of one generation, each in a folder of its own. */
class Generation {
  private readonly folders: {
    readonly name: string;
    readonly folder: TerraformFolder;
    readonly after: readonly string[];
  }[];
  private outputs: Record<string, unknown> = {};

  constructor(
    stacks: readonly EmulatedStack[],
    scratch: string,
    private readonly azure: EmulatedAzure,
    tool: Tool,
    options: EmulateOptions,
  ) {
    const shared = { tool, azure: azure.env, timeoutMs: options.timeoutMs ?? 1_200_000 };
    const given = { subscription_id: EMULATED_SUBSCRIPTION, tenant_id: TENANT, ...options.variables };
    let before: readonly string[] = [];
    this.folders = stacks.map((source, index) => {
      const folder = TerraformFolder.make(source, join(scratch, String(index)), {
        ...shared,
        variables: () => ({ ...this.outputs, ...given }),
      });
      const { name } = folder.copy;
      const after = source.after ?? before;
      before = [name];
      return { name, folder, after };
    });
  }

  async init(extra: NodeJS.ProcessEnv): Promise<Obstacle | undefined> {
    for (const { name, folder } of this.folders) {
      const outcome = await folder.init(extra);
      const reason = `${name}: ${errorLines(outcome).join("\n")}`;
      if (outcome.errors.length > 0) return { outcome: outcome.isConfiguration ? "failed" : "not-emulated", reason };
    }
    return undefined;
  }

  providers(): Record<string, string> {
    return Object.assign({}, ...this.folders.map(({ folder }) => folder.providers())) as Record<string, string>;
  }

  /** Every stack as soon as those before it are there, with what people bring between them. */
  apply(): Promise<Step> {
    const seeds = seedsIn(this.folders.map(({ folder }) => folder.copy.files));
    return this.inOrder(
      (one) => one.after,
      async ({ name, folder }) => {
        const outcome = await folder.apply();
        if (outcome.errors.length > 0) return failed(name, outcome);
        this.outputs = { ...this.outputs, ...folder.output() };
        seed(this.azure, seeds);
        return FINE;
      },
    );
  }

  /** All side by side: a plan changes nothing. */
  async plan(): Promise<Step> {
    const outcomes = await Promise.all(
      this.folders.map(async ({ name, folder }) => ({ name, outcome: await folder.plan() })),
    );
    const wrong = outcomes.find(({ outcome }) => outcome.errors.length > 0 || outcome.changes.length > 0);
    return wrong ? failed(wrong.name, wrong.outcome, wrong.outcome.changes) : FINE;
  }

  /** Every stack as soon as those after it are gone. */
  async destroy(): Promise<Step> {
    const step = await this.inOrder(
      ({ name }) => this.folders.filter((one) => one.after.includes(name)).map((one) => one.name),
      async ({ name, folder }) => {
        const outcome = await folder.destroy();
        const left = folder.held().map((address) => `${address} is still in the state`);
        return outcome.errors.length > 0 || left.length > 0 ? failed(name, outcome, left) : FINE;
      },
    );
    this.outputs = {};
    return step;
  }

  /** Work on every stack when the work on those that it waits for is done; after a failure begin nothing more. */
  private async inOrder(
    waitsFor: (one: Generation["folders"][number]) => readonly string[],
    work: (one: Generation["folders"][number]) => Promise<Step>,
  ): Promise<Step> {
    const begun = new Map<string, Promise<Step>>();
    const begin = (one: Generation["folders"][number]): Promise<Step> => {
      const known = begun.get(one.name);
      if (known) return known;
      const first = this.folders.filter(({ name }) => waitsFor(one).includes(name));
      const promise = Promise.all(first.map(begin)).then(
        (steps) => steps.find((step) => step.says.length > 0) ?? work(one),
      );
      begun.set(one.name, promise);
      return promise;
    };
    const steps = await Promise.all(this.folders.map(begin));
    return steps.find((step) => step.says.length > 0) ?? FINE;
  }
}

function failed(stack: string, outcome: Outcome, wrong: readonly string[] = []): Step {
  return { stack, errors: outcome.errors, says: [...errorLines(outcome), ...wrong] };
}
