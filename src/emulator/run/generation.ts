import { join } from "node:path";
import type { StackSource } from "../../rehearsal/stack-copy";
import type { Tool } from "../../rehearsal/tool";
import { keyOf } from "../arm/id";
import { FINE, type Step } from "./phases";
import { seedsIn } from "./seed";
import type { Target } from "./target";
import { errorLines, type Outcome, TerraformFolder } from "./terraform";

/** A stack of an environment. */
export type EmulatedStack = StackSource & {
  /** Names of stacks that are applied first and destroyed later. @default the one before it in the list */
  readonly after?: readonly string[];
  /** True where it stays when its generation is destroyed, as copies of data do. @default it goes with the others */
  readonly outlives?: boolean;
};

/** Why there is nothing to run. */
export type Obstacle = { readonly outcome: "failed" | "not-emulated"; readonly reason: string };

/** What a generation is run with. */
export interface GenerationOptions {
  /** Values of input variables, over the generated ones and the outputs of earlier stacks. @default none */
  readonly variables?: Readonly<Record<string, unknown>>;
  /** For each command. @default 1 200 000 (20 minutes) */
  readonly timeoutMs?: number;
}

interface StackFolder {
  readonly name: string;
  readonly folder: TerraformFolder;
  readonly after: readonly string[];
  readonly outlives: boolean;
}

/** The stacks of one generation, each in a folder of its own. */
export class Generation {
  private readonly folders: readonly StackFolder[];
  private readonly outputs = new Map<string, Readonly<Record<string, unknown>>>();
  private readonly made = new Map<string, ReadonlySet<string>>();

  constructor(
    stacks: readonly EmulatedStack[],
    scratch: string,
    private readonly target: Target,
    tool: Tool,
    options: GenerationOptions,
  ) {
    const shared = { tool, azure: target.env, timeoutMs: options.timeoutMs ?? 1_200_000 };
    const given = { subscription_id: target.subscription, tenant_id: target.tenant, ...options.variables };
    let before: readonly string[] = [];
    this.folders = stacks.map((source, index) => {
      const after = source.after ?? before;
      const folder = TerraformFolder.make(source, join(scratch, String(index)), {
        ...shared,
        variables: () => ({ ...this.outputsOf(after), ...given }),
      });
      const { name } = folder.copy;
      before = [name];
      return { name, folder, after, outlives: source.outlives === true };
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
        this.outputs.set(name, folder.output());
        this.made.set(name, new Set(folder.ids().map(keyOf)));
        await this.target.bring(seeds);
        return FINE;
      },
    );
  }

  /** Go on with the state of what lives: stacks of the same names. */
  takeOver(living: Generation): void {
    for (const { name, folder } of this.folders) {
      const before = living.folders.find((one) => one.name === name);
      if (!before) continue;
      folder.takeOver(before.folder);
      this.outputs.set(name, folder.output());
    }
  }

  /** What lives is changed in place: nothing of a stack that still has resources is destroyed or replaced. */
  async planInPlace(living: Generation): Promise<Step> {
    const shared = this.folders.filter(({ name }) => living.folders.some((one) => one.name === name));
    const outcomes = await Promise.all(
      shared.map(async ({ name, folder }) => ({ name, folder, outcome: await folder.plan() })),
    );
    for (const { name, folder, outcome } of outcomes) {
      const leaves = folder.copy.files.every((file) => Object.keys((file["resource"] ?? {}) as object).length === 0);
      const lost = leaves ? [] : outcome.changes.filter((one) => /^(?:delete|replace) /.test(one));
      if (outcome.errors.length > 0 || lost.length > 0) return failed(name, outcome, lost);
    }
    return FINE;
  }

  /** All side by side: a plan changes nothing. */
  async plan(): Promise<Step> {
    const outcomes = await Promise.all(
      this.folders.map(async ({ name, folder }) => ({ name, outcome: await folder.plan() })),
    );
    const wrong = outcomes.find(({ outcome }) => outcome.errors.length > 0 || outcome.changes.length > 0);
    return wrong ? failed(wrong.name, wrong.outcome, wrong.outcome.changes) : FINE;
  }

  /** Every stack as soon as those after it are gone, but for what outlives its generation. */
  async destroy(): Promise<Step> {
    // A person ends the backups first: no stack does, and no state knows the lock that Azure put on what is copied.
    await this.target.stopBackups(this.retained());
    const lifted = await this.liftLocks();
    if (lifted.says.length > 0) return lifted;
    const step = await this.inOrder(
      ({ name }) => this.folders.filter((one) => one.after.includes(name)).map((one) => one.name),
      async ({ name, folder, outlives }) => {
        if (outlives) return FINE;
        const outcome = await folder.destroy();
        const left = folder.held().map((address) => `${address} is still in the state`);
        return outcome.errors.length > 0 || left.length > 0 ? failed(name, outcome, left) : FINE;
      },
    );
    this.outputs.clear();
    return step;
  }

  /** Where a lock covers what another stack has, people lift the locks first: Terraform orders nothing over stacks. */
  private async liftLocks(): Promise<Step> {
    const going = this.folders.filter(({ outlives }) => !outlives);
    const locks = going.map((one) => ({ ...one, locks: one.folder.heldOf("azurerm_management_lock") }));
    const across = locks.some(({ name, locks }) =>
      locks.some(({ id }) => {
        const scope = `${keyOf(id.replace(/\/providers\/Microsoft\.Authorization\/locks\/[^/]*$/i, ""))}/`;
        return going.some(
          (one) => one.name !== name && one.folder.ids().some((other) => keyOf(other).startsWith(scope)),
        );
      }),
    );
    if (!across) return FINE;
    for (const { name, folder, locks: own } of locks) {
      if (own.length === 0) continue;
      const outcome = await folder.destroyOnly(own.map(({ address }) => address));
      if (outcome.errors.length > 0) return failed(name, outcome);
    }
    return FINE;
  }

  /** Ids of what stays when the generation is destroyed. */
  retained(): string[] {
    return this.folders.filter(({ outlives }) => outlives).flatMap(({ folder }) => folder.ids());
  }

  /** Those of kept names that stand in the way when it is made again: its own, where the provider does not take them back. */
  namesInTheWay(kept: readonly string[]): string[] {
    const own = this.folders.filter(({ folder }) => folder.settings.leavesDeletedVaults);
    return kept.filter((id) => own.some(({ name }) => this.made.get(name)?.has(keyOf(id))));
  }

  /** What is another in the copies that are run than in what the user has, in a sentence each. */
  changedInCopies(): string[] {
    const backends = new Map<string, string[]>();
    for (const { name, folder } of this.folders) {
      const { backend } = folder.settings;
      if (backend) backends.set(backend, [...(backends.get(backend) ?? []), name]);
    }
    const lifted = this.folders.flatMap(({ name, folder }) => folder.copy.lifted.map((one) => `${one} in ${name}`));
    return [
      ...[...backends].map(([kind, names]) => `local state in the place of the backend ${kind}: ${names.join(", ")}`),
      ...(lifted.length > 0 ? [`prevent_destroy lifted: ${lifted.join(", ")}`] : []),
    ];
  }

  /** What the stacks say that come before, one way or another. */
  private outputsOf(after: readonly string[]): Record<string, unknown> {
    const first = this.folders.filter(({ name }) => after.includes(name));
    return Object.assign(
      {},
      ...first.flatMap((one) => [this.outputsOf(one.after), named(one.name, this.outputs.get(one.name) ?? {})]),
    );
  }

  /** Work on every stack when the work on those that it waits for is done; after a failure begin nothing more. */
  private async inOrder(
    waitsFor: (one: StackFolder) => readonly string[],
    work: (one: StackFolder) => Promise<Step>,
  ): Promise<Step> {
    const begun = new Map<string, Promise<Step>>();
    const begin = (one: StackFolder): Promise<Step> => {
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

/** Outputs as later stacks ask for them: those of a further region's platform end in its code, `apps_domain_neu`. */
function named(stack: string, outputs: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const [, code] = /-platform-(\w+)$/.exec(stack) ?? [];
  const end = code === undefined ? "" : `_${code}`;
  return Object.fromEntries(Object.entries(outputs).map(([name, value]) => [`${name}${end}`, value]));
}

function failed(stack: string, outcome: Outcome, wrong: readonly string[] = []): Step {
  return { stack, errors: outcome.errors, says: [...errorLines(outcome), ...wrong] };
}
