import { readdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { App, type AppConfig, Manifest } from "cdktf";
import { onDisk, refusedByDisk } from "../disk/errno";
import { plain } from "../display/inert";
import type { Rule } from "../policy/rule";
import { firstApply } from "../steps/first-apply";
import { checkedRules } from "./custom-rules";
import { writeDigests } from "./digests";
import { type IEnvironment, isEnvironment } from "./environment";
import { writeEnvironmentFiles } from "./environment-files";
import { assertAllJudged, holdUnlessAdmitted, markGated, useJsonSynthesizers, writtenBy } from "./gate";
import { lock, release } from "./lock";
import { assertFolder, type Earlier, publish, type Replaces } from "./output";
import { assertAlone } from "./stack-folder";
import { discardStaging, openStaging, stagingOf, sweep } from "./staging";
import { withoutStackTraces } from "./without-stack-traces";

/** Properties of {@link GatewrightApp}: those of a cdktf app without the ways around its validations. */
export interface GatewrightAppProps
  extends Omit<AppConfig, "skipValidation" | "skipBackendValidation" | "hclOutput" | "stackTraces"> {
  /** The company's own rules, judged beside the catalogue. @default none */
  readonly rules?: readonly Rule[];
  /** What the output takes the place of: everything of an earlier synth, or only the environments of this app. @default "everything" */
  readonly replaces?: Replaces;
}

/**
 * A cdktf app whose output is all or nothing: stacks are synthesized into a folder of their own and moved into place
 * when every one of them has passed. Works under `node main.js`, the gatewright CLI and the cdktf CLI alike.
 *
 * @example
 * const app = new GatewrightApp();
 * new PocEnvironment(app, config);
 * app.synth();
 */
export class GatewrightApp extends App {
  /** Where the output ends up. @default CDKTF_OUTDIR, else "cdktf.out" */
  readonly output: string;
  private readonly rules: readonly Rule[];
  private readonly replaces: Replaces;
  private found: Earlier = { kept: [], removed: [] };

  constructor({ rules = [], replaces = "everything", ...props }: GatewrightAppProps = {}) {
    const output = resolve(props.outdir ?? process.env["CDKTF_OUTDIR"] ?? "cdktf.out");
    assertFolder(output);
    const staging = stagingOf(output);
    openStaging(staging, output);
    super({ ...props, outdir: staging, stackTraces: false, skipValidation: false, hclOutput: false });
    this.output = output;
    this.rules = checkedRules(rules);
    this.replaces = replaces;
    markGated(this);
    // SYNTH_HCL_OUTPUT and CDKTF_CONTINUE_SYNTH_ON_ERROR_ANNOTATIONS must not change what is judged and written.
    Object.assign(this, { hclOutput: false, manifest: new Manifest(this.manifest.version, staging, false) });
    discardStaging(staging); // cdktf makes its folder at once; it is needed when synthesis begins
  }

  /** The environments of this app, in the order in which they were made. */
  get environments(): readonly IEnvironment[] {
    return this.node.findAll().filter(isEnvironment);
  }

  /** What the last synth found of an earlier one, beside what it wrote itself. */
  get earlier(): Earlier {
    return this.found;
  }

  /**
   * Synthesizes every stack, judges every environment, then replaces the output folder's content.
   *
   * @throws before anything is written when a stack is not valid; an existing output folder is left as it is
   * @throws Held when an environment does not pass the gate of its stage, or a stack belongs to none
   * @throws BadInput when another process writes the same output, the output cannot be written, or holds a file that
   *   Terraform would load beside a stack
   */
  override synth(): void {
    for (const _ of this.steps());
  }

  /** The same, with pauses in which a signal is heard: whoever ends the program before the last has nothing written. */
  async synthWithPauses(): Promise<void> {
    for (const _ of this.steps()) await new Promise(setImmediate);
  }

  private *steps(): Generator<void, void, undefined> {
    this.written(() => openStaging(this.outdir, this.output, "stacks"));
    try {
      lock(this.output, (text) => process.stderr.write(`${plain(text)}\n`));
      sweep(this.output);
      useJsonSynthesizers(this);
      yield;
      this.written(() => withoutStackTraces(() => super.synth()));
      yield;
      assertAllJudged(this, this.outdir);
      holdUnlessAdmitted(this, this.outdir, this.rules);
      yield;
      this.written(() => {
        for (const { resolved, state, listing } of this.environments)
          writeEnvironmentFiles(this.outdir, resolved.name, firstApply(resolved, { state, listing }));
        for (const [name, stacks] of writtenBy(this)) writeDigests(this.outdir, name, stacks);
      });
      for (const name of readdirSync(join(this.outdir, "stacks"))) assertAlone(join(this.output, "stacks", name));
      this.found = onDisk(this.output, () => publish(this.outdir, this.output, this.replaces));
    } finally {
      release(this.output);
      discardStaging(this.outdir);
    }
  }

  /** What cannot be written into the staging folder could not be written as output. */
  private written(write: () => void): void {
    try {
      write();
    } catch (error) {
      const { path } = error as NodeJS.ErrnoException;
      throw (
        (path === undefined || path.startsWith(this.outdir) ? refusedByDisk(error, this.output) : undefined) ?? error
      );
    }
  }
}
