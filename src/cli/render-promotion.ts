import { show } from "../config/issues";
import { stanceSentence } from "../diff/stance";
import type { Promotable } from "../promotion/gate";
import type { Disposition, Leaf, LedgerEntry } from "../promotion/ledger";
import type { Promotion } from "../promotion/promote";
import type { ProjectFileOutcome } from "./project-files";
import { table } from "./table";

/** Monthly floors in US dollars; `unknown` says why there is none after. */
export interface Cost {
  readonly before?: number;
  readonly after?: number;
  /** The part of it that is the second region's. */
  readonly second?: number;
  readonly unknown?: string;
}

/** The cost in a sentence. */
export function costSentence({ before, after, unknown }: Cost): string {
  const list = "US dollars, an estimate from list prices";
  if (after === undefined) return `Monthly floor: ~${before} → not known${unknown ? ` (${unknown})` : ""}; in ${list}.`;
  return `Monthly floor: ~${before} → ~${after}, in ${list}.`;
}

const COUNTED: Readonly<Record<Disposition, string>> = {
  carry: "carried",
  harden: "hardened",
  recreate: "made anew",
  migrate: "to be migrated",
  drop: "dropped",
};

/** What a promotion did: the settings that changed, those that came along, the stance, the cost. */
export function renderPromotion(
  { ledger, hardened, config, warnings }: Promotion,
  from: Promotable,
  { head, cost, title, next }: { head: string; cost: Cost; title: string; next: string },
): string {
  const counts = (Object.keys(COUNTED) as Disposition[])
    .map((disposition) => [COUNTED[disposition], ledger.filter((entry) => entry.disposition === disposition).length])
    .filter(([, count]) => count !== 0)
    .map(([word, count]) => `${count} ${word}`);
  const changed = ledger.filter(({ disposition, path }) => disposition !== "carry" && !path.startsWith("promotion."));
  const carried = new Set(
    ledger.filter(({ disposition }) => disposition === "carry").map(({ path }) => path.split(/[.[]/)[0]),
  );
  return [
    ...warnings.map((warning) => `Note: ${warning}`),
    head,
    "",
    `Settings: ${counts.join(", ")}`,
    table(["  setting", "becomes", "value", "why"], grouped(changed).map(row)),
    `  carried: ${[...carried].join(", ")}`,
    "",
    `What a ${title} demands beyond that:`,
    ...hardened.map((one) => `  ${stanceSentence(one)}`),
    "",
    `${costSentence(cost)} Budget: ${from.monthlyBudget} → ${budgetOf(config)}.`,
    `Next: ${next}`,
  ].join("\n");
}

/** The budgets of an environment: one a region. */
function budgetOf(config: Promotion["config"]): string {
  const { monthlyBudget } = config;
  return config.stage === "scale" ? `${monthlyBudget} + ${config.scale.monthlyBudget}` : String(monthlyBudget);
}

/** What became of the project's workflows and tests; nothing where there is no project. */
export function renderProject(files: readonly ProjectFileOutcome[], environment: string): string[] {
  const changed = files.filter(({ outcome }) => outcome !== "unchanged");
  if (changed.length === 0) return [];
  const width = Math.max(...changed.map(({ file }) => file.length));
  const says = ({ file, outcome, about }: ProjectFileOutcome) =>
    outcome === "kept"
      ? `  kept      ${file.padEnd(width)}  is yours, and left as it is`
      : `  ${outcome.padEnd(8)}  ${file.padEnd(width)}  ${about}`;
  return [
    "",
    "The project:",
    ...changed.map(says),
    "",
    ...changed.flatMap(({ file, add }) => (add === undefined ? [] : [`Add to ${file}:`, "", add])),
    `Before you commit: npm test writes the snapshot of ${environment}, and gatewright prove ${environment} its certificate.`,
  ];
}

/** Entries next to each other that tell one story are one line: the parts of a mapping, the items of a list. */
function grouped(entries: readonly LedgerEntry[]): (readonly LedgerEntry[])[] {
  const groups: LedgerEntry[][] = [];
  for (const entry of entries) {
    const last = groups.at(-1);
    const [first] = last ?? [];
    const alike = first && first.why === entry.why && first.disposition === entry.disposition;
    if (alike && parentOf(first.path) !== "" && parentOf(first.path) === parentOf(entry.path)) last?.push(entry);
    else groups.push([entry]);
  }
  return groups;
}

function parentOf(path: string): string {
  const [block = ""] = path.split(/\[\d+\]/, 1);
  return block.slice(0, Math.max(0, block.lastIndexOf(".")));
}

function row(entries: readonly LedgerEntry[]): string[] {
  const [first] = entries;
  if (!first) return [];
  const { disposition, from, to, why, path } = first;
  if (entries.length > 1) return [`  ${parentOf(path)}`, disposition, `${entries.length} settings`, why];
  const value = from === undefined ? brief(to) : to === undefined ? brief(from) : `${brief(from)} → ${brief(to, from)}`;
  return [`  ${path}`, disposition, value, why];
}

/** A value in a few letters; of an image that changes, what follows the repository. */
function brief(value: Leaf | undefined, beside?: Leaf): string {
  const text = typeof value === "string" ? value : show(value);
  const image = /^([^@\s]+)@(sha256:[0-9a-f]{8})[0-9a-f]{56}$/.exec(text);
  if (!image) return text.length > 60 ? `${text.slice(0, 59)}…` : text;
  const [, repository = "", digest] = image;
  return typeof beside === "string" && beside.startsWith(repository) ? `${digest}…` : `${repository}@${digest}…`;
}
