import type { Service } from "../arm/behaviour";
import { applicationInsights } from "./application-insights";
import { authorization } from "./authorization";
import { consumption } from "./consumption";
import { containerApps } from "./container-apps";
import { containerRegistry } from "./container-registry";
import { dataProtection } from "./data-protection";
import { dnsResolver } from "./dns-resolver";
import { eligibleRoles } from "./eligible-roles";
import { frontDoor } from "./front-door";
import { keyVault } from "./key-vault";
import { logAnalytics } from "./log-analytics";
import { managedIdentity } from "./managed-identity";
import { monitor } from "./monitor";
import { network } from "./network";
import { policy } from "./policy";
import { postgresql } from "./postgresql";
import { privateDns } from "./private-dns";
import { securityCenter } from "./security-center";
import { storage } from "./storage";

/** Every service that a file knows; types of others are stored and answered as they were sent. */
export const SERVICES: readonly Service[] = [
  applicationInsights,
  authorization,
  consumption,
  containerApps,
  containerRegistry,
  dataProtection,
  dnsResolver,
  eligibleRoles,
  frontDoor,
  keyVault,
  logAnalytics,
  managedIdentity,
  monitor,
  ...network,
  policy,
  postgresql,
  privateDns,
  securityCenter,
  storage,
];
