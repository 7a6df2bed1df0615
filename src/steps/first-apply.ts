import type { ResolvedEnvironment } from "../config/resolve";
import type { IEnvironment } from "../synth/environment";
import { approvals } from "./approvals";
import { audit } from "./audit";
import { databases } from "./databases";
import { domains } from "./domains";
import { ending } from "./ending";
import { entry } from "./entry";
import { grow } from "./grow";
import { hardenedConfig } from "./hardened";
import { images } from "./images";
import { importImages } from "./import-images";
import { preflight } from "./preflight";
import { moveData } from "./previous";
import { releases } from "./releases";
import { recovery } from "./restore";
import { certificate, rotation, secrets } from "./secrets";
import { signIn } from "./sign-in";
import { leaveState, reachState } from "./state-access";
import type { Step } from "./step";
import { takeAway } from "./take-away";
import { vpn } from "./vpn";

/**
 * The ordered steps from an empty subscription to a running environment. An app whose image or secret is absent fails to
 * start, and a gateway whose certificate is absent too, so the platform comes first, then what must be seeded into it, then
 * the apps and the entry. No step needs a data plane that only the network reaches: what is private is filled through the
 * control plane or by a job that runs inside.
 */
export function firstApply(environment: ResolvedEnvironment, state?: IEnvironment["state"]): Step[] {
  const apply = (role: string, why: string, before: readonly string[] = []) =>
    applyStack(environment, { role, why, before, state });
  return [
    signIn(environment, state),
    ...reachState(environment, state),
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
    ...leaveState(environment, state),
    ...releases(environment),
    ...takeAway(environment),
    ...grow(environment),
    ...rotation(environment),
    ...ending(environment),
  ];
}

function platformWords(environment: ResolvedEnvironment): string {
  return hardenedConfig(environment)
    ? "Group, network, firewall, VPN, registry, vault, stores and identities; nothing that needs an image or a secret. The VPN gateway alone takes about 45 minutes."
    : "Group, registry, vault, stores and identities; nothing that needs an image or a secret.";
}

function applyStack(
  { name, stance }: ResolvedEnvironment,
  {
    role,
    why,
    before,
    state,
  }: {
    readonly role: string;
    readonly why: string;
    readonly before: readonly string[];
    readonly state: IEnvironment["state"];
  },
): Step {
  // Without a foundation file at hand the backend is completed here.
  const backend =
    stance.state === "remote" && state === undefined
      ? ' -backend-config="storage_account_name=$STATE_ACCOUNT" -backend-config="container_name=$STATE_CONTAINER"'
      : "";
  const folder = `stacks/${name}-${role}`;
  return {
    id: `apply-${role}`,
    title: `Apply ${role}`,
    why,
    stack: `${name}-${role}`,
    ...(role === "domains" && { purpose: "names" as const }),
    commands: [...before, `terraform -chdir=${folder} init${backend}`, `terraform -chdir=${folder} apply`],
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
