/** Lines that a terminal shows at once, with room for the heading. */
const SCREEN = 20;

/** What a part printed, and its exit code. */
interface Captured {
  readonly code: number;
  readonly lines: readonly string[];
}

/** Runs a part and keeps what it prints. */
export async function captured(run: () => number | Promise<number>): Promise<Captured> {
  const { write } = process.stdout;
  let text = "";
  process.stdout.write = (chunk: string | Uint8Array) => {
    text += String(chunk);
    return true;
  };
  try {
    const code = await run();
    return { code, lines: text.trimEnd().split("\n") };
  } finally {
    process.stdout.write = write;
  }
}

/**
 * What one screen shows of a part. What fails is shown whole: the line that says why must not be the one that is left out.
 *
 * @param part  the word that asks for the rest
 */
export function oneScreen(
  part: string,
  { code, lines }: Captured,
  matters: (line: string) => boolean,
): readonly string[] {
  if (code !== 0 || lines.length <= SCREEN) return lines;
  const kept = lines.filter((line) => matters(line)).slice(0, SCREEN);
  return [...kept, "", `… all ${lines.length} lines: npm start -- ${part}`];
}
