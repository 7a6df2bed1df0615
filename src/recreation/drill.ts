import type { PlanGraph } from "../plan/graph";
import { outlives } from "../plan/outlives";
import { firstApply } from "../steps/first-apply";
import { functionsIn } from "../steps/functions";
import { appsDomain } from "../steps/hardened";
import type { Step } from "../steps/step";
import { copies } from "./drill-data";
import { copiesStay, stopBackups } from "./drill-retained";
import { block, chapter, evidenceLines, LISTS, runbookHead, WORDS } from "./drill-words";
import { isRetained } from "./retained";
import type { Subject } from "./subject";
import type { Succession } from "./succession";

/** A drill from which its chapters are written. */
interface Drill {
  readonly subject: Subject;
  readonly succession: Succession;
  readonly file: string;
  /** Stacks that a drill leaves out, because they outlive the environment. */
  readonly retained: readonly string[];
  readonly firstSteps: readonly Step[];
  readonly secondSteps: readonly Step[];
}

/**
 * The runbook of a live drill, as Markdown, with the names that this environment and its next generation have. People
 * run it; nothing here touches a subscription.
 *
 * @param file  the environment's file
 */
export function drill(subject: Subject, succession: Succession, file: string): string {
  const plan = planned(subject, succession, file);
  return [
    runbookHead(subject.resolved.name, succession),
    ...prepare(plan),
    ...makeFirst(plan),
    ...makeSecond(plan),
    ...moveOver(plan),
    ...endFirst(plan),
    ...afterwards(plan),
  ].join("\n");
}

function planned(subject: Subject, succession: Succession, file: string): Drill {
  const { resolved, next, graph } = subject;
  const retained = graph.stacks.filter(({ identity }) => outlives(identity)).map((one) => one.name);
  const [firstSteps, secondSteps] = [firstApply(resolved), firstApply(next.resolved)];
  return { subject, succession, file, retained, firstSteps, secondSteps };
}

function prepare(plan: Drill): string[] {
  const { name } = plan.subject.resolved;
  const called = [...making(plan, plan.firstSteps), ...plan.secondSteps].flatMap(({ needs = [], commands }) => [
    ...needs,
    ...commands,
  ]);
  return [
    chapter("Start bash", WORDS.bash, ["bash"]),
    block("sh", functionsIn(["ask SCRATCH", ...called])),
    chapter("Take a copy of the repository and a scratch subscription", WORDS.copy, [
      `git worktree add ../${name}-drill -b drill-${name}-g${plan.succession.to}`,
      `cd ../${name}-drill`,
      "npm ci",
    ]),
  ];
}

function makeFirst(plan: Drill): string[] {
  const { name } = plan.subject.resolved;
  const { from } = plan.succession;
  return [
    chapter(`Write generation ${from}`, "As it is committed.", [
      `npx gatewright prove ${name} --verify`,
      `npx gatewright synth ${name} --out ${outputOf(from)}`,
      `cd ${outputOf(from)}`,
    ]),
    ...chaptersOf(from, making(plan, plan.firstSteps)),
    chapter("Put something in that you can find again", WORDS.mark, ["cd .."]),
  ];
}

function makeSecond(plan: Drill): string[] {
  const { name } = plan.subject.resolved;
  const { to } = plan.succession;
  return [
    chapter(`Write generation ${to}`, "Raises the generation in the copy only.", [
      `npx gatewright recreate ${name} --reason "drill" --yes`,
      `npx gatewright prove ${name}`,
      `npx gatewright synth ${name} --out ${outputOf(to)}`,
      `cd ${outputOf(to)}`,
    ]),
    ...chaptersOf(to, making(plan, plan.secondSteps).filter(isNeededBesideFirst)),
  ];
}

function moveOver({ subject, succession: { data, outside, grants }, secondSteps }: Drill): string[] {
  const restores = data.some(({ fate }) => fate === "restored");
  return [
    chapter("Restore the data", LISTS.fates(data), restores ? copies(subject) : []),
    ...(outside.length === 0 ? [] : [chapter("Tell the others", LISTS.outside(outside), [])]),
    chapter("Move the entry", entryWords(subject), entry(subject, secondSteps)),
    chapter("Look before anything goes", WORDS.look(grants), [
      `terraform -chdir=stacks/${subject.resolved.name}-services output`,
    ]),
  ];
}

function endFirst(plan: Drill): string[] {
  const { subject, succession, retained } = plan;
  const { from, to } = succession;
  return [
    ...(retained.length === 0
      ? []
      : [chapter("The copies stay", copiesStay(retained, to), stopBackups(subject.graph))]),
    chapter(`Destroy generation ${from}`, WORDS.destroy, [`cd ../${outputOf(from)}`, ...destroys(plan)]),
    chapter("See that nothing is left", "Each of these must print nothing, or false.", leftovers(subject.graph)),
  ];
}

function afterwards(plan: Drill): string[] {
  const { to } = plan.succession;
  return [
    chapter("Record it", WORDS.record(plan.file), []),
    block("yaml", evidenceLines(plan.subject.resolved.name, to)),
    chapter("Clean up", "Destroy the drill's second generation in the same way, then the copy.", [
      `cd ../${outputOf(to)}`,
      ...destroys(plan),
    ]),
  ];
}

const outputOf = (generation: number) => `cdktf.g${generation}`;

/** The steps that make a generation, without those of stacks that a drill leaves out. */
function making({ retained }: Drill, steps: readonly Step[]): Step[] {
  return steps.filter(
    ({ purpose, stack }) => purpose === undefined && !(stack !== undefined && retained.includes(stack)),
  );
}

/** The dump brings the schema, so migrations would only be in its way. */
function isNeededBesideFirst({ id }: Step): boolean {
  return !["tools", "sign-in"].includes(id) && !id.startsWith("migrate-");
}

function chaptersOf(generation: number, steps: readonly Step[]): string[] {
  const given = new Set<string>();
  return steps.map((one) => chapter(`Generation ${generation}: ${one.title}`, one.why, commandsOf(one, given)));
}

/** The entry asks for the domain of the generation that is destroyed. */
function destroys({ subject, retained }: Drill): string[] {
  const environment = subject.resolved.name;
  const entry = `${environment}-entry`;
  const destroyed = [...subject.stacks].reverse().filter(({ name }) => !retained.includes(name));
  return destroyed.flatMap(({ name }) => [
    ...(name === entry ? appsDomain({ name: environment }) : []),
    `terraform -chdir=stacks/${name} destroy`,
  ]);
}

/**
 * The commands of a step, behind what they need and no step of the generation has given yet. The subscription of the config
 * is the real one.
 */
function commandsOf({ needs = [], commands }: Step, given: Set<string>): string[] {
  const fresh = needs.filter((line) => !given.has(line));
  for (const line of fresh) given.add(line);
  return [...fresh, ...commands].flatMap((one) => {
    if (one.startsWith("ask SUBSCRIPTION ")) return [];
    return one.startsWith("az account set ")
      ? ["ask SCRATCH 'Scratch subscription'", 'az account set --subscription "$SCRATCH"']
      : [one];
  });
}

function entryWords({ resolved }: Subject): string {
  if ("entry" in resolved.config) return WORDS.entry;
  return resolved.services.some(({ domain }) => domain !== undefined) ? WORDS.domains : WORDS.noDomain;
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
