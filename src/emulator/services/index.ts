import type { Service } from "../arm/behaviour";
import { applicationInsights } from "./application-insights";
import { authorization } from "./authorization";
import { consumption } from "./consumption";
import { containerApps } from "./container-apps";
import { containerRegistry } from "./container-registry";
import { dnsResolver } from "./dns-resolver";
import { keyVault } from "./key-vault";
import { logAnalytics } from "./log-analytics";
import { managedIdentity } from "./managed-identity";
import { monitor } from "./monitor";
import { network } from "./network";
import { postgresql } from "./postgresql";
import { privateDns } from "./private-dns";
import { storage } from "./storage";

/** Every service that a file knows; types of others are stored and answered as they were sent. */
export const SERVICES: readonly Service[] = [
  applicationInsights,
  authorization,
  consumption,
  containerApps,
  containerRegistry,
  dnsResolver,
  keyVault,
  logAnalytics,
  managedIdentity,
  monitor,
  ...network,
  postgresql,
  privateDns,
  storage,
];
