import { join } from "node:path";
import { providerCache } from "../../rehearsal/provider-cache";
import { withScratchFolder } from "../../rehearsal/scratch-folder";
import { ANSWERS_IN_JSON, findTool, type Tool } from "../../rehearsal/tool";
import type { Azure } from "../arm/azure";
import { keyOf } from "../arm/id";
import { type EmulatedStack, Generation, type GenerationOptions, type Obstacle } from "./generation";
import { otherAzure } from "./other/other-azure";
import { ownAzure } from "./own-azure";
import { FINE, notRun, type Phase, type PhaseResult, type Step } from "./phases";
import type { Holdings, Target } from "./target";

export interface EmulateOptions extends GenerationOptions {
  /** The stacks of this generation, in the order in which they are applied. */
  readonly stacks: readonly EmulatedStack[];
  /** What lives already: made first, and stacks of the same names go on with its state. @default nothing */
  readonly over?: readonly EmulatedStack[];
  /** Those of the next generation. @default none: its phases are not run */
  readonly successor?: readonly EmulatedStack[];
  /** Terraform or OpenTofu, a name or a path. @default whichever is on the PATH */
  readonly bin?: string;
  /** Metadata host of another Azure that is emulated on this machine. @default the emulated Azure of this library */
  readonly endpoint?: string;
  /** What others do in the emulated Azure before a phase begins; not where it is another. @default nothing */
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
  /** Metadata host of the other Azure that it was run against. */
  readonly endpoint?: string;
  /** What that one does not tell, in a few words each. */
  readonly unknown: readonly string[];
  /** What is another in the copies that were run than in what was given, in a sentence each. */
  readonly changed: readonly string[];
  readonly seconds: number;
}

const NOTHING = { providers: {}, phases: [], echoed: [], kept: [], retained: [], unknown: [], changed: [] };

/**
 * Run stacks against an emulated Azure with the real provider: made, planned, succeeded, destroyed and made again. Works in a
 * temporary folder with local state; neither the user's files nor backends nor Azure are touched.
 */
export async function emulate(options: EmulateOptions): Promise<Emulation> {
  const started = Date.now();
  const seconds = () => (Date.now() - started) / 1000;
  const found = await findTool(options.bin, ANSWERS_IN_JSON);
  if ("reason" in found) return { ...notEmulated(found.reason), ...NOTHING, seconds: 0 };
  return withScratchFolder(async (scratch) => {
    const { endpoint } = options;
    const target = endpoint === undefined ? await ownAzure(scratch) : await otherAzure(endpoint);
    if ("reason" in target) return { ...notEmulated(target.reason), ...NOTHING, seconds: seconds() };
    try {
      return { ...(await new Run(target, found, scratch, options).result()), seconds: seconds() };
    } finally {
      await target.close();
    }
  });
}

const notEmulated = (reason: string): Obstacle => ({ outcome: "not-emulated", reason });

/** Providers that ask nobody. */
const WITHOUT_CLOUD = /\/(azurerm|random|null|time|local|tls|terraform)$/;

class Run {
  private kept: readonly string[] = [];
  private retained: readonly string[] = [];
  private echoed: readonly string[] = [];
  private unknown: readonly string[] = [];
  private readonly current: Generation;
  private readonly living: Generation | undefined;
  private readonly next: Generation | undefined;

  constructor(
    private readonly target: Target,
    private readonly tool: Tool,
    private readonly scratch: string,
    private readonly options: EmulateOptions,
  ) {
    const make = (stacks: readonly EmulatedStack[], name: string) =>
      new Generation(stacks, join(scratch, name), target, tool, options);
    this.current = make(options.stacks, "current");
    this.living = options.over && make(options.over, "living");
    this.next = options.successor && make(options.successor, "successor");
  }

  /** Everything but how long it took. */
  async result(): Promise<Omit<Emulation, "seconds">> {
    const obstacle = await this.prepare();
    const { name, version } = this.tool;
    const { endpoint } = this.target;
    const about = {
      tool: { name, version },
      providers: this.providers(),
      ...(endpoint !== undefined && { endpoint }),
      changed: this.current.changedInCopies(),
    };
    if (obstacle) return { ...obstacle, ...NOTHING, ...about };
    const phases = await this.phases();
    const failed = phases.find((one) => one.outcome === "failed");
    if (failed) await this.look();
    const { echoed, kept, retained, unknown } = this;
    return {
      outcome: failed ? "failed" : "emulated",
      ...(failed ? { reason: `${failed.phase}: ${failed.says[0] ?? "failed"}` } : {}),
      ...about,
      phases,
      echoed,
      kept,
      retained,
      unknown,
    };
  }

  /** Get the providers; answers with why they cannot be had, or cannot be led here. */
  private async prepare(): Promise<Obstacle | undefined> {
    if (this.options.stacks.length === 0) return notEmulated("there is no stack");
    for (const generation of [this.living, this.current, this.next]) {
      const obstacle = await generation?.init(providerCache(this.scratch));
      if (obstacle) return obstacle;
    }
    const foreign = Object.keys(this.providers()).filter((source) => !WITHOUT_CLOUD.test(source));
    if (foreign.length > 0)
      return notEmulated(`only azurerm can be led to the emulator, and there is ${foreign.join(", ")}`);
    return undefined;
  }

  private providers(): Readonly<Record<string, string>> {
    return { ...this.current.providers(), ...this.next?.providers() };
  }

  /** Every phase; after one that fails none is run. */
  private async phases(): Promise<PhaseResult[]> {
    const results: PhaseResult[] = [];
    const phase = async (name: Phase, work: Work = []): Promise<void> => {
      const broken = results.some((one) => one.outcome === "failed");
      const runs = typeof work === "function" && !broken;
      const result = runs
        ? await this.phase(name, work)
        : notRun(name, typeof work === "function" || broken ? [] : work);
      results.push(result);
      this.options.onStep?.(
        `${name}: ${result.outcome}${result.outcome === "not run" ? "" : `, ${result.seconds.toFixed(0)} s`}`,
      );
    };
    const { living, current, next } = this;
    if (living) {
      await phase("made before", () => living.apply());
      await phase("changed in place", () => {
        current.takeOver(living);
        return current.planInPlace(living);
      });
    }
    await phase("apply", () => current.apply());
    await phase("no changes", () => current.plan());
    await phase("successor beside it", next && (() => next.apply()));
    await phase("destroy", () => current.destroy());
    await phase("successor unchanged", next && (() => next.plan()));
    await phase("successor destroyed", next && (() => next.destroy()));
    await phase("nothing left", () => this.nothingLeft());
    const taken = current.namesInTheWay(this.kept);
    const why = taken.map((id) => `its name is taken until it is purged: ${id}`);
    await phase("apply again", why.length > 0 ? why : () => current.apply());
    return results;
  }

  /** What is there by now; keeps what the result says of it. */
  private async look(): Promise<Holdings> {
    const holdings = await this.target.holds();
    this.kept = holdings.kept;
    this.echoed = holdings.echoed;
    this.unknown = holdings.unknown;
    return holdings;
  }

  private async nothingLeft(): Promise<Step> {
    const { ids } = await this.look();
    if ("unknown" in ids) return { ...FINE, notJudged: ids.unknown };
    const retained = [...this.current.retained(), ...(this.next?.retained() ?? [])].map(keyOf);
    const isRetained = (id: string) => retained.some((one) => keyOf(id) === one || keyOf(id).startsWith(`${one}/`));
    const stays = ids.filter(isRetained);
    // What lies in something that stays needs no line of its own.
    this.retained = stays.filter((id) => !stays.some((one) => keyOf(id).startsWith(`${keyOf(one)}/`)));
    const left = ids.filter((id) => !isRetained(id)).map((id) => `${id} is left`);
    return { errors: [], says: left };
  }

  private async phase(phase: Phase, work: () => Promise<Step>): Promise<PhaseResult> {
    const started = Date.now();
    this.target.refusals();
    if (this.target.azure) this.options.meanwhile?.(phase, this.target.azure);
    const { notJudged, ...step } = await work();
    const refusals = this.target.refusals();
    const outcome = step.says.length > 0 ? "failed" : notJudged === undefined ? "passed" : "not judged";
    return {
      phase,
      outcome,
      seconds: (Date.now() - started) / 1000,
      ...(notJudged !== undefined && { why: [notJudged] }),
      ...step,
      refusals: outcome === "failed" ? refusals : [],
    };
  }
}

/** What a phase does, or why it is not run. */
type Work = (() => Promise<Step>) | readonly string[];
