import type { ResolvedEnvironment } from "../config/resolve";
import type { HardenedConfig } from "../config/schema";
import { destroyCopies, stopBackups } from "./copies";
import { appsDomain, hardenedConfig } from "./hardened";
import { inProject } from "./in-project";
import { retirePrevious } from "./previous";
import { restoreDrill } from "./restore";
import type { Step } from "./step";

/**
 * How an environment ends, written down on the day it starts. A POC is destroyed on a day; from Pre-Production on an
 * environment is recreated on a schedule, and destroyed only deliberately.
 */
export function ending(environment: ResolvedEnvironment): Step[] {
  const { name, config } = environment;
  const destroy = (roles: readonly string[]) => roles.map((role) => `terraform -chdir=stacks/${name}-${role} destroy`);
  if (config.stage === "poc")
    return [
      {
        id: "destroy",
        title: `On ${config.expires} at the latest: destroy it`,
        why: "Nothing of a POC blocks its deletion: no lock, no purge protection. Vault and workspace are purged, so their names are free again.",
        purpose: "later",
        commands: destroy(["services", "platform"]),
      },
    ];
  const hardened = hardenedConfig(environment);
  if (!hardened) return [];
  const retained =
    hardened.stage === "pre-production"
      ? ""
      : " The recovery stack stays, to restore from and for nothing else: never apply it again, because the workspace, the servers and the accounts that it names are gone. A restore goes into another storage account, on which the vault's identity needs Storage Account Backup Contributor for blobs and Storage Blob Data Contributor for databases.";
  return [
    ...retirePrevious(environment),
    ...recreation(environment, hardened),
    ...restoreDrill(environment),
    {
      id: "review",
      title: `By ${hardened.reviewBy}: review it`,
      why: "Who may do what, what may leave, what is waived and what it costs: the gate says what no longer holds.",
      purpose: "later",
      commands: [inProject(`check ${name}`), inProject(`report ${name} --section exposure`)],
    },
    ...stopBackups(environment),
    {
      id: "destroy",
      title: "Only to end it: destroy it",
      why: `Take the DNS records away first, and what must be kept out of the stores. Terraform removes the locks before what they protect; only whoever may make locks can. The vault is kept by Azure until its retention ends.${retained} Never delete the group by hand: state and diagnostic settings would stay behind.`,
      purpose: "later",
      commands: [appsDomain(environment), ...destroy(["entry", "services", "platform"])],
    },
    ...destroyCopies(environment),
  ];
}

/** A Production is permanent; below it an environment is recreated on a schedule. */
function recreation({ name }: ResolvedEnvironment, { recovery }: HardenedConfig): Step[] {
  if (!("recreateEvery" in recovery)) return [];
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
