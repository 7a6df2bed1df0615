import { mkdirSync, readdirSync, rmdirSync, rmSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { App, type AppConfig, Manifest } from "cdktf";
import type { Rule } from "../policy/rule";
import { firstApply } from "../steps/first-apply";
import { checkedRules } from "./custom-rules";
import { type IEnvironment, isEnvironment } from "./environment";
import { writeEnvironmentFiles } from "./environment-files";
import { holdUnlessAdmitted, markGated, useJsonSynthesizers } from "./gate";
import { assertFolder, publish } from "./output";
import { withoutStackTraces } from "./without-stack-traces";

/** Properties of {@link GatewrightApp}: those of a cdktf app without the ways around its validations. */
export interface GatewrightAppProps
  extends Omit<AppConfig, "skipValidation" | "skipBackendValidation" | "hclOutput" | "stackTraces"> {
  /** The company's own rules, judged beside the catalogue. @default none */
  readonly rules?: readonly Rule[];
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

  constructor({ rules = [], ...props }: GatewrightAppProps = {}) {
    const output = resolve(props.outdir ?? process.env["CDKTF_OUTDIR"] ?? "cdktf.out");
    assertFolder(output);
    const staging = join(dirname(output), `.${basename(output)}.${process.pid}-${nextStaging()}`);
    const made = mkdirSync(staging, { recursive: true });
    super({ ...props, outdir: staging, stackTraces: false, skipValidation: false, hclOutput: false });
    this.output = output;
    this.rules = checkedRules(rules);
    markGated(this);
    // SYNTH_HCL_OUTPUT and CDKTF_CONTINUE_SYNTH_ON_ERROR_ANNOTATIONS must not change what is judged and written.
    Object.assign(this, { hclOutput: false, manifest: new Manifest(this.manifest.version, staging, false) });
    this.discard(made); // cdktf makes its folder at once; it is needed when synthesis begins
  }

  /** The environments of this app, in the order in which they were made. */
  get environments(): readonly IEnvironment[] {
    return this.node.findAll().filter(isEnvironment);
  }

  /**
   * Synthesizes every stack, judges every environment, then replaces the output folder's content.
   *
   * @throws before anything is written when a stack is not valid; an existing output folder is left as it is
   * @throws Held when an environment does not pass the gate of its stage
   */
  override synth(): void {
    const made = mkdirSync(join(this.outdir, "stacks"), { recursive: true });
    try {
      useJsonSynthesizers(this);
      withoutStackTraces(() => super.synth());
      holdUnlessAdmitted(this, this.outdir, this.rules);
      for (const environment of this.environments)
        writeEnvironmentFiles(
          this.outdir,
          environment.resolved.name,
          firstApply(environment.resolved, environment.state),
        );
      publish(this.outdir, this.output);
    } finally {
      this.discard(made);
    }
  }

  /** Removes the staging folder, and the folders above it that were made for it and are empty again. */
  private discard(made: string | undefined): void {
    rmSync(this.outdir, { recursive: true, force: true });
    if (made === undefined) return;
    for (let folder = dirname(this.outdir); folder.length >= made.length; folder = dirname(folder)) {
      if (readdirSync(folder).length > 0) return;
      rmdirSync(folder);
    }
  }
}

let stagings = 0;
function nextStaging(): number {
  stagings += 1;
  return stagings;
}
