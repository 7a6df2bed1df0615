import type { ResolvedEnvironment, ResolvedScale } from "../config/resolve";
import type { HardenedConfig } from "../config/schema";

/** The config of an environment from Pre-Production on: private, with one way in. `undefined` below. */
export function hardenedConfig({ config }: Pick<ResolvedEnvironment, "config">): HardenedConfig | undefined {
  return "entry" in config ? config : undefined;
}

/** The group that holds vault and stores: one of its own where a lock covers the whole of it. */
export function dataGroup({ stance, nameOf }: Pick<ResolvedEnvironment, "stance" | "nameOf">): string {
  return stance.locks === "data-and-group" ? nameOf("resource_group", "data") : nameOf("resource_group");
}

/** Sets what Azure makes up: the domain of the apps, an output of the platform; at Scale of both, once there are two. */
export function appsDomain(environment: Pick<ResolvedEnvironment, "name"> & Partial<Pick<ResolvedScale, "scale">>) {
  const { name, scale } = environment;
  const set = (variable: string, platform: string) => [
    `TF_VAR_${variable}="$(terraform -chdir=stacks/${name}-${platform} output -raw apps_domain)"`,
    `export TF_VAR_${variable}`,
  ];
  const second = scale && scale.mode !== "cold-standby" ? scale.code : undefined;
  return [
    ...set("apps_domain", "platform"),
    ...(second === undefined ? [] : set(`apps_domain_${second}`, `platform-${second}`)),
  ];
}
