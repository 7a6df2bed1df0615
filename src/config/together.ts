import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Problem } from "../errors";
import { type Cidr, overlaps, parseCidr } from "./cidr";
import type { LoadedEnvironment } from "./loaded";
import { GLOBAL_TYPES } from "./name-rules";
import { environmentName, resourceName } from "./names";
import { formatPath } from "./path";
import { freePool } from "./vpn-pool";

/** A check over the environments of a folder. */
type Together = (loaded: readonly LoadedEnvironment[]) => Problem[];

/** A range that an environment has, as its file says it. */
interface OwnRange {
  readonly one: LoadedEnvironment;
  readonly place: readonly string[];
  /** Whose it is, for example `orders-pilot`. */
  readonly whose: string;
  readonly text: string;
  readonly range: Cidr;
}

function ownRange(one: LoadedEnvironment, place: readonly string[], text: string | undefined): OwnRange[] {
  const range = text === undefined ? undefined : parseCidr(text);
  if (text === undefined || !range) return [];
  const name = environmentName(one.config);
  const whose = place[0] === "scale" ? `the second region of ${name}` : name;
  return [{ one, place, whose, text, range }];
}

/** The networks of the environments that have their own: one a region. */
function networksOf(loaded: readonly LoadedEnvironment[]): OwnRange[] {
  return loaded.flatMap((one) => {
    const { config } = one;
    if (config.stage === "poc") return [];
    const second = config.stage === "scale" ? ownRange(one, ["scale", "network"], config.scale.network) : [];
    return [...ownRange(one, ["network"], config.network), ...second];
  });
}

/** The addresses of VPN clients: one range a region. */
function poolsOf(loaded: readonly LoadedEnvironment[]): OwnRange[] {
  return loaded.flatMap((one) => {
    const { config } = one;
    if (!("vpn" in config)) return [];
    const second = config.stage === "scale" ? ownRange(one, ["scale", "vpnPool"], config.scale.vpnPool) : [];
    return [...ownRange(one, ["vpn", "pool"], config.vpn.pool), ...second];
  });
}

const apart = (a: OwnRange, b: OwnRange) => a.one !== b.one && a.one.config.workload === b.one.config.workload;

/** NET-11: the networks of one workload's environments do not overlap, so that two can stand side by side and be joined. */
export const sharedNetworks: Together = (loaded) => {
  const networks = networksOf(loaded);
  return networks.flatMap((own, index) =>
    networks
      .slice(0, index)
      .filter((other) => apart(own, other) && overlaps(other.range, own.range))
      .map((other) => ({
        path: formatPath(own.place),
        says: `${formatPath(own.place)} must not overlap the network of ${other.whose} (${other.text}), got ${own.text}`,
        fix: "Give each environment a range of its own.",
        control: "NET-11",
        at: own.one.positionOf(own.place),
      })),
  );
};

/**
 * NET-09: the addresses of VPN clients lie outside every network of the workload; a client would reach itself instead of
 * the other environment. Two pools may be the same: a person is in one VPN at a time, and each network knows its own only.
 */
const poolsOutside: Together = (loaded) => {
  const networks = networksOf(loaded);
  return poolsOf(loaded).flatMap((own) =>
    networks
      .filter((other) => apart(own, other) && overlaps(other.range, own.range))
      .map((other) => ({
        path: formatPath(own.place),
        says: `${formatPath(own.place)} must not overlap the network of ${other.whose} (${other.text}), got ${own.text}`,
        fix: `Clients get addresses of their own, outside every network, for example ${freePool(networks.map(({ text }) => text))}.`,
        control: "NET-09",
        at: own.one.positionOf(own.place),
      })),
  );
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
    const locations = config.stage === "scale" ? [location, config.scale.region] : [location];
    const taken = locations.flatMap((place) =>
      GLOBAL_TYPES.map((type) => resourceName({ workload, stage, location: place, generation }, type)),
    );
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
