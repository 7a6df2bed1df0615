import { NOT_KNOWN } from "../azure/holds";
import { show } from "../config/issues";
import { readable } from "../plan/expression";
import { type Fate, fateOf, type ResourceChange } from "./change";
import type { EnvironmentDiff, ResourceName } from "./compare";
import { stanceSentence } from "./stance";

/** How a diff is written for people. */
export type DiffFormat = "text" | "markdown";

const IGNORED = "  (ignored: what is running keeps its own; the next generation starts with it)";

/** A diff as text or Markdown: what it means first, then the stance, then the resources. */
export function renderDiff(diff: EnvironmentDiff, format: DiffFormat): string {
  const heading = (text: string) => (format === "markdown" ? `\n## ${text}\n` : `\n${text}`);
  const item = (text: string) => (format === "markdown" ? `- ${text}` : `  ${text}`);
  const detail = (text: string) => (format === "markdown" ? `  - ${text}` : `      ${text}`);
  const code = (text: string) => (format === "markdown" ? `\`${text}\`` : text);

  const resources = (title: string, list: readonly ResourceName[]) =>
    list.length === 0 ? [] : [heading(title), ...list.map((one) => item(`${code(place(one))}${data(one)}`))];
  const change = (one: ResourceChange) => [
    item(`${code(place(one))}${fate(one, diff.inPlace)}`),
    ...one.replaces.map(({ says, link, perhaps }) =>
      detail(`${perhaps ? "perhaps cannot" : "cannot"} change in place: ${says}  ${link}`),
    ),
    ...one.arguments.map(({ path, before, after, ignored }) =>
      detail(`${code(path)}: ${written(path, before)} → ${written(path, after)}${ignored ? IGNORED : ""}`),
    ),
  ];
  const { stance, added, gone, changed } = diff;
  return [
    format === "markdown" ? `# ${diff.before} → ${diff.after}\n` : `${diff.before} → ${diff.after}`,
    verdict(diff),
    ...(stance.length === 0
      ? []
      : [heading("What the stages demand"), ...stance.map((one) => item(stanceSentence(one)))]),
    ...resources(`Added (${added.length})`, added),
    ...resources(`Gone (${gone.length})`, gone),
    ...(changed.length === 0 ? [] : [heading(`Changed (${changed.length})`), ...changed.flatMap(change)]),
    `\n${diff.same} ${diff.same === 1 ? "resource is" : "resources are"} the same on both sides.`,
  ].join("\n");
}

/** What the diff means for what is running. */
export function verdict(diff: EnvironmentDiff): string {
  const { before, after, inPlace, added, gone, changed, same } = diff;
  const of = (fate: Fate) => changed.filter((one) => fateOf(one) === fate);
  const [replaced, perhaps, unread] = [of("replaced"), of("may be replaced"), of("not known whether")];
  if (!inPlace) {
    const beside = `${after} stands beside ${before}: all ${added.length + changed.length + same} resources of it are new by name, and nothing of ${before} is changed or replaced.`;
    const lost = replaced.filter(({ holdsData }) => holdsData === true);
    const maybe = perhaps.length + unread.length;
    const sure =
      replaced.length === 0
        ? ""
        : ` In one environment, ${replaced.length} of the differences below could not be made in place${lost.length === 0 ? "" : `, ${lost.length} of them where data is`}.`;
    return `${beside}${sure}${maybe === 0 ? "" : ` In one environment, ${maybe} of them might not be made in place.`}`;
  }
  if (added.length + gone.length + changed.length === 0) return "Nothing differs.";
  const open = perhaps.length + unread.length > 0;
  const parts = [
    `${of("changed in place").length} changed in place`,
    ...(open && replaced.length === 0 ? [] : [`${replaced.length} replaced`]),
    ...(perhaps.length === 0 ? [] : [`${perhaps.length} may be replaced`]),
    ...(unread.length === 0 ? [] : [`${unread.length} of which it is not known whether they are replaced`]),
    `${added.length} added`,
    `${gone.length} destroyed`,
  ];
  return `The same environment, changed in place: ${parts.join(", ")}. ${losses([...replaced, ...gone], [...perhaps, ...unread])}`;
}

/** What becomes of data. */
function losses(going: readonly ResourceName[], perhaps: readonly ResourceName[]): string {
  const data = going.filter(({ holdsData }) => holdsData === true);
  const open = [
    ...going.filter(({ holdsData }) => holdsData === NOT_KNOWN),
    ...perhaps.filter(({ holdsData }) => holdsData),
  ];
  const sure =
    data.length > 0
      ? `${data.length} of these ${data.length === 1 ? "holds" : "hold"} data, which is lost unless it is restored: ${data.map(place).join(", ")}.`
      : open.length === 0
        ? "No resource that holds data is replaced or destroyed."
        : "";
  const unsure = open.length === 0 ? "" : `Data may be lost with: ${open.map(place).join(", ")}.`;
  return [sure, unsure].filter(Boolean).join(" ");
}

function place({ stack, address }: { readonly stack: string; readonly address: string }): string {
  return `${stack}: ${address}`;
}

function data({ holdsData }: { readonly holdsData: ResourceName["holdsData"] }): string {
  if (holdsData === NOT_KNOWN) return "  (not known whether it holds data)";
  return holdsData ? "  (holds data)" : "";
}

function fate(change: ResourceChange, inPlace: boolean): string {
  const becomes = fateOf(change);
  if (becomes === "changed in place") return "";
  const lost = change.holdsData === true ? ", and its data is lost unless it is restored" : "";
  if (becomes === "not known whether")
    return "  not known whether it is replaced: azurerm's schema does not have its type";
  if (becomes === "may be replaced")
    return inPlace ? `  MAY BE REPLACED${lost && ", and its data lost"}` : "  might be replaced in one environment";
  return inPlace ? `  REPLACED${lost}` : `  would be replaced in one environment${lost}`;
}

/** A text as people wrote it, without what escapes it for Terraform. */
function plain(value: unknown): unknown {
  return typeof value === "string" ? readable(value) : value;
}

function written(path: string, value: unknown): string {
  const name = path.split(/[.[\]]/).findLast((part) => part !== "") ?? "";
  if (value === undefined) return "absent";
  if (Array.isArray(value))
    return value.length === 0 ? "empty" : `[${value.map((item) => show(plain(item), name)).join(", ")}]`;
  return show(plain(value), name);
}
