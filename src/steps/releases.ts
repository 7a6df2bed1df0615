import { databaseJobs, type ResolvedEnvironment, type ResolvedScale } from "../config/resolve";
import { startJob } from "./databases";
import { hardenedConfig } from "./hardened";
import { importAgain, importsImages } from "./import-images";
import { inProject } from "./in-project";
import type { Step } from "./step";

/** CHG-02: how a release goes out and how it is undone, from Pilot on. */
export function releases(environment: ResolvedEnvironment): Step[] {
  const { config, name } = environment;
  if (config.stage === "poc") return [];
  const migrated = environment.stores.flatMap((store) =>
    store.type === "postgresql" && store.migrations !== undefined ? [store.name] : [],
  );
  const kept =
    config.releases.revisions === "multiple"
      ? "The revision before stays and takes over again when traffic is moved back to it."
      : "A new revision replaces the old one when it is healthy.";
  const hardened = hardenedConfig(environment);
  const order = migrated.length > 0 ? "The migration job runs before the apps that need its schema. " : "";
  const applied = (stack: string) => `terraform -chdir=stacks/${name}-${stack} apply`;
  const apply = applied("services");
  const job = (store: string) => environment.nameOf("container_app_job", databaseJobs(store).migrate);
  // A job keeps the image that it was applied with, so it is applied before it is started.
  const migrations = migrated.flatMap((store) => [
    `${apply} -target=azurerm_container_app_job.database-${databaseJobs(store).migrate}`,
    ...startJob(environment, job(store)),
  ]);
  const second = servingRegion(environment);
  const both = second === undefined ? "" : "The apps of the first region come first, those of the second right after. ";
  const gate = hardened
    ? `Write the new digests into the config and have the change reviewed by ${hardened.change.approves}; it has passed ${hardened.change.checks.join(", ")}, and each digest has a bill of materials in the evidence. Platform and entry stay as they are. `
    : "Write the new digests into the config and have the change reviewed. ";
  return [
    {
      id: "release",
      title: "Later: release by digest",
      why: `${gate}${order}${both}${kept} To undo a release: ${config.releases.rollback}.`,
      stack: `${name}-services`,
      purpose: "later",
      commands: [
        inProject(`synth ${name}`),
        ...(importsImages(environment) ? [importAgain(environment)] : []),
        ...migrations,
        apply,
        ...(second === undefined ? [] : [applied(`services-${second}`)]),
      ],
    },
  ];
}

/** Code of a second region whose apps run, or stand ready to: at cold-standby they are made when the first one is lost. */
function servingRegion(environment: ResolvedEnvironment & Partial<Pick<ResolvedScale, "scale">>): string | undefined {
  const { scale } = environment;
  return scale && scale.mode !== "cold-standby" ? scale.code : undefined;
}
