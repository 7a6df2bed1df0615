import { type Entry, entry, part, parts, plain } from "../entry";
import type { TlsSetting, WayIn } from "../type";

const NONE = "it gives nobody a right";
const ANSWERS: WayIn = { kind: "public-service", path: "", says: "answers the Internet" };
const SWITCHED: WayIn = { ...ANSWERS, path: "public_network_access_enabled", closed: [false], absent: "open" };
const FTP = { path: "ftp_publish_basic_authentication_enabled", off: false, what: "passwords for FTP" };
const DEPLOY = {
  path: "webdeploy_publish_basic_authentication_enabled",
  off: false,
  what: "passwords for deployments",
};
const tls = (minimum: string): TlsSetting[] => [
  { path: "https_only", good: [true] },
  { path: `site_config.${minimum}`, good: ["1.2", "1.3"] },
  { path: "site_config.ftps_state", good: ["Disabled", "FtpsOnly", undefined] },
];
const TLS = [...tls("minimum_tls_version"), { path: "site_config.scm_minimum_tls_version", good: ["1.2", "1.3"] }];
const IMAGES = ["site_config.application_stack.docker_image_name"];
const FUNCTION_IMAGES = ["site_config.application_stack.docker.image_name"];
const LINUX_IMAGE = "site_config.linux_fx_version";
const CLASSIC_IMAGES = [LINUX_IMAGE, "site_config.windows_fx_version"];
const SOURCES = [{ what: "sources", to: ["repo_url"], says: "is built from" }];
const SLA = { usual: "web-app", zones: "web-app-zones" } as const;
const HOSTS = ["azurewebsites.net"];
export const PRIVATE_SITE = [{ name: "sites", zone: "privatelink.azurewebsites.net" }];
const RELAY: WayIn = { kind: "public-service", path: "relay_id", says: "is reached over a relay" };

/** A web app, function or slot of today's types. */
const site = (more: Partial<Entry> = {}): Entry =>
  entry({
    holds: { none: "what it runs is deployed again; what it keeps is in stores" },
    publicSide: { none: "its endpoint is a way in, and judged as one" },
    waysIn: [SWITCHED],
    waysOut: [{ what: "backups", to: ["backup.storage_account_url"], says: "sends backups to" }],
    localAuth: [FTP, DEPLOY],
    gives: { none: NONE },
    tls: TLS,
    inSubnets: [{ path: "virtual_network_subnet_id" }],
    hosts: HOSTS,
    privateLink: PRIVATE_SITE,
    runs: "site",
    ...more,
  });

/** A slot of a site: it stands beside it, under a name that has the site's in it. */
const slot = (more: Partial<Entry> = {}): Entry =>
  site({ hosts: undefined, privateLink: undefined, runs: undefined, ...more });

/** One of the types that azurerm 5 no longer has; old plans still do. It has no switch of its public side. */
const classic = (more: Partial<Entry> = {}): Entry =>
  entry({
    holds: { none: "what it runs is deployed again; what it keeps is in stores" },
    publicSide: { none: "its endpoint is a way in, and judged as one" },
    waysIn: [ANSWERS],
    waysOut: { none: "it sends what its program sends" },
    localAuth: [{ what: "passwords for deployments" }],
    gives: { none: NONE },
    tls: tls("min_tls_version"),
    images: CLASSIC_IMAGES,
    ...more,
  });

/** Web apps and functions, their plans, and static websites. */
export const appService: Readonly<Record<string, Entry>> = {
  azurerm_app_service: classic({ hosts: HOSTS }),
  azurerm_app_service_active_slot: part("azurerm_app_service"),
  azurerm_app_service_certificate: plain("it is a certificate that sites use"),
  azurerm_app_service_certificate_binding: part("azurerm_app_service_custom_hostname_binding"),
  azurerm_app_service_certificate_order: plain("it orders a certificate"),
  azurerm_app_service_connection: plain("it joins a site to what it uses, by settings", {
    gives: { what: "access to what it is joined to", to: "app_service_id", right: "authentication.type" },
  }),
  azurerm_app_service_custom_hostname_binding: plain("it is a name of a site"),
  azurerm_app_service_environment_v3: entry({
    noun: "App Service environment",
    holds: { none: "its sites are judged by themselves" },
    publicSide: { none: "its endpoint is a way in, and judged as one" },
    waysIn: [
      {
        ...ANSWERS,
        path: "internal_load_balancing_mode",
        closed: ["Publishing", "Web", "Web, Publishing"],
        absent: "open",
      },
    ],
    waysOut: { none: "its sites are judged by themselves" },
    localAuth: { none: "its sites are judged by themselves" },
    gives: { none: NONE },
    inSubnets: [{ path: "subnet_id" }],
    paid: true,
  }),
  azurerm_app_service_hybrid_connection: part("azurerm_app_service", { waysIn: [RELAY] }),
  azurerm_app_service_managed_certificate: part("azurerm_app_service_custom_hostname_binding"),
  azurerm_app_service_plan: plain("its sites are judged by themselves", { paid: true }),
  azurerm_app_service_public_certificate: part("azurerm_linux_web_app"),
  azurerm_app_service_slot: classic(),
  azurerm_app_service_slot_custom_hostname_binding: plain("it is a name of a slot"),
  azurerm_app_service_source_control: part("azurerm_linux_web_app", { waysOut: SOURCES }),
  azurerm_app_service_source_control_slot: part("azurerm_linux_web_app_slot", { waysOut: SOURCES }),
  azurerm_app_service_source_control_token: plain("it is a sign-in to where sources are", {
    gives: { what: "a sign-in to where sources are", right: "type" },
  }),
  ...parts(
    "azurerm_linux_web_app",
    "azurerm_app_service_slot_virtual_network_swift_connection",
    "azurerm_app_service_virtual_network_swift_connection",
    "azurerm_web_app_active_slot",
  ),
  azurerm_function_app: classic({ hosts: HOSTS, images: [LINUX_IMAGE] }),
  azurerm_function_app_active_slot: part("azurerm_linux_function_app"),
  azurerm_function_app_connection: plain("it joins a function to what it uses, by settings", {
    gives: { what: "access to what it is joined to", to: "function_app_id", right: "authentication.type" },
  }),
  azurerm_function_app_flex_consumption: site({
    localAuth: [DEPLOY],
    tls: TLS.filter(({ path }) => path !== "site_config.ftps_state"),
    waysOut: [{ what: "its program", to: ["storage_container_endpoint"], says: "is loaded from" }],
  }),
  azurerm_function_app_function: part("azurerm_linux_function_app"),
  azurerm_function_app_hybrid_connection: part("azurerm_linux_function_app", { waysIn: [RELAY] }),
  azurerm_function_app_slot: classic({ images: [LINUX_IMAGE] }),
  azurerm_linux_function_app: site({ sla: SLA, images: FUNCTION_IMAGES }),
  azurerm_linux_function_app_slot: slot({ images: FUNCTION_IMAGES }),
  azurerm_linux_web_app: site({ sla: SLA, noun: "web app", holds: "customer data", images: IMAGES }),
  azurerm_linux_web_app_slot: slot({ holds: "customer data", images: IMAGES }),
  azurerm_service_plan: plain("its sites are judged by themselves", {
    zones: { path: "zone_balancing_enabled", spans: { oneOf: [true] }, want: "zone_balancing_enabled = true" },
    paid: true,
  }),
  azurerm_source_control_token: plain("it is a sign-in to where sources are", {
    gives: { what: "a sign-in to where sources are", right: "type" },
  }),
  azurerm_static_site: classic({
    waysIn: [{ kind: "static-website", path: "", says: "serves a website to everyone" }],
    images: undefined,
    tls: undefined,
  }),
  azurerm_static_site_custom_domain: part("azurerm_static_site"),
  azurerm_static_web_app: entry({
    holds: { none: "what it serves is deployed again" },
    publicSide: { none: "its endpoint is a way in, and judged as one" },
    waysIn: [{ ...SWITCHED, kind: "static-website", says: "serves a website to everyone" }],
    waysOut: [{ what: "sources", to: ["repository_url"], says: "is built from" }],
    localAuth: [{ what: "a deployment token" }],
    gives: { none: NONE },
  }),
  azurerm_static_web_app_custom_domain: part("azurerm_static_web_app"),
  azurerm_static_web_app_function_app_registration: part("azurerm_static_web_app"),
  azurerm_web_app_hybrid_connection: part("azurerm_linux_web_app", { waysIn: [RELAY] }),
  azurerm_windows_function_app: site({ sla: SLA }),
  azurerm_windows_function_app_slot: slot(),
  azurerm_windows_web_app: site({ sla: SLA, noun: "web app", holds: "customer data", images: IMAGES }),
  azurerm_windows_web_app_slot: slot({ holds: "customer data", images: IMAGES }),
};
