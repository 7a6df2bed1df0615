import { releaseAll } from "./lock";
import { discardAll } from "./staging";

/** What a shell expects of a program that a signal ended: 128 and the signal's number. */
const CODES = { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 } as const;

/** Does work that holds an output; a signal that ends the program takes away what was begun, and nothing is written. */
export async function tidiedWhenEnded<T>(work: () => Promise<T>): Promise<T> {
  const end = (signal: NodeJS.Signals) => {
    discardAll();
    releaseAll();
    process.exit(CODES[signal as keyof typeof CODES]);
  };
  const signals = Object.keys(CODES) as NodeJS.Signals[];
  for (const signal of signals) process.on(signal, end);
  try {
    return await work();
  } finally {
    for (const signal of signals) process.off(signal, end);
  }
}
