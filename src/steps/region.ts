import type { ResolvedScale } from "../config/resolve";
import { audit } from "./audit";
import type { Step } from "./step";

/** A step of the first region as one of the second: its id and its title say so. */
export function inSecondRegion(step: Step, { code, second }: ResolvedScale["scale"]): Step {
  return { ...step, id: `${step.id}-${code}`, title: `${step.title} in ${second.location}` };
}

/** The network of the second region and what runs in it. */
export function runRegion({ scale }: ResolvedScale, apply: (role: string, why: string) => Step): Step[] {
  const { code, second } = scale;
  return [
    apply(
      `platform-${code}`,
      "The network of the region, its firewall, the container environment, and private endpoints to the databases of both regions.",
    ),
    apply(`services-${code}`, "The apps and jobs, under identities of their own, with the replica beside them."),
    apply(`recovery-${code}`, "The region's audit logs are kept where nobody can change them."),
    ...audit(second).map((step) => inSecondRegion(step, scale)),
  ];
}
