import type { ResolvedEnvironment } from "../config/resolve";
import type { Step } from "./step";

/** CHG-02: how a release goes out and how it is undone, from Pilot on. */
export function releases(environment: ResolvedEnvironment): Step[] {
  const { config, name } = environment;
  if (config.stage === "poc") return [];
  const migrated = environment.stores.some((store) => store.type === "postgresql" && store.migrations !== undefined);
  const kept =
    config.releases.revisions === "multiple"
      ? "The revision before stays and takes over again when traffic is moved back to it."
      : "A new revision replaces the old one when it is healthy.";
  return [
    {
      id: "release",
      title: "Later: release by digest",
      why: `Write the new digests into the config and have the change reviewed. ${migrated ? "Start the migration job before the apps that need its schema. " : ""}${kept} To undo a release: ${config.releases.rollback}.`,
      stack: `${name}-services`,
      commands: ["npx gatewright synth", `terraform -chdir=stacks/${name}-services apply`],
    },
  ];
}
