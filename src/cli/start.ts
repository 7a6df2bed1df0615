import { refusedByDisk } from "../disk/errno";
import { EXIT, main } from "./main";
import { tell } from "./print";

/** What a shell expects of a program that a signal ended: 128 and the number of SIGPIPE. Whoever read it has gone. */
const READER_GONE = 141;

/** Runs the command line of this process. */
export async function start(): Promise<void> {
  for (const stream of [process.stdout, process.stderr]) stream.on("error", unprintable);
  process.exitCode = await main(process.argv.slice(2));
}

/** What is printed goes nowhere: `gatewright check | head`, or a full disk behind `>`. */
export function unprintable(error: NodeJS.ErrnoException): never {
  if (error.code === "EPIPE") process.exit(READER_GONE);
  tell(`${refusedByDisk(error, "what is printed")?.message ?? error.message}\n`);
  process.exit(EXIT.badInput);
}
