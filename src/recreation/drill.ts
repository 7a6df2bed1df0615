import type { PlanGraph } from "../plan/graph";
import { firstApply } from "../steps/first-apply";
import { functionsIn } from "../steps/functions";
import { appsDomain } from "../steps/hardened";
import type { Step } from "../steps/step";
import { copies } from "./drill-data";
import { copiesStay, stopBackups } from "./drill-retained";
import { renderBudget } from "./durations";
import { isRetained } from "./retained";
import type { Subject } from "./subject";
import type { Succession } from "./succession";

/**
 * The runbook of a live drill, as Markdown, with the names that this environment and its next generation have. People
 * run it; nothing here touches a subscription.
 *
 * @param file  the environment's file
 */
export function drill(
  subject: Subject,
  { from, to, keeps, data, outside, takes, grants }: Succession,
  file: string,
): string {
  const { resolved, next, graph } = subject;
  const { name } = resolved;
  const out = (generation: number) => `cdktf.g${generation}`;
  const step = (title: string, why: string, commands: readonly string[]): string =>
    [`## ${title}`, "", why, ...(commands.length > 0 ? ["", "```sh", ...commands, "```"] : []), ""].join("\n");
  const written = (generation: number, steps: readonly Step[]) => {
    const said = new Set<string>();
    return steps.map((one) => step(`Generation ${generation}: ${one.title}`, one.why, commandsOf(one, said)));
  };
  const retained = subject.graph.stacks.filter(({ identity }) => identity.stack === "recovery").map((one) => one.name);
  const making = (steps: readonly Step[]) =>
    steps.filter(({ purpose, stack }) => purpose === undefined && !(stack !== undefined && retained.includes(stack)));
  const destroyed = [...subject.stacks].reverse().filter(({ name: stack }) => !retained.includes(stack));
  const first = making(firstApply(resolved));
  const second = firstApply(next.resolved);
  // The dump brings the schema, so migrations would only be in its way.
  const besideFirst = making(second).filter(
    ({ id }) => !["tools", "sign-in"].includes(id) && !id.startsWith("migrate-"),
  );
  const called = [...first, ...second].flatMap(({ needs = [], commands }) => [...needs, ...commands]);
  const parts = [
    step(
      "Start bash",
      "Every block is for one and the same bash, of version 3.2 or later; on macOS another shell is what a terminal opens with. Then give it the functions that the blocks call.",
      ["bash"],
    ),
    ["```sh", ...functionsIn(["ask SCRATCH", ...called]), "```", ""].join("\n"),
    step(
      "Take a copy of the repository and a scratch subscription",
      "Never drill in the folder or the subscription that hold the real environment: both would use its state. Remote state goes to a storage account of the scratch subscription: add `-backend-config` to every `terraform init`.",
      [`git worktree add ../${name}-drill -b drill-${name}-g${to}`, `cd ../${name}-drill`, "npm ci"],
    ),
    step(`Write generation ${from}`, "As it is committed.", [
      `npx gatewright prove ${name} --verify`,
      `npx gatewright synth ${name} --out ${out(from)}`,
      `cd ${out(from)}`,
    ]),
    ...written(from, first),
    step(
      "Put something in that you can find again",
      "A row, a blob: what the restore must bring back. Note the time.",
      ["cd .."],
    ),
    step(`Write generation ${to}`, "Raises the generation in the copy only.", [
      `npx gatewright recreate ${name} --reason "drill" --yes`,
      `npx gatewright prove ${name}`,
      `npx gatewright synth ${name} --out ${out(to)}`,
      `cd ${out(to)}`,
    ]),
    ...written(to, besideFirst),
    step(
      "Restore the data",
      data.map(({ name: holder, fate, says }) => `- \`${holder}\`: ${fate}: ${says}`).join("\n"),
      data.some(({ fate }) => fate === "restored") ? copies(subject) : [],
    ),
    ...(outside.length === 0
      ? []
      : [step("Tell the others", outside.map(({ what, action }) => `- ${what}: ${action}`).join("\n"), [])]),
    step("Move the entry", entryWords(subject), entry(subject, second)),
    step(
      "Look before anything goes",
      "Open the addresses, find what you put in, and look at logs and alerts. Note the time: this is how long a recreation takes. A new identity is a new principal: " +
        `the platform gives ${grants} grants anew by itself; grants that somebody made by hand outside this environment are not among them.`,
      [`terraform -chdir=stacks/${name}-services output`],
    ),
    ...(retained.length === 0 ? [] : [step("The copies stay", copiesStay(retained, to), stopBackups(subject.graph))]),
    step(
      `Destroy generation ${from}`,
      "In this order; leave out what you did not apply. Terraform removes the locks first. Deleting the resource group instead would leave the settings below behind.",
      [`cd ../${out(from)}`, ...destroys(destroyed, name)],
    ),
    step("See that nothing is left", "Each of these must print nothing, or false.", leftovers(graph)),
    step("Record it", `Into \`evidence.yaml\` beside \`${file}\`, for the generation that now stands.`, []),
    [
      "```yaml",
      "- fact: recreation-drilled",
      `  env: ${name}`,
      `  generation: ${to}`,
      "  by: <your address>",
      "  date: <the day, year-month-day>",
      "  link: <where the notes are>",
      '  measured: { recreated: "<hours:minutes>" }',
      "```",
      "",
    ].join("\n"),
    step("Clean up", "Destroy the drill's second generation in the same way, then the copy.", [
      `cd ../${out(to)}`,
      ...destroys(destroyed, name),
    ]),
  ];
  const kept = keeps.map(({ what, why }) => `- ${what}: ${why}`).join("\n");
  const head = `# Recreation drill of ${name}: generation ${from} to ${to}\n\nGeneration ${to} is made beside ${from}, takes over, and ${from} goes. Making one takes about ${takes.minutes} minutes of waiting (${renderBudget(takes)}). Both share only:\n\n${kept}\n`;
  return `${[head, ...parts].join("\n")}`;
}

/** The entry asks for the domain of the generation that is destroyed. */
function destroys(stacks: readonly { readonly name: string }[], environment: string): string[] {
  const entry = `${environment}-entry`;
  return stacks.flatMap(({ name }) => [
    ...(name === entry ? appsDomain({ name: environment }) : []),
    `terraform -chdir=stacks/${name} destroy`,
  ]);
}

/**
 * The commands of a step, behind what they need and no step of the generation has said yet. The subscription of the config
 * is the real one.
 */
function commandsOf({ needs = [], commands }: Step, said: Set<string>): string[] {
  const fresh = needs.filter((line) => !said.has(line));
  for (const line of fresh) said.add(line);
  return [...fresh, ...commands].flatMap((one) => {
    if (one.startsWith("ask SUBSCRIPTION ")) return [];
    return one.startsWith("az account set ")
      ? ["ask SCRATCH 'Scratch subscription'", 'az account set --subscription "$SCRATCH"']
      : [one];
  });
}

function entryWords({ resolved }: Subject): string {
  if ("entry" in resolved.config)
    return "In a drill the records belong to the real environment: use a host name for tests, or only read these. In a recreation that is meant, point the records at the new entry; until their time to live has passed, users reach both generations.";
  const named = resolved.services.some(({ domain }) => domain !== undefined);
  return named
    ? "In a drill the records belong to the real environment: use a name for tests, or only read these. In a recreation that is meant, point the records at the new apps, apply the domains and bind the certificates; until the records' time to live has passed, users reach both generations."
    : "There is no domain of your own: the new apps have new addresses, and whoever calls the old ones must be told.";
}

function entry({ resolved, next }: Subject, steps: readonly Step[]): string[] {
  const commands = steps.filter(({ purpose }) => purpose === "names").flatMap((one) => one.commands);
  if (commands.length > 0) return commands;
  const group = next.resolved.nameOf("resource_group");
  return resolved.services
    .filter(({ exposure, kind }) => exposure === "public" && kind === "http")
    .map(
      ({ name }) =>
        `az containerapp show --name ${next.resolved.nameOf("container_app", name)} --resource-group ${group} --query properties.configuration.ingress.fqdn --output tsv`,
    );
}

/** Azure keeps diagnostic settings and deleted vaults apart from the group that they were in. */
function leftovers(graph: PlanGraph): string[] {
  const gone = (type: string) => graph.of(type).flatMap((one) => (isRetained(one) ? [] : (one.text("name") ?? [])));
  const settings = gone("azurerm_monitor_diagnostic_setting");
  const vaults = gone("azurerm_key_vault");
  return [
    ...gone("azurerm_resource_group").flatMap((group) => [
      `az group exists --name ${group}`,
      `az resource list --resource-group ${group} --output tsv`,
    ]),
    ...vaults.map(
      (vault) =>
        `az keyvault list-deleted --query "[?name=='${vault}'].name" --output tsv  # kept until its retention ends where purge protection is on`,
    ),
    ...(settings.length > 0 ? [`# diagnostic settings that must be gone: ${settings.sort().join(" ")}`] : []),
  ];
}
