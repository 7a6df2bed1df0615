import { code, markdown } from "../display/inert";
import { GATE_TITLES } from "../stages/stage";
import { gapsOf } from "./between";
import type { EnvironmentReport, PlacedFinding, Report } from "./model";
import { sentenceOf } from "./sentence";
import { countsLine, factLine } from "./text";
import { unreadOnce } from "./unread";

/** The gate report for a customer or a pull request. Nothing that a person wrote can become markup in it. */
export function renderMarkdown(report: Report): string {
  return `${report.environments.map((one) => environment(one, report.today)).join("\n\n")}\n`;
}

function environment(one: EnvironmentReport, today: string): string {
  const gate = GATE_TITLES[one.gate];
  const sections = [
    `# Gate report: ${markdown(one.env)} at the ${gate} gate`,
    `**${one.outcome === "held" ? "HELD" : "ADMITTED"}** on ${today}. ${countsLine(one)}. ${BASIS[one.basis]}`,
    one.facts && bullets(factLine(one.facts, one).map(markdown)),
    one.between && betweenSection(one),
    section("What holds the gate", findings(one.between ? [] : one.holding)),
    section("Evidence", evidence(one)),
    section(
      "Waived",
      rows(
        ["Finding", "By", "Why", "Until"],
        one.waived.map((found) => [
          what(found),
          markdown(found.waived?.by ?? ""),
          markdown(found.waived?.why ?? ""),
          markdown(found.waived?.until ?? ""),
        ]),
      ),
    ),
    section("Not known before apply", bullets(unknowns(one.unknown))),
    section(
      "Warnings",
      bullets(one.warnings.map((w) => `${markdown(w.says)} ${markdown(w.fix)} (${markdown(w.control)})`)),
    ),
    section(
      "Not judged",
      bullets(
        one.notJudged.map(
          (n) => `${markdown(n.title)}, for want of ${n.missing.join(" and ")} (${markdown(n.control)})`,
        ),
      ),
    ),
    section(
      "Every control",
      rows(
        ["Control", "Holds when", "State"],
        one.controls.map(({ control, title, state }) => [markdown(control), markdown(title), STATES[state]]),
      ),
    ),
  ];
  return sections.filter(Boolean).join("\n\n");
}

const BASIS = {
  static: "It rests on the synthesized configuration, not on what runs in Azure.",
  plan: "It rests on a Terraform plan, not on what runs in Azure.",
  rehearsed: "It rests on a rehearsal against mocks.",
  live: "It rests on evidence from Azure.",
} as const satisfies Record<EnvironmentReport["basis"], string>;

const STATES = {
  pass: "holds",
  fail: "**fails**",
  unknown: "unknown",
  waived: "waived",
  "not-applicable": "does not apply",
} as const;

function section(title: string, body: string | undefined): string | undefined {
  return body ? `## ${title}\n\n${body}` : undefined;
}

function bullets(lines: readonly string[]): string {
  return lines.map((line) => `- ${line}`).join("\n");
}

function rows(head: readonly string[], body: readonly (readonly string[])[]): string {
  if (body.length === 0) return "";
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...body.map(line)].join("\n");
}

function unknowns(all: readonly PlacedFinding[]): string[] {
  const { read, unread } = unreadOnce(all);
  return [...read.map(what), ...unread.map(({ says, controls }) => `${markdown(says)} (${markdown(controls)})`)];
}

function what(one: PlacedFinding): string {
  return `${markdown(sentenceOf(one))} (${markdown(one.control)})`;
}

function findings(all: readonly PlacedFinding[]): string {
  const { read, unread } = unreadOnce(all);
  const row = (says: string, where: string, fix: string, controls: string) => [
    markdown(says),
    where === "" ? "" : code(where),
    markdown(fix),
    markdown(controls),
  ];
  return rows(
    ["What", "Where", "What to do", "Control"],
    [
      ...read.map((one) =>
        row(sentenceOf(one), [one.resource, one.path].filter((part) => part !== "").join(" "), one.fix, one.control),
      ),
      ...unread.map(({ says, resources, fix, controls }) => row(says, resources, fix, controls)),
    ],
  );
}

function evidence(one: EnvironmentReport): string {
  return rows(
    ["Fact", "State", "By", "On", "Link", "Control"],
    one.evidence.map(({ fact, state, by, date, link, control }) => [
      markdown(fact),
      state === "present" ? "present" : `**${state}**`,
      markdown(by ?? ""),
      markdown(date ?? ""),
      link === undefined ? "" : code(link),
      markdown(control),
    ]),
  );
}

function betweenSection(one: EnvironmentReport): string {
  const found = one.between;
  if (!found) return "";
  const kinds = [
    ["fails already", found.already],
    ["needs an answer", found.answers],
    ["needs evidence", found.evidence],
    [`the ${GATE_TITLES[one.gate]}'s stacks bring it`, found.stacks],
    ["cannot be judged yet", found.notYet],
  ] as const;
  if (gapsOf(found).length === 0) return `## What stands between\n\nNothing.`;
  const body = kinds.flatMap(([kind, gaps]) =>
    gaps.map(({ control, title, paths }) => [markdown(title), kind, paths.map(code).join(", "), markdown(control)]),
  );
  return `## What stands between\n\n${rows(["Holds when", "Now", "In the config", "Control"], body)}`;
}
