import type { Problem } from "../errors";
import { overlaps, parseCidr } from "./cidr";
import type { LoadedEnvironment } from "./load";
import { GLOBAL_TYPES } from "./name-rules";
import { environmentName, resourceName } from "./names";

/** NET-11: the networks of one workload's environments do not overlap, so that two can stand side by side and be joined. */
export function sharedNetworks(loaded: readonly LoadedEnvironment[]): Problem[] {
  const networks = loaded.flatMap((one) => {
    const text = one.config.stage === "poc" ? undefined : one.config.network;
    const range = text === undefined ? undefined : parseCidr(text);
    return range ? [{ one, text, range }] : [];
  });
  return networks.flatMap(({ one, text, range }, index) =>
    networks
      .slice(0, index)
      .filter((other) => other.one.config.workload === one.config.workload && overlaps(other.range, range))
      .map((other) => ({
        path: "network",
        says: `network must not overlap the network of ${other.one.config.workload}-${other.one.config.stage} (${other.text}), got ${text}`,
        fix: "Give each environment a range of its own.",
        control: "NET-11",
        at: one.positionOf(["network"]),
      })),
  );
}

/** REC-07: the environments of one workload stand on one foundation, or their states and identities are in two places. */
export function oneFoundation(loaded: readonly LoadedEnvironment[]): Problem[] {
  const first = new Map<string, { readonly name: string; readonly foundation: string }>();
  return loaded.flatMap(({ config, positionOf }) => {
    if (config.stage === "poc") return [];
    const { workload, foundation } = config;
    const other = first.get(workload);
    if (other === undefined) first.set(workload, { name: environmentName(config), foundation });
    if (other === undefined || other.foundation === foundation) return [];
    return [
      {
        path: "foundation",
        says: `foundation must be ${other.foundation}, on which ${other.name} stands, got ${foundation}`,
        fix: "One foundation keeps the states and identities of all environments of a workload.",
        control: "REC-07",
        at: positionOf(["foundation"]),
      },
    ];
  });
}

/** REC-05: names that are unique in the world are computed and shortened, so two environments are compared before Azure does. */
export function sharedGlobalNames(loaded: readonly LoadedEnvironment[]): Problem[] {
  const owners = new Map<string, string>();
  return loaded.flatMap(({ config, positionOf }) => {
    const { workload, stage, location, generation = 1 } = config;
    const own = environmentName(config);
    const taken = GLOBAL_TYPES.map((type) => resourceName({ workload, stage, location, generation }, type));
    const other = taken.map((name) => owners.get(name)).find((name) => name !== undefined);
    for (const name of taken) owners.set(name, own);
    if (other === undefined) return [];
    return [
      {
        path: "workload",
        says: `workload gives ${own} names that ${other} has already, got ${workload}`,
        fix: "Rename one of the two workloads.",
        control: "REC-05",
        at: positionOf(["workload"]),
      },
    ];
  });
}
