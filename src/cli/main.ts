import { join } from "node:path";
import { Command, CommanderError } from "commander";
import { refusedByDisk } from "../disk/errno";
import { BadInput } from "../errors";
import { Held } from "../policy/held";
import { print, tell } from "./print";
import { projectFolder } from "./project-folder";

/** Exit codes: fine; held, or questions open; bad input; a mistake of this program. */
export const EXIT = { fine: 0, held: 1, badInput: 2, ownMistake: 70 } as const;

/**
 * Runs one command line and returns its exit code. What a user got wrong is told in sentences, never as a stack trace.
 *
 * @param argv  arguments without node and script
 */
export async function main(argv: readonly string[]): Promise<number> {
  let code: number = EXIT.fine;
  const finish = (result: number) => {
    code = result;
  };
  try {
    await program(finish).parseAsync(argv, { from: "user" });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.fine : EXIT.badInput;
    if (error instanceof BadInput) {
      tell(`${error.message}\n`);
      return EXIT.badInput;
    }
    if (error instanceof Held) {
      tell(`${error.message}\n`);
      return EXIT.held;
    }
    const refused = refusedByDisk(error);
    tell(`${refused?.message ?? ownMistake(error)}\n`);
    return refused ? EXIT.badInput : EXIT.ownMistake;
  }
}

/** Nothing that a user writes should lead here. Where it happened helps whoever mends it, and only when asked for. */
function ownMistake(error: unknown): string {
  const trace = error instanceof Error ? (error.stack ?? error.message) : String(error);
  const [first = ""] = (error instanceof Error ? error.message : String(error)).split("\n");
  const shown = process.env["GATEWRIGHT_TRACE"] === undefined ? "" : `\n${trace}`;
  return `gatewright stopped, which is a mistake of its own: ${first}\n    Report it with what GATEWRIGHT_TRACE=1 adds.${shown}`;
}

function program(finish: (code: number) => void): Command {
  const project = projectFolder();
  const environments = join(project, "environments");
  const output = join(project, "cdktf.out");
  const root = new Command("gatewright")
    .description("Stage gates for Azure: typed configs in, gate-compliant environments out.")
    .exitOverride()
    .configureOutput({ writeOut: print, writeErr: tell })
    .showHelpAfterError("Run gatewright --help for the commands.")
    .configureHelp({ sortSubcommands: false })
    .helpCommand(false);

  root
    .command("init")
    .argument("<product>", "short name of the product, for example orders; or foundation")
    .description("start a product: a POC config, main.ts, a gate test and a workflow; or its foundation, to fill in")
    .option("--folder <dir>", "where to start it; default: here, or the project of the foundation")
    .option("--location <region>", "Azure region; default: westeurope, or that of the foundation's first environment")
    .option("--owner <address>", "who answers for it and gets the budget's warnings; default: a placeholder")
    .option("--today <date>", "the day it is created, year-month-day; default: today")
    .option("--package <tgz>", "tarball of gatewright that the project keeps; default: what runs, packed again")
    .action(async (product: string, options) => {
      if (product !== "foundation") return finish(await (await import("./init")).init(product, options));
      const { initFoundation } = await import("./init-foundation");
      return finish(await initFoundation({ ...options, folder: options.folder ?? project }));
    });

  root
    .command("check")
    .argument("[env...]", "poc, orders-poc or a path; default: everything in environments/")
    .description("judge environments, or Terraform you already have, at a stage's gate")
    .option("--gate <stage>", "the gate to judge at; default: the environment's own stage")
    .option("--plan <file...>", "judge what `terraform show -json` printed; several files are one environment")
    .option("--dir <folder>", "judge what a synth wrote")
    .option("--today <date>", "the day of the check, year-month-day; default: today")
    .option("--format <format>", "text, json, markdown or sarif", "text")
    .option("--out <file>", "write the report to a file")
    .option("--rules <file>", "the company's own rules, a TypeScript or JavaScript file")
    .option("--explain [control]", "say what a control demands; without an id, list them")
    .option("--environments <dir>", "folder of the environment files and evidence.yaml", environments)
    .action(async (names: string[], options) => finish(await (await import("./check")).check(names, options)));

  root
    .command("synth")
    .argument("[env...]", "poc, orders-poc or a path; default: everything in environments/")
    .description("write Terraform for environments: every stack, or none")
    .option("--out <dir>", "output folder", output)
    .option("--environments <dir>", "folder of the environment files", environments)
    .option("--rules <file>", "the company's own rules, a TypeScript or JavaScript file")
    .option("--json", "print what was written as JSON")
    .action(async (names: string[], options) => finish(await (await import("./synth")).synth(names, options)));

  root
    .command("promote")
    .argument("[env]", "poc, orders-poc or a path; default: the one environment that can be promoted")
    .description("take an environment through the next gate: asks first, then writes the next environment")
    .option("--to <stage>", "the next stage; any other is refused")
    .option("--today <date>", "the day of the promotion, year-month-day; default: today")
    .option("--environments <dir>", "folder of the environment files", environments)
    .option("--json", "print what was asked or written as JSON")
    .action(async (name: string | undefined, options) =>
      finish(await (await import("./promote")).promote(name, options)),
    );

  root
    .command("report")
    .argument("[env...]", "poc, orders-poc or a path; default: everything in environments/")
    .description("where data is, what it is for, and what reaches and leaves, computed from the plan: for reviews")
    .option("--section <name>", "residency, data-map, exposure or promise; default: all that can be told")
    .option("--plan <file...>", "report on what `terraform show -json` printed; several files are one environment")
    .option("--dir <folder>", "report on what a synth wrote")
    .option("--format <format>", "markdown or json", "markdown")
    .option("--today <date>", "the day on which drills must count, year-month-day; default: today")
    .option("--environments <dir>", "folder of the environment files", environments)
    .action(async (names: string[], options) => finish(await (await import("./report")).report(names, options)));

  root
    .command("prove")
    .argument("[env...]", "poc, orders-poc or a path; default: everything in environments/")
    .description("prove that environments can be recreated, and certify it")
    .option("--rehearse", "create, plan again, destroy and create the next generation, with mocks in Azure's place")
    .option("--emulate", "run this generation and the next with the real provider against an emulated Azure")
    .option("--bin <tool>", "terraform or tofu for --rehearse and --emulate; default: whichever is found")
    .option("--endpoint <host>", "metadata host of another Azure emulator on this machine, for --emulate")
    .option("--step-limit <minutes>", "how long a step of --emulate may take; default: 20")
    .option("--certificate <dir>", "folder of the certificates; default: recreation/, beside environments/")
    .option("--no-certificate", "write no certificate")
    .option("--verify", "hold the certificates against the environments as they are now")
    .option("--drill", "print the steps of a live drill as Markdown")
    .option("--today <date>", "a day to write into the certificate, year-month-day; default: none")
    .option("--out <dir>", "output folder of synth: its lock files, and whether it is as written", output)
    .option("--environments <dir>", "folder of the environment files", environments)
    .option("--json", "print the result as JSON")
    .action(async (names: string[], options) => finish(await (await import("./prove")).prove(names, options)));

  root.commandsGroup("more:");

  root
    .command("recreate")
    .argument("<env>", "poc, orders-poc or a path")
    .description("raise the generation of an environment, having shown what moves and what is lost")
    .option("--reason <text>", "why; it stands in the file as a comment")
    .option("--yes", "write without asking")
    .option("--environments <dir>", "folder of the environment files", environments)
    .action(async (name: string, options) => finish(await (await import("./recreate")).recreate(name, options)));

  root
    .command("diff")
    .helpGroup("more:")
    .argument("<before>", "an environment, pilot@2 for its second generation, or the output folder of a synth")
    .argument("<after>", "the same")
    .description("what differs between two environments, and what of it cannot be changed in place")
    .option("--format <format>", "text, json or markdown", "text")
    .option("--environments <dir>", "folder of the environment files", environments)
    .action(async (before: string, after: string, options) =>
      finish(await (await import("./diff")).diff(before, after, options)),
    );

  root
    .command("emulate")
    .helpGroup("more:")
    .argument("<dir>", "a folder of Terraform, or the output folder of a synth")
    .description("apply, plan and destroy with the real provider against an Azure that is emulated on this machine")
    .option("--endpoint <host>", "metadata host of another Azure emulator on this machine; default: one of our own")
    .option("--step-limit <minutes>", "how long a step may take; default: 20")
    .option("--bin <tool>", "terraform or tofu; default: whichever is found")
    .option("--json", "print the result as JSON")
    .action(async (dir: string, options) => finish(await (await import("./emulate")).emulateFolder(dir, options)));

  root.addHelpText(
    "after",
    `
An environment is named poc, orders-poc, or by its file. Without a name a command takes everything in environments/.

The first minutes:
  $ gatewright init orders      a config, a program and a test to start from
  $ gatewright check            does each environment pass the gate of its stage?
  $ gatewright synth            Terraform and FIRST-APPLY.md in cdktf.out/
  $ gatewright promote poc      what a Pilot asks and costs; answered, the Pilot itself

Exit codes: 0 fine, 1 held or questions open, 2 bad input, 70 a mistake of gatewright itself.`,
  );
  return root;
}
