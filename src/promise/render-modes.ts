import type { ModeChoice, PromiseLine } from "./promise";

/** What the columns of the rows below are. */
export const MODE_COLUMNS = ["mode", "USD a month", "back after", "may be lost", "the promise"] as const;

function bound(line: PromiseLine | undefined): string {
  if (!line) return "";
  if (line.can === undefined) return line.verdict === "not kept" ? "no end" : "no bound";
  return line.verdict === "unproven" ? `${line.can}, estimated` : line.can;
}

function standing({ lines, against }: ModeChoice): string {
  if (against.length > 0) return `cannot keep ${against.map(({ line, promised }) => `${line} ${promised}`).join(", ")}`;
  const open = lines.filter(({ verdict }) => verdict === "unproven" || verdict === "unknown");
  return open.length > 0 ? `keeps it, not proven: ${open.map(({ line }) => line).join(", ")}` : "keeps it";
}

/** The modes of a second region as rows, for people who choose one. */
export function modeRows(choices: readonly ModeChoice[]): string[][] {
  return choices.map((one) => {
    const line = (name: PromiseLine["line"]) => one.lines.find((each) => each.line === name);
    const cost = one.monthly === undefined ? "not known" : `${one.monthly}`;
    return [one.mode, cost, bound(line("rto")), bound(line("rpo")), standing(one)];
  });
}
