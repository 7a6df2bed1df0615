import type { ResolvedEnvironment } from "../config/resolve";
import { inProject } from "./in-project";
import { lockAddress, platformLocks } from "./locks";
import type { Step } from "./step";

/**
 * How something beneath a lock leaves: Terraform deletes it while the lock stands, and Azure refuses. From Pilot on.
 *
 * @see https://learn.microsoft.com/azure/azure-resource-manager/management/lock-resources
 */
export function takeAway(environment: ResolvedEnvironment): Step[] {
  const { name, stance } = environment;
  const locks = platformLocks(environment);
  if (locks.length === 0) return [];
  const copied = stance.recovery.copyDays > 0;
  const group = stance.locks === "data-and-group" ? lockAddress("data-group") : undefined;
  const listed = locks.map(({ address, above }) => `\`${address}\` is above ${above}`).join("; ");
  const all = group === undefined ? "" : ` \`${group}\` is above everything, so it is lifted too.`;
  const copies = copied
    ? " A container leaves the backups first. A whole store with copies needs its backups stopped before, as in the ending."
    : "";
  const terraform = (role: string, command: string) => `terraform -chdir=stacks/${name}-${role} ${command}`;
  return [
    {
      id: "take-away",
      title: "Later: take something away",
      why: `A grant, a container or a queue that the config no longer names lies beneath a lock, and Azure refuses to delete it: ScopeLocked. First the apps let go of it; then the lock above it is lifted, what is gone goes, and the last apply puts the lock back. ${listed}.${all}${copies}`,
      purpose: "later",
      commands: [
        inProject(`synth ${name}`),
        terraform("services", "apply"),
        ...(copied ? [terraform("recovery", "apply")] : []),
        terraform("platform", "plan"),
        "ask GONE 'What the plan destroys, each as -target=<address>'",
        "ask LOCK 'Address of the lock above it'",
        terraform("platform", `apply -destroy -target="$LOCK"${group === undefined ? "" : ` -target=${group}`}`),
        terraform("platform", "apply $GONE"), // several words
        terraform("platform", "apply"),
      ],
    },
  ];
}
