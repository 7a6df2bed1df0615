import { resolve } from "node:path";
import type { LoadedEnvironment } from "../config/loaded";
import { formatPath } from "../config/path";
import type { Problem } from "../errors";
import { foundationFile, type LoadedFoundation } from "./load";
import { foundationNames } from "./names";
import { type ResolvedDeployment, resolveFoundation } from "./resolve";

/** What a foundation says of an environment; `undefined` where it does not list it, or the environment names another one. */
export function listedIn({ file, config: foundation }: LoadedFoundation, loaded: LoadedEnvironment) {
  const { config } = loaded;
  if (config.stage !== "poc" && resolve(foundationFile(loaded.file, config.foundation)) !== resolve(file))
    return undefined;
  const wanted = foundationNames(foundation).environment(config);
  return resolveFoundation(foundation).environments.find(({ name }) => name === wanted);
}

/** An environment held against the foundation that lists it: where it is, and in whose subscription. */
export function standsApart(foundation: LoadedFoundation, loaded: LoadedEnvironment): Problem[] {
  const listed = listedIn(foundation, loaded);
  return listed === undefined
    ? []
    : [...wrongSubscription(listed, foundation, loaded), ...forbiddenRegion(foundation, loaded)];
}

/** FND-02: the deploy identity has its rights in the subscription that the foundation gives the environment. */
function wrongSubscription(
  listed: ResolvedDeployment,
  { file }: LoadedFoundation,
  { config, positionOf }: LoadedEnvironment,
): Problem[] {
  if (config.stage === "poc" || config.subscription === listed.subscription) return [];
  return [
    {
      path: "subscription",
      says: `subscription must be ${listed.subscription}, which ${file} gives ${listed.name}, got ${config.subscription}`,
      fix: "Make both say the same: the deploy identity has rights in the foundation's answer only.",
      control: "FND-02",
      at: positionOf(["subscription"]),
    },
  ];
}

/** DAT-01: the policy of the subscription refuses what is created elsewhere. */
function forbiddenRegion(
  { file, config: foundation }: LoadedFoundation,
  { config, positionOf }: LoadedEnvironment,
): Problem[] {
  const { allowedLocations } = foundation;
  const regions = [
    { place: ["location"], region: config.location },
    ...(config.stage === "scale" ? [{ place: ["scale", "region"], region: config.scale.region }] : []),
  ];
  return regions
    .filter(({ region }) => !allowedLocations.includes(region))
    .map(({ place, region }) => ({
      path: formatPath(place),
      says: `${formatPath(place)} must be one of ${allowedLocations.join(", ")}, which ${file} allows, got ${region}`,
      fix: "The policy of the subscription would refuse every resource: build in an allowed region, or allow this one in the foundation and apply it first.",
      control: "DAT-01",
      at: positionOf(place),
    }));
}
