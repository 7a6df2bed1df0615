import type { ResolvedEnvironment, ResolvedScale } from "../config/resolve";
import type { EnvironmentConfig } from "../config/schema";
import { destroyCopies, stopBackups } from "./copies";
import { hardenedConfig } from "./hardened";
import { inProject } from "./in-project";
import { leaveFoundation } from "./leave-foundation";
import { leftovers } from "./leftovers";
import { liftLocks } from "./locks";
import { retirePrevious } from "./previous";
import { restoreDrill } from "./restore";
import { scriptNamed } from "./script";
import type { Surroundings } from "./standalone";
import type { Step } from "./step";

/**
 * How an environment ends, written down on the day it starts: from its state and in the reverse order of its first apply,
 * then what Azure keeps of it, then off the foundation. A POC ends on a day, any other only deliberately.
 */
export function ending(environment: ResolvedEnvironment, around: Surroundings): Step[] {
  return [
    ...retirePrevious(environment),
    ...recreation(environment),
    ...restoreDrill(environment),
    ...review(environment),
    ...stopBackups(environment),
    ...liftLocks(environment),
    destroy(environment),
    leftovers(environment),
    ...destroyCopies(environment),
    ...leaveFoundation(environment, around),
  ];
}

function destroy(environment: ResolvedEnvironment): Step {
  const { name, config, stance } = environment;
  const poc = config.stage === "poc";
  const retained =
    stance.recovery.copyDays === 0
      ? ""
      : " The recovery stack stays, to restore from and for nothing else: never apply it again, because the workspace, the servers and the accounts that it names are gone. A restore goes into another storage account, on which the vault's identity needs Storage Account Backup Contributor for blobs and Storage Blob Data Contributor for databases.";
  return {
    id: "destroy",
    title: poc ? `On ${config.expires} at the latest: destroy it` : "Only to end it: destroy it",
    why: poc
      ? "Nothing of a POC blocks its deletion: no lock, no purge protection. Vault and workspace are purged, so their names are free again. What knows all of it is the state, on the computer that applied it: run this there."
      : `Take the DNS records away first, and what must be kept out of the stores. Terraform removes the locks before what they protect; only whoever may make locks can. The vault is kept by Azure until its retention ends.${retained} Never delete the group by hand: state and diagnostic settings would stay behind.`,
    purpose: "later",
    commands: lastToFirst(environment).map((role) => `terraform -chdir=stacks/${name}-${role} destroy`),
  };
}

/** The stacks that end with the environment, in the order in which they are destroyed. */
function lastToFirst(environment: ResolvedEnvironment): string[] {
  const named = environment.services.some(({ domain }) => domain !== undefined);
  if ("scale" in environment) {
    const { code } = (environment as ResolvedScale).scale;
    const region = ["services", "access", "platform", "data"].map((role) => `${role}-${code}`);
    return ["edge", ...region, "services", "platform"];
  }
  return [
    ...(hardenedConfig(environment) ? ["entry"] : []),
    ...(named && !hardenedConfig(environment) ? ["domains"] : []),
    "services",
    "platform",
  ];
}

function review({ name, config, stores }: ResolvedEnvironment): Step[] {
  if (!("reviewBy" in config)) return [];
  return [
    {
      id: "review",
      title: `By ${config.reviewBy}: review it`,
      why: "Who may do what, what may leave, what is waived and what it costs: the gate says what no longer holds. See as well that no way in to data was left open: the last command closes what is.",
      purpose: "later",
      commands: [
        inProject(`check ${name}`),
        inProject(`report ${name} --section exposure`),
        ...(stores.length > 0 ? [`bash ${scriptNamed(name, "close-data")}`] : []),
      ],
    },
  ];
}

/** A Production is permanent, a Pilot ends; between them an environment is recreated on a schedule. */
function recreation({ name, config }: ResolvedEnvironment): Step[] {
  const recovery = recoveryOf(config);
  if (recovery === undefined) return [];
  const { path, recreateEvery } = recovery;
  return [
    {
      id: "recreate",
      title: `Every ${recreateEvery}: recreate it`,
      why: `What is not practised does not work on the day. The next generation is made beside this one, takes data and names over, and this one goes. How it comes back otherwise: ${path}.`,
      purpose: "later",
      commands: [
        inProject(`recreate ${name} --reason "recreation every ${recreateEvery}"`),
        inProject(`prove ${name} --rehearse`),
        inProject(`prove ${name} --drill > ${name}-drill.md`),
      ],
    },
  ];
}

function recoveryOf(config: EnvironmentConfig) {
  return "recovery" in config && "recreateEvery" in config.recovery ? config.recovery : undefined;
}
