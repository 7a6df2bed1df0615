import type { Step } from "./step";

/** Steps as Markdown, numbered, with their commands to copy. */
export function renderSteps(title: string, steps: readonly Step[]): string {
  const body = steps.map((step, index) =>
    [
      `## ${index + 1}. ${step.title}`,
      "",
      step.why,
      "",
      ...(step.commands.length > 0 ? ["```sh", ...step.commands, "```", ""] : []),
    ].join("\n"),
  );
  const intro = "Run these in order, in the output folder, the one that holds `stacks`. Every step can be repeated.";
  return `# ${title}\n\n${intro}\n\n${body.join("\n")}`;
}
