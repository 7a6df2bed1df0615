/** A text as one word of a shell's command, whatever is in it: nothing between single quotes is read by a shell. */
export function shellWord(text: string): string {
  return /^[\w./:@,=+-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}
