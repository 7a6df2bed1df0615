import { markdownTable } from "../display/markdown-table";
import type { DataMap, DataMapRow } from "./data-map";
import type { Residency } from "./residency";

/** Residency as Markdown: the answer first, then every place. */
export function renderResidency(environment: string, { decided, rows, regions }: Residency): string {
  const outside = rows.filter(({ allowed }) => allowed === "no").length;
  const unknown = rows.filter(({ allowed }) => allowed === "unknown").length;
  const answer =
    outside > 0
      ? `${outside} of ${rows.length} places are outside the decision.`
      : unknown > 0
        ? `No place is outside the decision; ${unknown} of ${rows.length} cannot be told from the plan.`
        : `All ${rows.length} places are within the decision.`;
  const table = markdownTable(
    ["resource", "what", "how", "region", "allowed", "because"],
    rows.map((row) => [row.resource, row.what, row.how, row.region, row.allowed, row.because]),
  );
  return `# Where the data of ${environment} is\n\nDecided: ${decided.join(", ") || "nothing"}. Found: ${regions.join(", ") || "nothing"}. ${answer}\n\n${table}\n`;
}

function specialOf({ special = [], notSpecial }: DataMapRow): string {
  if (notSpecial !== undefined) return `none: ${notSpecial}`;
  const said = special.map(({ kind, basis, law }) => `${kind}: ${basis}${law === undefined ? "" : ` (${law})`}`);
  return said.join(", ") || "none declared";
}

/** The data map as Markdown. */
export function renderDataMap(environment: string, map: DataMap | undefined): string {
  const title = `# What ${environment} keeps about people`;
  if (map === undefined) return `${title}\n\nNothing: a POC holds synthetic data only.\n`;
  const table = markdownTable(
    ["store", "type", "categories", "purpose", "lawful basis", "special categories", "kept for", "used by"],
    map.rows.map((row) => [
      row.store,
      row.type,
      row.categories.join(", "),
      row.purpose,
      row.basis,
      specialOf(row),
      row.keep,
      row.usedBy.join(", ") || "nobody",
    ]),
  );
  return `${title}\n\nThe company is ${map.role}. Requests go to ${map.contact}.\n\n${table}\n`;
}
