import type { Problem } from "../errors";
import { overlaps, parseCidr } from "./cidr";
import type { LoadedEnvironment } from "./load";

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
