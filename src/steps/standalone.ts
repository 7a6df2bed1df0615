import type { ResolvedEnvironment } from "../config/resolve";
import { audienceVariable } from "../config/resolve";
import type { Listing, StatePlace } from "../foundation/listing";
import { appsDomain, hardenedConfig } from "./hardened";
import { scriptNamed } from "./script";
import { shellWord } from "./shell-word";
import type { Step } from "./step";

/** What the steps of an environment may rely on beside its config. */
export interface Surroundings {
  readonly state?: StatePlace;
  readonly listing?: Listing;
}

/**
 * A step that can be run alone, in a new terminal, long after the ones before it: what its commands use is set or asked for
 * first, and every stack that they name is initialized. What is needed follows from the commands themselves, so that no
 * step can forget it.
 */
export function standalone(step: Step, environment: ResolvedEnvironment, around: Surroundings): Step {
  if (step.needs !== undefined) return step;
  const needs = needsOf(step.commands.join("\n"), environment, around);
  const initialized = new Set<string>();
  const ready = (line: string) => initialize(line, initialized, environment, around);
  return { ...step, needs: needs.flatMap(ready), commands: step.commands.flatMap(ready) };
}

/** How people name the subscription of an environment; `undefined` where only they know it. */
export function subscriptionOf({ config }: Pick<ResolvedEnvironment, "config">, { listing }: Surroundings) {
  return config.stage === "poc" ? listing?.subscription : config.subscription;
}

function needsOf(text: string, environment: ResolvedEnvironment, around: Surroundings): string[] {
  const { name, stance } = environment;
  const changes = (role: string) => new RegExp(`-chdir=stacks/${name}-(?:${role}) (?:apply|destroy|plan)`).test(text);
  const uses = (variable: string) => new RegExp(`\\$\\{?${variable}\\b`).test(text);
  const hardened = hardenedConfig(environment);
  const audience = hardened && audienceVariable(hardened);
  const domain = hardened && (changes("entry|edge") || uses("TF_VAR_apps_domain")) ? appsDomain(environment) : [];
  const terraform = text.includes("-chdir=stacks/") || domain.length > 0;
  const asksState = stance.state === "remote" && around.state === undefined && (terraform || uses("STATE_\\w+"));
  return [
    ...(terraform || /\baz /.test(text) ? signedIn(environment, around) : []),
    ...(asksState
      ? [
          "ask STATE_ACCOUNT 'Storage account of the foundation'",
          "ask STATE_CONTAINER 'State container of this environment'",
        ]
      : []),
    ...(audience !== undefined && hardened && (changes("platform|access-\\w+") || uses(`TF_VAR_${audience}`))
      ? [
          `ask VPN_AUDIENCE ${shellWord(`Client id of ${hardened.vpn.audience}, the app registration that people sign in to for the VPN`)}`,
          `export TF_VAR_${audience}="$VPN_AUDIENCE"`,
        ]
      : []),
    ...domain,
  ];
}

/** Signs in where nobody is, and leaves no later command to a subscription that happens to be chosen. */
function signedIn(environment: ResolvedEnvironment, around: Surroundings): string[] {
  const known = subscriptionOf(environment, around);
  return [
    "az account show --output none 2>/dev/null || az login --output none",
    ...(known === undefined
      ? [
          `ask SUBSCRIPTION ${shellWord(`Subscription of ${environment.name}, by name or id`)}`,
          'az account set --subscription "$SUBSCRIPTION"',
        ]
      : [`az account set --subscription ${shellWord(known)}`]),
    'TF_VAR_subscription_id="$(az account show --query id --output tsv)"',
    'TF_VAR_tenant_id="$(az account show --query tenantId --output tsv)"',
    'export TF_VAR_subscription_id TF_VAR_tenant_id ARM_SUBSCRIPTION_ID="$TF_VAR_subscription_id"',
  ];
}

/** A line, behind what initializes each stack that it is the first to name. */
function initialize(
  line: string,
  initialized: Set<string>,
  { name, stance }: ResolvedEnvironment,
  { state }: Surroundings,
): string[] {
  const stacks = [...line.matchAll(/-chdir=stacks\/([\w-]+)/g)].map(([, stack = ""]) => stack);
  const fresh = [...new Set(stacks)].filter((stack) => !initialized.has(stack));
  for (const stack of fresh) initialized.add(stack);
  const remote = stance.state === "remote";
  // Without a foundation file at hand the backend is completed here.
  const backend =
    remote && state === undefined
      ? ' -backend-config="storage_account_name=$STATE_ACCOUNT" -backend-config="container_name=$STATE_CONTAINER"'
      : "";
  const refused = remote
    ? ` || { echo "Is the state out of reach? bash ${scriptNamed(name, "reach-state")}" >&2; false; }`
    : "";
  return [...fresh.map((stack) => `terraform -chdir=stacks/${stack} init -input=false${backend}${refused}`), line];
}
