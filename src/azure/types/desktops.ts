import { type Entry, entry, part, parts, plain } from "../entry";
import type { WayIn } from "../type";

const CENTER = "azurerm_dev_center";
const LAB = "azurerm_dev_test_lab";
const POOL = "azurerm_virtual_desktop_host_pool";
const PROJECT = "azurerm_dev_center_project";
const SWITCHED = { none: "its endpoint has a switch" };
const ROLES = { none: "roles are resources of their own" };

const ADDRESS: readonly WayIn[] = [
  {
    kind: "public-address",
    path: "disallow_public_ip_address",
    closed: [true],
    absent: "open",
    says: "has a public address",
  },
];
const LAB_MACHINE = {
  holds: "customer data",
  waysIn: ADDRESS,
  localAuth: [{ what: "passwords or keys of its user" }],
  inSubnets: [{ path: "lab_virtual_network_id" }],
  paid: true,
} as const;

const tells = (of: string) =>
  part(of, { waysOut: [{ what: "notices", to: ["notification_settings.webhook_url"], says: "sends notices to" }] });

/** Desktops and machines for people: Virtual Desktop, Dev Center, DevTest Labs. */
export const desktops: Readonly<Record<string, Entry>> = {
  azurerm_dev_center: plain("its projects are judged by themselves"),
  azurerm_dev_center_catalog: part(CENTER, {
    waysOut: [{ what: "definitions", to: ["catalog_github.uri", "catalog_adogit.uri"], says: "builds from" }],
  }),
  ...parts(
    CENTER,
    "azurerm_dev_center_attached_network",
    "azurerm_dev_center_dev_box_definition",
    "azurerm_dev_center_environment_type",
    "azurerm_dev_center_gallery",
  ),
  azurerm_dev_center_network_connection: part(CENTER, { inSubnets: [{ path: "subnet_id" }] }),
  azurerm_dev_center_project: part(CENTER),
  azurerm_dev_center_project_environment_type: part(PROJECT, {
    gives: {
      what: "roles in what is made",
      to: "user_role_assignment.user_id",
      right: "creator_role_assignment_roles",
    },
  }),
  azurerm_dev_center_project_pool: part(PROJECT, { regions: ["managed_virtual_network_regions"] }),
  azurerm_dev_test_global_vm_shutdown_schedule: tells("azurerm_linux_virtual_machine"),
  azurerm_dev_test_lab: plain("its machines are judged by themselves"),
  azurerm_dev_test_linux_virtual_machine: part(LAB, LAB_MACHINE),
  ...parts(LAB, "azurerm_dev_test_policy", "azurerm_dev_test_virtual_network"),
  azurerm_dev_test_schedule: tells(LAB),
  azurerm_dev_test_windows_virtual_machine: part(LAB, LAB_MACHINE),
  azurerm_managed_devops_pool: entry({
    noun: "pool of build agents",
    holds: { none: "it keeps only what it builds" },
    publicSide: { none: "its agents ask for work" },
    waysIn: { none: "its agents ask for work" },
    waysOut: [{ what: "builds", to: ["azure_devops_organization.organization.url"], says: "runs code from" }],
    localAuth: { none: "nobody signs in to it" },
    gives: ROLES,
    inSubnets: [{ path: "virtual_machine_scale_set_fabric.subnet_id" }],
    paid: true,
  }),
  ...parts(
    "azurerm_virtual_desktop_application_group",
    "azurerm_virtual_desktop_application",
    "azurerm_virtual_desktop_workspace_application_group_association",
  ),
  azurerm_virtual_desktop_application_group: part(POOL),
  azurerm_virtual_desktop_host_pool: entry({
    noun: "Virtual Desktop host pool",
    holds: { none: "its hosts are machines, and judged by themselves" },
    publicSide: { path: "public_network_access", off: "Disabled" },
    waysIn: SWITCHED,
    waysOut: { none: "it sends nothing by itself" },
    localAuth: { none: "only Entra identities sign in" },
    gives: ROLES,
    privateLink: [{ name: "connection", zone: "privatelink.wvd.microsoft.com" }],
  }),
  azurerm_virtual_desktop_host_pool_registration_info: part(POOL, {
    gives: { what: "a token that lets machines into the pool" },
  }),
  ...parts(POOL, "azurerm_virtual_desktop_scaling_plan", "azurerm_virtual_desktop_scaling_plan_host_pool_association"),
  azurerm_virtual_desktop_workspace: entry({
    noun: "Virtual Desktop workspace",
    holds: { none: "it lists what people may open" },
    publicSide: { path: "public_network_access_enabled", off: false },
    waysIn: SWITCHED,
    waysOut: { none: "it sends nothing by itself" },
    localAuth: { none: "only Entra identities sign in" },
    gives: ROLES,
    privateLink: [{ name: "feed", zone: "privatelink.wvd.microsoft.com" }],
  }),
};
