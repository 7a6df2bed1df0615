import { plain } from "../display/inert";
import { scriptsOf } from "./script";
import type { Step } from "./step";
import { toolsOf } from "./tools";

/** Steps as Markdown: what must be installed, what is asked for, and each step with the script that does it. */
export function renderSteps(environment: string, steps: readonly Step[]): string {
  const scripts = scriptsOf(environment, steps);
  const body = steps.map((step, index) => {
    const script = scripts[index];
    return [
      `## ${index + 1}. ${plain(step.title)}`,
      "",
      plain(step.why),
      "",
      ...(script === undefined ? [] : ["```sh", `bash ${script.path}`, "```", ""]),
    ].join("\n");
  });
  return [
    `# First apply of ${environment}`,
    "",
    "Run these in order, in the output folder, the one that holds `stacks`, from any shell. Every step is a script beside this page and can be read, repeated, and run alone in a new terminal: it asks for what it needs.",
    "",
    ...asked(steps),
    "| must be installed | at least | from |",
    "| ----------------- | -------- | ---- |",
    ...toolsOf(steps).map(({ name, oldest, from }) => `| \`${name}\` | ${oldest} | ${from} |`),
    "",
    body.join("\n"),
  ].join("\n");
}

/** What more than one step asks for: said once, it is not asked again. */
function asked(steps: readonly Step[]): string[] {
  const questions = new Set(steps.flatMap(({ needs = [] }) => needs.filter((line) => line.startsWith("ask "))));
  if (questions.size === 0) return [];
  return [
    "What several steps ask for is asked once, if you export it first:",
    "",
    ...[...questions].map((line) => {
      const [, name, words = ""] = /^ask (\w+) (.*)$/.exec(line) ?? [];
      return `- \`export ${name}=…\`: ${plain(words.replace(/^'|'$/g, "").replaceAll("'\\''", "'"))}`;
    }),
    "",
  ];
}
