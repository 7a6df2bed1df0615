import { type Entry, entry, part, plain } from "../entry";

const ENVIRONMENT = "azurerm_container_app_environment";
const IMAGES = ["template.container.image", "template.init_container.image"];

/** Container Apps. */
export const containerApps: Readonly<Record<string, Entry>> = {
  azurerm_container_app: plain("its ingress and what it uses are judged by themselves", {
    sla: { usual: "container-apps" },
    hosts: ["*.azurecontainerapps.io"],
    runs: "app",
    images: IMAGES,
    arm: { segment: "Microsoft.App/containerApps" },
    minutes: { usual: 2, what: "app", safe: 5 },
  }),
  azurerm_container_app_environment: entry({
    publicSide: { none: "what answers the Internet are its apps" },
    waysIn: { none: "what answers the Internet are its apps" },
    waysOut: { none: "its logs go by a diagnostic setting; what its apps send goes through its subnet" },
    localAuth: { none: "nobody signs in to it" },
    gives: { none: "it gives nobody a right" },
    arm: { segment: "Microsoft.App/managedEnvironments" },
    privateLink: [{ name: "managedEnvironments", zone: "privatelink.{region}.azurecontainerapps.io" }],
    holds: "customer data",
    passing: true,
    zones: { path: "zone_redundancy_enabled", spans: { oneOf: [true] }, want: "zone_redundancy_enabled = true" },
    diagnosed: true,
    inSubnets: [{ path: "infrastructure_subnet_id" }],
    minutes: { usual: 10, what: "Container Apps environment", safe: 15 },
  }),
  azurerm_container_app_job: plain("it takes no requests", {
    runs: "job",
    images: IMAGES,
    arm: { segment: "Microsoft.App/jobs" },
  }),
  azurerm_container_app_custom_domain: part("azurerm_container_app"),
  azurerm_container_app_environment_certificate: part(ENVIRONMENT),
  azurerm_container_app_environment_custom_domain: part(ENVIRONMENT),
  // What a component talks to stands in its metadata, by its own keys for each kind.
  azurerm_container_app_environment_dapr_component: entry({
    partOf: ENVIRONMENT,
    publicSide: { none: "it has no endpoint" },
    holds: { none: "it keeps nothing" },
    waysIn: { none: "it takes no requests" },
    localAuth: { none: "nobody signs in to it" },
    gives: { none: "it gives nobody a right" },
  }),
  azurerm_container_app_environment_managed_certificate: part(ENVIRONMENT),
  azurerm_container_app_environment_storage: part(ENVIRONMENT, {
    waysOut: [{ what: "files", to: ["nfs_server_url"], says: "keeps files at" }],
  }),
};
