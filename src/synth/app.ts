import { mkdirSync, rmSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { App, type AppConfig, Manifest } from "cdktf";
import { firstApply } from "../steps/first-apply";
import { type IEnvironment, isEnvironment } from "./environment";
import { writeEnvironmentFiles } from "./environment-files";
import { assertFolder, publish } from "./output";
import { withoutStackTraces } from "./without-stack-traces";

/** Properties of {@link GatewrightApp}: those of a cdktf app without the ways around its validations. */
export type GatewrightAppProps = Omit<
  AppConfig,
  "skipValidation" | "skipBackendValidation" | "hclOutput" | "stackTraces"
>;

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

  constructor(props: GatewrightAppProps = {}) {
    const output = resolve(props.outdir ?? process.env["CDKTF_OUTDIR"] ?? "cdktf.out");
    assertFolder(output);
    const staging = join(dirname(output), `.${basename(output)}.${process.pid}-${nextStaging()}`);
    mkdirSync(staging, { recursive: true });
    super({ ...props, outdir: staging, stackTraces: false, skipValidation: false, hclOutput: false });
    this.output = output;
    // SYNTH_HCL_OUTPUT and CDKTF_CONTINUE_SYNTH_ON_ERROR_ANNOTATIONS must not change what is judged and written.
    Object.assign(this, { hclOutput: false, manifest: new Manifest(this.manifest.version, staging, false) });
    process.once("exit", () => this.discard());
  }

  /** The environments of this app, in the order in which they were made. */
  get environments(): readonly IEnvironment[] {
    return this.node.findAll().filter(isEnvironment);
  }

  /**
   * Synthesizes every stack, then replaces the output folder's content.
   *
   * @throws before anything is written when a stack is not valid; an existing output folder is left as it is
   */
  override synth(): void {
    try {
      withoutStackTraces(() => super.synth());
      for (const environment of this.environments)
        writeEnvironmentFiles(this.outdir, environment.resolved.name, firstApply(environment.resolved));
      publish(this.outdir, this.output);
    } finally {
      this.discard();
    }
  }

  private discard(): void {
    rmSync(this.outdir, { recursive: true, force: true });
  }
}

let stagings = 0;
function nextStaging(): number {
  stagings += 1;
  return stagings;
}
