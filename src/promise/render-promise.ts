import { distinct } from "../azure/source";
import { markdown } from "../display/inert";
import { markdownTable } from "../display/markdown-table";
import type { PromiseLineName, PromiseReport } from "./promise";
import { MODE_COLUMNS, modeRows } from "./render-modes";

const NAMES: Readonly<Record<PromiseLineName, string>> = {
  availability: "availability",
  rpo: "data that may be lost (RPO)",
  rto: "time until it is back (RTO)",
  plannedDowntime: "planned downtime",
};

/** What was promised and what the topology can keep, with the calculation and its sources, as Markdown. */
export function renderPromise(environment: string, { lines, leftOut, modes = [] }: PromiseReport): string {
  const rows = lines.map((one) => [
    NAMES[one.line],
    one.promised,
    one.verdict,
    one.can ?? "",
    [one.says, one.fix?.says ?? ""].filter(Boolean).join(" "),
  ]);
  const sources = distinct(lines.flatMap((one) => one.sources));
  return [
    `# What ${markdown(environment)} promises, and what it can keep`,
    markdownTable(["promise", "promised", "verdict", "can keep", "why"], rows),
    ...lines.filter(({ steps }) => steps.length > 0).map(({ line, steps }) => section(NAMES[line], steps)),
    ...(modes.length > 0
      ? [`## What each mode of the second region keeps\n\n${markdownTable([...MODE_COLUMNS], modeRows(modes))}`]
      : []),
    ...(leftOut.length > 0
      ? [
          `## What nothing was multiplied for\n\n${markdownTable(
            ["what", "why"],
            leftOut.map(({ what, why }) => [what, why]),
          )}`,
        ]
      : []),
    ...(sources.length > 0
      ? [
          `## Where the figures are from\n\n${markdownTable(
            ["source", "as of", "confidence"],
            sources.map(({ url, asOf, confidence }) => [url, asOf, confidence]),
          )}`,
        ]
      : []),
  ]
    .join("\n\n")
    .concat("\n");
}

function section(title: string, steps: readonly string[]): string {
  return `## How ${title} is computed\n\n${steps.map((step) => `- ${markdown(step)}`).join("\n")}`;
}
