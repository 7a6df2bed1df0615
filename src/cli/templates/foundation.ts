import type { Stage } from "../../stages/stage";

/** An environment that a foundation is begun for. */
export interface ListedEnvironment {
  readonly workload: string;
  readonly stage: Stage;
  /** Subscription and budget, as far as its config says. */
  readonly subscription?: string;
  readonly monthlyBudget?: number;
}

/** What a foundation is begun with. */
export interface FoundationStart {
  readonly workload: string;
  readonly location: string;
  readonly owner: string;
  readonly created: string;
  readonly environments: readonly ListedEnvironment[];
}

/** What an environment's subscription is called until somebody looks. */
const suggested = ({ workload, stage, subscription }: ListedEnvironment) => subscription ?? `${workload}-${stage}`;

/** Budget of a subscription whose environment is not decided yet. */
const SOME_BUDGET = 500;

/**
 * A foundation to fill in. What only the company knows is a question mark or empty, which the check refuses in words, so
 * that no placeholder is ever applied.
 */
export function foundationFile({ workload, location, owner, created, environments }: FoundationStart): string {
  const own = `${workload}-foundation`;
  const subscriptions = new Map<string, number>();
  for (const one of environments) {
    const name = suggested(one);
    subscriptions.set(name, (subscriptions.get(name) ?? 0) + (one.monthlyBudget ?? SOME_BUDGET));
  }
  const listed = environments.map((one) => {
    const product = one.workload === workload ? "" : `workload: ${one.workload}, `;
    return `  - { ${product}stage: ${one.stage}, subscription: ${word(suggested(one))} }\n`;
  });
  return `# yaml-language-server: $schema=../node_modules/gatewright/schemas/foundation.schema.json
# What every environment stands on from the Pilot on. Fill in each "?" and what is empty; gatewright check foundation says
# what is left. Then gatewright synth foundation writes the steps of its first apply.
workload: ${workload}
location: ${location}
owner: ${word(owner)} # gets the warnings of the subscriptions' budgets
created: ${created}
repository: "?" # organization/name on GitHub: its workflows deploy, and no other's
state: local # the first apply makes the storage that the state moves into; FIRST-APPLY.md says when to write own
allowedLocations: [${location}] # nothing can be created anywhere else
# Names as az account list --output table shows them. Each environment has a subscription of its own, because its deploy
# identity may change everything in it.
subscription: ${word(own)} # the foundation's own
subscriptions: # budgets a month, in your billing currency
  ${word(own)}: { monthlyBudget: 50 }
${[...subscriptions].map(([name, budget]) => `  ${word(name)}: { monthlyBudget: ${budget} }\n`).join("")}environments: # listed before their first deployment
${listed.join("")}groups: # object ids: az ad group create --display-name owners --mail-nickname owners --query id --output tsv
  owners: "?" # apply the foundation
  operators: "?" # operate environments
  readers: "?" # may look
  breakGlass: "?" # the emergency accounts, and nobody else
security: { contact: ${word(owner)} } # is told of security alerts
company: # what no infrastructure shows
  domain: { name: "?", owner: ${word(owner)} } # and who can change it at the registrar
  website: "?" # https://…
  admins: [${word(owner)}, "?"] # Entra administrators: two people
  evidence: "" # where evidence is kept: a folder, a drive, a repository
`;
}

/** A text as YAML reads it back. */
function word(text: string): string {
  return /^[A-Za-z][\w.+@-]*$/.test(text) ? text : JSON.stringify(text);
}
