import type { Check } from "./draft";
import { destinations, egressPorts } from "./egress";
import { entryAddresses, routes, routesFit, settingsOfPilot } from "./entry";
import { externalNames, namedExternals } from "./externals";
import { breakGlass, migration, vpnPool } from "./hardened";
import { lifetime } from "./lifetime";
import { listedOnce } from "./lists";
import { platformDecision, stageTokens } from "./names";
import {
  domains,
  networkFits,
  noSkippedGate,
  operatorAddresses,
  previousEnds,
  residencyHoldsLocation,
  retention,
} from "./pilot";
import { geoBackup, previousDay, promiseCovers, zones } from "./production";
import { ownProduct } from "./promotion";
import {
  copiedBlobs,
  lostQueues,
  namesOfRegions,
  otherNetwork,
  otherPool,
  otherRegion,
  reachedMark,
  writer,
} from "./scale";
import { noSecrets, unusedNotSecret } from "./secrets";
import { cpuAndMemory, kinds, probes, scaling, uses, variables } from "./services";
import { specialCategories } from "./special-categories";
import { databaseParts, reservedNames, storeNames } from "./stores";

/** Every check over several fields, in the order in which problems at one place are told. */
export const CHECKS: readonly Check[] = [
  noSecrets,
  unusedNotSecret,
  lifetime,
  stageTokens,
  platformDecision,
  kinds,
  cpuAndMemory,
  scaling,
  uses,
  variables,
  probes,
  storeNames,
  databaseParts,
  reservedNames,
  residencyHoldsLocation,
  networkFits,
  operatorAddresses,
  retention,
  previousEnds,
  noSkippedGate,
  ownProduct,
  listedOnce,
  domains,
  routes,
  routesFit,
  settingsOfPilot,
  entryAddresses,
  vpnPool,
  externalNames,
  namedExternals,
  migration,
  breakGlass,
  destinations,
  egressPorts,
  zones,
  geoBackup,
  promiseCovers,
  previousDay,
  specialCategories,
  otherRegion,
  otherNetwork,
  otherPool,
  reachedMark,
  copiedBlobs,
  lostQueues,
  writer,
  namesOfRegions,
];
