import { show } from "../config/issues";
import { readable } from "../policy/graph/expression";
import type { EnvironmentDiff, ResourceChange, ResourceName } from "./compare";
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
    ...one.replaces.map(({ says, link }) => detail(`cannot change in place: ${says}  ${link}`)),
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
export function verdict({ before, after, inPlace, added, gone, changed, same }: EnvironmentDiff): string {
  const replaced = changed.filter(({ replaces }) => replaces.length > 0);
  const lost = replaced.filter(({ holdsData }) => holdsData);
  if (!inPlace) {
    const beside = `${after} stands beside ${before}: all ${added.length + changed.length + same} resources of it are new by name, and nothing of ${before} is changed or replaced.`;
    if (replaced.length === 0) return beside;
    return `${beside} In one environment, ${replaced.length} of the differences below could not be made in place${lost.length === 0 ? "" : `, ${lost.length} of them where data is`}.`;
  }
  if (added.length + gone.length + changed.length === 0) return "Nothing differs.";
  const destroyed = gone.filter(({ holdsData }) => holdsData).length;
  const parts = [
    `${changed.length - replaced.length} changed in place`,
    `${replaced.length} replaced`,
    `${added.length} added`,
    `${gone.length} destroyed`,
  ];
  const data = lost.length + destroyed;
  const losses =
    data === 0
      ? "No resource that holds data is replaced or destroyed."
      : `${data} of these ${data === 1 ? "holds" : "hold"} data, which is lost unless it is restored: ${[...lost, ...gone.filter(({ holdsData }) => holdsData)].map(place).join(", ")}.`;
  return `The same environment, changed in place: ${parts.join(", ")}. ${losses}`;
}

function place({ stack, address }: { readonly stack: string; readonly address: string }): string {
  return `${stack}: ${address}`;
}

function data({ holdsData }: { readonly holdsData: boolean }): string {
  return holdsData ? "  (holds data)" : "";
}

function fate({ replaces, holdsData }: ResourceChange, inPlace: boolean): string {
  if (replaces.length === 0) return "";
  const lost = holdsData ? ", and its data is lost unless it is restored" : "";
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
