import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Problem } from "../errors";
import { overlaps, parseCidr } from "./cidr";
import type { LoadedEnvironment } from "./loaded";
import { GLOBAL_TYPES } from "./name-rules";
import { environmentName, resourceName } from "./names";
import { freePool } from "./vpn-pool";

/** A check over the environments of a folder. */
type Together = (loaded: readonly LoadedEnvironment[]) => Problem[];

/** One environment's network, where it has one of its own. */
function networksOf(loaded: readonly LoadedEnvironment[]) {
  return loaded.flatMap((one) => {
    if (one.config.stage === "poc") return [];
    const text = one.config.network;
    const range = parseCidr(text);
    return range ? [{ one, text, range }] : [];
  });
}

/** NET-11: the networks of one workload's environments do not overlap, so that two can stand side by side and be joined. */
export const sharedNetworks: Together = (loaded) => {
  const networks = networksOf(loaded);
  return networks.flatMap(({ one, text, range }, index) =>
    networks
      .slice(0, index)
      .filter((other) => other.one.config.workload === one.config.workload && overlaps(other.range, range))
      .map((other) => ({
        path: "network",
        says: `network must not overlap the network of ${environmentName(other.one.config)} (${other.text}), got ${text}`,
        fix: "Give each environment a range of its own.",
        control: "NET-11",
        at: one.positionOf(["network"]),
      })),
  );
};

/**
 * NET-09: the addresses of VPN clients lie outside every network of the workload; a client would reach itself instead of
 * the other environment. Two pools may be the same: a person is in one VPN at a time, and each network knows its own only.
 */
const poolsOutside: Together = (loaded) => {
  const networks = networksOf(loaded);
  return loaded.flatMap((one) => {
    const { config } = one;
    const pool = "vpn" in config ? parseCidr(config.vpn.pool) : undefined;
    if (!pool || !("vpn" in config)) return [];
    return networks
      .filter((other) => other.one !== one && other.one.config.workload === config.workload)
      .filter((other) => overlaps(other.range, pool))
      .map((other) => ({
        path: "vpn.pool",
        says: `vpn.pool must not overlap the network of ${environmentName(other.one.config)} (${other.text}), got ${config.vpn.pool}`,
        fix: `Clients get addresses of their own, outside every network, for example ${freePool(networks.map(({ text }) => text))}.`,
        control: "NET-09",
        at: one.positionOf(["vpn", "pool"]),
      }));
  });
};

/** REC-07: the environments of one workload stand on one foundation, or their states and identities are in two places. */
const oneFoundation: Together = (loaded) => {
  const byWorkload = new Map<string, Standing[]>();
  for (const one of loaded) {
    if (one.config.stage === "poc") continue;
    const { workload, foundation } = one.config;
    const own = { one, written: foundation, file: join(dirname(one.file), foundation) };
    byWorkload.set(workload, [...(byWorkload.get(workload) ?? []), own]);
  }
  return [...byWorkload.values()].flatMap((all) => {
    const usual = usualOf(all);
    return all
      .filter(({ file }) => file !== usual.file)
      .map(({ one, written }) => ({
        path: "foundation",
        says: `foundation must be ${usual.written}, on which ${environmentName(usual.one.config)} stands, got ${written}`,
        fix: "One foundation keeps the states and identities of all environments of a workload.",
        control: "REC-07",
        at: one.positionOf(["foundation"]),
      }));
  });
};

interface Standing {
  readonly one: LoadedEnvironment;
  /** As the environment's file writes it. */
  readonly written: string;
  readonly file: string;
}

/** The foundation that is meant: a file that exists before one that does not, then what most say, then what the first says. */
function usualOf(all: readonly Standing[]): Standing {
  const rank = ({ file }: Standing) =>
    (existsSync(file) ? all.length : 0) + all.filter((one) => one.file === file).length;
  return all.toSorted((a, b) => rank(b) - rank(a))[0]!;
}

/** REC-05: names that are unique in the world are computed and shortened, so two environments are compared before Azure does. */
const sharedGlobalNames: Together = (loaded) => {
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
};

/** Every check over several environments, in the order in which problems are told. */
export const TOGETHER: readonly Together[] = [sharedNetworks, poolsOutside, oneFoundation, sharedGlobalNames];
