/** Says on a terminal what goes on while there is nothing to show yet; in a pipe or a log it says nothing. */
export interface Progress {
  readonly says: (text: string) => void;
  /** Takes the line away again. */
  readonly end: () => void;
}

/** One line of standard error that is written over and over, where that is a terminal. */
export function progress(stream: NodeJS.WriteStream = process.stderr): Progress {
  if (!stream.isTTY) return { says: () => {}, end: () => {} };
  const clear = "\r\u001B[K";
  let shown = false;
  return {
    says: (text) => {
      shown = true;
      stream.write(`${clear}${text.slice(0, Math.max(20, (stream.columns ?? 80) - 1))}`);
    },
    end: () => {
      if (shown) stream.write(clear);
      shown = false;
    },
  };
}
