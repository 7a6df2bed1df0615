import { formatPath, type Path, valueAt } from "../config/path";
import { schemaAt } from "../config/schema-walk";
import { STAGE_TITLES } from "../stages/stage";
import type { AnsweredConfig, AnsweredQuestion, Origin } from "./answered";
import { questionAt } from "./questions";

/** What becomes of one setting when an environment is promoted. */
export type Disposition = "carry" | "harden" | "recreate" | "migrate" | "drop";

/** A value that holds no further ones: text, a number, a switch, or an empty list or mapping. */
export type Leaf = string | number | boolean | null | readonly never[] | Readonly<Record<string, never>>;

/** One setting of the old config, of the new one, or of both, and what became of it. */
export interface LedgerEntry {
  /** For example `services.api.uses[0]`. */
  readonly path: string;
  readonly disposition: Disposition;
  /** In the old config. */
  readonly from?: Leaf;
  /** In the new config. */
  readonly to?: Leaf;
  readonly why: string;
}

/** What a new environment has of its own, whatever the old one had. */
const FRESH: Readonly<Record<string, string>> = {
  created: "the day of the decision: this is a new environment",
  generation: "a new environment starts at its first generation",
};

const BY_ORIGIN: Readonly<Record<Origin, string>> = {
  answer: "answered",
  recommendation: "as recommended",
  carried: "carried: it meets the gate as it is",
  open: "open",
};

/** Every leaf of both configs, once: those of the new one in its order, then those that end with the old one. */
export function ledgerOf(from: unknown, to: unknown, answered: AnsweredConfig): LedgerEntry[] {
  const [before, after] = [leavesOf(from), leavesOf(to)];
  const entry = (name: string, path: Path): LedgerEntry => {
    const [old, now] = [before.get(name)?.leaf, after.get(name)?.leaf];
    return { path: name, ...judge(name, path, old, now, to, answered), ...given("from", old), ...given("to", now) };
  };
  const names = [...after, ...[...before].filter(([name]) => !after.has(name))];
  return names.map(([name, { path }]) => {
    const { path: place, disposition, why, ...values } = entry(name, path);
    return { path: place, disposition, ...values, why };
  });
}

function judge(
  name: string,
  path: Path,
  old: Leaf | undefined,
  now: Leaf | undefined,
  to: unknown,
  answered: AnsweredConfig,
): { disposition: Disposition; why: string } {
  const title = STAGE_TITLES[answered.gate.to];
  const [top] = path;
  if (now === undefined) return { disposition: "drop", why: answered.raised.get(name) ?? dropped(path, to, answered) };
  if (name === "stage") return { disposition: "harden", why: `through the ${title}'s gate` };
  const { inPlace } = answered.gate;
  const fresh = FRESH[name];
  if (fresh !== undefined && !inPlace) return { disposition: "recreate", why: fresh };
  if (top === "promotion") return { disposition: "harden", why: "where the environment came from" };
  const raised = answered.raised.get(name);
  if (raised !== undefined) return { disposition: "harden", why: raised };
  if (old !== undefined && JSON.stringify(old) === JSON.stringify(now)) return inPlace ? CARRIED : carried(path, to);
  return { disposition: "harden", why: reasonFor(path, answered) };
}

const CARRIED = { disposition: "carry", why: "carried" } as const;

/** Data moves only where somebody decided so, and then by hand. */
function carried(path: Path, to: unknown): { disposition: Disposition; why: string } {
  const isStore = path[0] === "stores" && path.length === 3 && path[2] === "type";
  if (!isStore || valueAt(to, ["previous", "data"]) !== "migrate") return CARRIED;
  return { disposition: "migrate", why: "built anew; its data is to be migrated before the old one is destroyed" };
}

function dropped(path: Path, to: unknown, answered: AnsweredConfig): string {
  const { gate } = answered;
  const [top] = path;
  if (top === "waivers") return `waivers were given to the ${STAGE_TITLES[gate.from]}`;
  if (top === "notSecret") return "lifts nothing any more";
  if (schemaAt(gate.schema, path, to) === undefined) return `a ${STAGE_TITLES[gate.to]} has no such setting`;
  return placeOf(path, answered)?.origin === "answer" ? "the answer has none" : "the recommendation has none";
}

function reasonFor(path: Path, answered: AnsweredConfig): string {
  const { why } = answered;
  const place = placeOf(path, answered);
  const name = place && formatPath(place.path);
  const given = name && Object.entries(why).find(([key]) => key === name || name.startsWith(`${key}.`));
  return given?.[1] ?? BY_ORIGIN[place?.origin ?? "answer"];
}

/** The question's place that a setting is, or lies in. */
function placeOf(path: Path, { gate, places }: AnsweredConfig): AnsweredQuestion | undefined {
  const question = questionAt(gate.questions, path);
  return places.find((one) => one.question === question && one.path.every((part, at) => path[at] === part));
}

function given<Key extends string>(key: Key, value: Leaf | undefined): Partial<Record<Key, Leaf>> {
  return value === undefined ? {} : ({ [key]: value } as Record<Key, Leaf>);
}

/** The leaves of a config by path, in the order written. An empty list or mapping is a leaf too. */
export function leavesOf(value: unknown, path: Path = []): Map<string, { readonly path: Path; readonly leaf: Leaf }> {
  const found = new Map<string, { readonly path: Path; readonly leaf: Leaf }>();
  const visit = (here: unknown, at: Path) => {
    if (here === undefined) return;
    const inner = here !== null && typeof here === "object" ? Object.entries(here) : [];
    if (inner.length === 0) found.set(formatPath(at), { path: at, leaf: here as Leaf });
    for (const [key, item] of inner) visit(item, [...at, Array.isArray(here) ? Number(key) : key]);
  };
  visit(value, path);
  return found;
}
