import type { ResolvedEnvironment } from "../config/resolve";
import type { Step } from "./step";

/** How a POC ends, written down on the day it starts; environments of later stages end by a recreation or not at all. */
export function ending({ name, config }: ResolvedEnvironment): Step[] {
  if (config.stage !== "poc") return [];
  return [
    {
      id: "destroy",
      title: `On ${config.expires} at the latest: destroy it`,
      why: "Nothing of a POC blocks its deletion: no lock, no purge protection. Vault and workspace are purged, so their names are free again.",
      commands: ["services", "platform"].map((role) => `terraform -chdir=stacks/${name}-${role} destroy`),
    },
  ];
}
