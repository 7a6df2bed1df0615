import type { ResolvedEnvironment } from "../config/resolve";
import type { HardenedConfig } from "../config/schema";

/** The config of an environment from Pre-Production on: private, with one way in. `undefined` below. */
export function hardenedConfig({ config }: Pick<ResolvedEnvironment, "config">): HardenedConfig | undefined {
  return "entry" in config ? config : undefined;
}

/** The group that holds vault and stores: one of its own where a lock covers the whole of it. */
export function dataGroup({ stance, nameOf }: Pick<ResolvedEnvironment, "stance" | "nameOf">): string {
  return stance.locks === "data-and-group" ? nameOf("resource_group", "data") : nameOf("resource_group");
}

/** Sets the one input that Azure makes up: the domain of the apps, an output of the platform. */
export function appsDomain({ name }: Pick<ResolvedEnvironment, "name">): string[] {
  return [
    `TF_VAR_apps_domain="$(terraform -chdir=stacks/${name}-platform output -raw apps_domain)"`,
    "export TF_VAR_apps_domain",
  ];
}
