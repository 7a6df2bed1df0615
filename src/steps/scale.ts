import type { ResolvedScale } from "../config/resolve";
import { bootstrap } from "./databases";
import { edge } from "./edge";
import { failover } from "./failover";
import { preflight } from "./preflight";
import { inSecondRegion, runRegion } from "./region";
import { secrets } from "./secrets";
import type { Step } from "./step";
import { vpn } from "./vpn";

/**
 * The steps that add a second region to a living Production: what exists is changed in place, the region is made beside it,
 * and the names move to the edge at the end. Nothing that customers use is touched before.
 *
 * @param apply  the step that applies a stack
 */
export function addRegion(environment: ResolvedScale, apply: (role: string, why: string) => Step): Step[] {
  const { scale } = environment;
  const { mode, code, second } = scale;
  const inRegion = (steps: readonly Step[]) => steps.map((step) => inSecondRegion(step, scale));
  const cold = mode === "cold-standby";
  const ready = mode === "hot-failover" || mode === "active-active";
  return [
    ...inRegion(preflight(second)),
    apply(
      "platform",
      `In place: the registry copies every image to ${second.location}. The plan must replace and destroy nothing.`,
    ),
    apply(
      `data-${code}`,
      "What has to be there before the first region is lost: a replica of each database, copies of the blobs, a vault, identities with their roles. A replica of a large database takes hours.",
    ),
    ...inRegion(secrets(second)),
    apply("services", "In place: the job that makes SQL roles knows the identities of both regions."),
    ...bootstrap(environment).map((step) => ({
      ...step,
      title: `${step.title} for both regions`,
      why: `${step.why} Roles are replicated, so that the replica has them too.`,
    })),
    ...(cold ? [] : runRegion(environment, apply)),
    ...(ready
      ? [
          apply(`access-${code}`, "VPN gateway and resolver: how people get in when the first region is gone."),
          ...inRegion(vpn(second).filter(({ id }) => id === "vpn-profile")),
        ]
      : []),
    ...edge(environment, apply),
    ...failover(environment, (role, why) => ({ ...apply(role, why), purpose: "later" as const })),
  ];
}
