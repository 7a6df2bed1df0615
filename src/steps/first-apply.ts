import type { ResolvedEnvironment, ResolvedScale } from "../config/resolve";
import { approvals } from "./approvals";
import { audit } from "./audit";
import { databases } from "./databases";
import { domains } from "./domains";
import { ending } from "./ending";
import { entry } from "./entry";
import { grow } from "./grow";
import { hardenedConfig } from "./hardened";
import { images } from "./images";
import { importImages, laterImport } from "./import-images";
import { lookAtData } from "./look-at-data";
import { preflight } from "./preflight";
import { moveData } from "./previous";
import { inSecondRegion } from "./region";
import { releases } from "./releases";
import { recovery } from "./restore";
import { addRegion } from "./scale";
import { certificate, rotation, secrets } from "./secrets";
import { signIn } from "./sign-in";
import { type Surroundings, standalone } from "./standalone";
import { leaveState, reachState } from "./state-access";
import type { Step } from "./step";
import { takeAway } from "./take-away";
import { tools } from "./tools";
import { upgrade } from "./upgrade";
import { vpn } from "./vpn";

/**
 * The ordered steps from an empty subscription to a running environment. An app whose image or secret is absent fails to
 * start, and a gateway whose certificate is absent too, so the platform comes first, then what must be seeded into it, then
 * the apps and the entry. No step needs a data plane that only the network reaches: what is private is filled through the
 * control plane or by a job that runs inside. Each step stands on its own: see {@link standalone}.
 */
export function firstApply(environment: ResolvedEnvironment, around: Surroundings = {}): Step[] {
  const apply = (role: string, why: string) => applyStack(environment, role, why);
  const steps = (
    isScale(environment) ? toScale(environment, around, apply) : fromNothing(environment, around, apply)
  ).map((step) => standalone(step, environment, around));
  return [tools(steps), ...steps];
}

type Apply = (role: string, why: string) => Step;

/** An environment that is not there yet. */
function fromNothing(environment: ResolvedEnvironment, around: Surroundings, apply: Apply): Step[] {
  return [
    signIn(environment, around),
    ...reachState(environment, around),
    ...preflight(environment),
    apply("platform", platformWords(environment)),
    ...images(environment),
    ...importImages(environment),
    ...secrets(environment),
    ...certificate(environment),
    apply("services", "The apps and jobs, now that what they need exists."),
    ...databases(environment),
    ...recovery(environment, apply),
    ...vpn(environment),
    ...moveData(environment),
    ...entry(environment, apply),
    ...audit(environment),
    ...addresses(environment),
    ...domains(environment, (why) => apply("domains", why)),
    ...approvals(environment),
    ...leaveState(environment, around),
    ...upkeep(environment),
    ...ending(environment, around),
  ];
}

/** How to live with it. */
function upkeep(environment: ResolvedEnvironment): Step[] {
  return [releases, takeAway, grow, upgrade, lookAtData, rotation].flatMap((part) => part(environment));
}

/** A living Production that gets a second region; how to live with it is as before, in both. */
function toScale(environment: ResolvedScale, around: Surroundings, apply: Apply): Step[] {
  const { scale } = environment;
  return [
    signIn(environment, around),
    ...reachState(environment, around),
    ...addRegion(environment, apply),
    ...approvals(environment),
    ...leaveState(environment, around),
    ...laterImport(environment),
    ...upkeep(environment),
    ...rotation(scale.second).map((step) => inSecondRegion(step, scale)),
    ...ending(environment, around),
  ];
}

function isScale(environment: ResolvedEnvironment): environment is ResolvedScale {
  return environment.stage === "scale";
}

function platformWords(environment: ResolvedEnvironment): string {
  return hardenedConfig(environment)
    ? "Group, network, firewall, VPN, registry, vault, stores and identities; nothing that needs an image or a secret. The VPN gateway alone takes about 45 minutes."
    : "Group, registry, vault, stores and identities; nothing that needs an image or a secret.";
}

function applyStack({ name }: ResolvedEnvironment, role: string, why: string): Step {
  const stack = `${name}-${role}`;
  return {
    id: `apply-${role}`,
    title: `Apply ${role}`,
    why,
    stack,
    ...(role === "domains" && { purpose: "names" as const }),
    commands: [`terraform -chdir=stacks/${stack} apply`],
  };
}

/** Below Pre-Production each public app has an address of its own. */
function addresses(environment: ResolvedEnvironment): Step[] {
  if (hardenedConfig(environment)) return [];
  return [
    {
      id: "open",
      title: "Open it",
      why: "The public addresses are outputs of the services stack.",
      commands: [`terraform -chdir=stacks/${environment.name}-services output`],
    },
  ];
}
