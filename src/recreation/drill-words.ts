import { renderBudget } from "./durations";
import type { Succession } from "./succession";

/** A chapter of the runbook: what to do, why, and the commands. */
export function chapter(title: string, why: string, commands: readonly string[]): string {
  return [`## ${title}`, "", why, ...(commands.length > 0 ? ["", "```sh", ...commands, "```"] : []), ""].join("\n");
}

/** A block of code that stands by itself. */
export function block(language: "sh" | "yaml", lines: readonly string[]): string {
  return [`\`\`\`${language}`, ...lines, "```", ""].join("\n");
}

/** What the runbook begins with: what is made, how long it takes, and what both generations share. */
export function runbookHead(name: string, { from, to, takes, keeps }: Succession): string {
  const kept = keeps.map(({ what, why }) => `- ${what}: ${why}`).join("\n");
  return `# Recreation drill of ${name}: generation ${from} to ${to}\n\nGeneration ${to} is made beside ${from}, takes over, and ${from} goes. Making one takes about ${takes.minutes} minutes of waiting (${renderBudget(takes)}). Both share only:\n\n${kept}\n`;
}

/** What stands below the titles of the chapters. */
export const WORDS = {
  bash: "Every block is for one and the same bash, of version 3.2 or later; on macOS another shell is what a terminal opens with. Then give it the functions that the blocks call.",
  copy: "Never drill in the folder or the subscription that hold the real environment: both would use its state. Remote state goes to a storage account of the scratch subscription: add `-backend-config` to every `terraform init`.",
  mark: "A row, a blob: what the restore must bring back. Note the time.",
  entry:
    "In a drill the records belong to the real environment: use a host name for tests, or only read these. In a recreation that is meant, point the records at the new entry; until their time to live has passed, users reach both generations.",
  domains:
    "In a drill the records belong to the real environment: use a name for tests, or only read these. In a recreation that is meant, point the records at the new apps, apply the domains and bind the certificates; until the records' time to live has passed, users reach both generations.",
  noDomain:
    "There is no domain of your own: the new apps have new addresses, and whoever calls the old ones must be told.",
  look: (grants: number) =>
    `Open the addresses, find what you put in, and look at logs and alerts. Note the time: this is how long a recreation takes. A new identity is a new principal: the platform gives ${grants} grants anew by itself; grants that somebody made by hand outside this environment are not among them.`,
  destroy:
    "In this order; leave out what you did not apply. Terraform removes the locks first. Deleting the resource group instead would leave the settings below behind.",
  record: (file: string) => `Into \`evidence.yaml\` beside \`${file}\`, for the generation that now stands.`,
} as const;

/** Lists, an item a line. */
export const LISTS = {
  fates: (data: Succession["data"]) => data.map(({ name, fate, says }) => `- \`${name}\`: ${fate}: ${says}`).join("\n"),
  outside: (outside: Succession["outside"]) => outside.map(({ what, action }) => `- ${what}: ${action}`).join("\n"),
} as const;

/** The evidence of a drill, as it is filled in. */
export function evidenceLines(environment: string, generation: number): string[] {
  return [
    "- fact: recreation-drilled",
    `  env: ${environment}`,
    `  generation: ${generation}`,
    "  by: <your address>",
    "  date: <the day, year-month-day>",
    "  link: <where the notes are>",
    '  measured: { recreated: "<hours:minutes>" }',
  ];
}
