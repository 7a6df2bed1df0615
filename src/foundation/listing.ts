import { existsSync } from "node:fs";
import { basename, dirname } from "node:path";
import type { LoadedEnvironment } from "../config/loaded";
import { BadInput } from "../errors";

import { foundationFile, foundationFiles, type LoadedFoundation, loadFoundation, type ReadFoundation } from "./load";
import { foundationNames } from "./names";
import { listedIn } from "./stands";

/** Where a foundation keeps the state of its environments. */
export interface StatePlace {
  readonly storageAccountName: string;
  readonly containerName: string;
}

/** What a foundation says of an environment that it lists. */
export interface Listing {
  /** Name of its file, for example `orders.foundation.yaml`. */
  readonly file: string;
  /** Name of the foundation and of its stack, for example `orders-foundation`. */
  readonly foundation: string;
  /** Subscription of the environment. */
  readonly subscription: string;
  /** Subscription of the foundation, where the states are. */
  readonly stateSubscription: string;
  /** Identity that deploys the environment. */
  readonly deployIdentity: string;
  /** GitHub repository, as organization/name. */
  readonly repository: string;
}

/**
 * What the foundation says of an environment: the one that its config names, or for a POC, which names none, the first of
 * its folder that lists it. A foundation that cannot be read says nothing here: its own check says why.
 */
export function listingOf(environment: LoadedEnvironment, read: ReadFoundation = loadFoundation): Listing | undefined {
  const { file, config } = environment;
  const files = config.stage === "poc" ? foundationFiles(dirname(file)) : [foundationFile(file, config.foundation)];
  for (const path of files.filter((one) => existsSync(one))) {
    const foundation = readable(path, read);
    const listed = foundation && listedIn(foundation, environment);
    if (!listed) continue;
    const { config: company } = foundation;
    return {
      file: basename(path),
      foundation: foundationNames(company).stack,
      subscription: listed.subscription,
      stateSubscription: company.subscription,
      deployIdentity: listed.identity,
      repository: company.repository,
    };
  }
  return undefined;
}

function readable(file: string, read: ReadFoundation): LoadedFoundation | undefined {
  try {
    return read(file);
  } catch (error) {
    if (error instanceof BadInput) return undefined;
    throw error;
  }
}
