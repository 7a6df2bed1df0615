import type { Service } from "../arm/behaviour";
import { authorization } from "./authorization";
import { consumption } from "./consumption";
import { containerApps } from "./container-apps";
import { containerRegistry } from "./container-registry";
import { keyVault } from "./key-vault";
import { logAnalytics } from "./log-analytics";
import { managedIdentity } from "./managed-identity";
import { monitor } from "./monitor";
import { postgresql } from "./postgresql";
import { storage } from "./storage";

/** Every service that a file knows; types of others are stored and answered as they were sent. */
export const SERVICES: readonly Service[] = [
  authorization,
  consumption,
  containerApps,
  containerRegistry,
  keyVault,
  logAnalytics,
  managedIdentity,
  monitor,
  postgresql,
  storage,
];
