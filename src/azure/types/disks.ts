import { type Entry, entry, part, parts, plain } from "../entry";

const SIDE = { path: "public_network_access_enabled", off: false } as const;
const SIGNED = { none: "signed links to it are resources of their own" };
const SWITCHED = { none: "its export has a switch" };
const NO_ENDPOINT = { none: "it has no endpoint" };
const GIVES = { none: "it gives nobody a right" };
const GALLERY = "azurerm_shared_image_gallery";

const copied = (...to: readonly string[]) => [{ what: "a disk", to, says: "is filled from" }];

/** Disks, their copies, and the images that machines start from. */
export const disks: Readonly<Record<string, Entry>> = {
  azurerm_disk_access: plain("private endpoints reach disks through it"),
  azurerm_disk_encryption_set: plain("it says which key disks are encrypted with"),
  azurerm_gallery_application: part(GALLERY),
  azurerm_gallery_application_version: part("azurerm_gallery_application", {
    holds: "images",
    regions: ["target_region.name"],
    waysOut: [{ what: "code", to: ["source.media_link", "source.default_configuration_link"], says: "is filled from" }],
  }),
  azurerm_image: entry({
    noun: "image",
    holds: "images",
    publicSide: NO_ENDPOINT,
    waysIn: NO_ENDPOINT,
    waysOut: copied("data_disk.blob_uri", "os_disk.blob_uri", "source_virtual_machine_id"),
    localAuth: NO_ENDPOINT,
    gives: GIVES,
  }),
  azurerm_managed_disk: entry({
    noun: "disk",
    holds: "customer data",
    publicSide: SIDE, // whoever has a signed link downloads it; `network_access_policy` may close it too
    waysIn: SWITCHED,
    waysOut: copied("source_uri", "source_resource_id"),
    localAuth: SIGNED,
    gives: GIVES,
    paid: true,
  }),
  azurerm_managed_disk_sas_token: part("azurerm_managed_disk", {
    gives: { what: "a signed link to a disk", right: "access_level" },
  }),
  azurerm_restore_point_collection: plain("points in it are judged by themselves", { holds: "backups" }),
  azurerm_shared_image: part(GALLERY),
  azurerm_shared_image_gallery: entry({
    noun: "image gallery",
    holds: "images",
    publicSide: NO_ENDPOINT,
    waysIn: [
      {
        kind: "public-service",
        path: "sharing.permission",
        closed: ["Groups", "Private"],
        absent: "closed",
        says: "offers its images to everybody",
      },
    ],
    waysOut: { none: "its images say where they are copied" },
    localAuth: NO_ENDPOINT,
    gives: GIVES,
  }),
  azurerm_shared_image_version: part("azurerm_shared_image", {
    holds: "images",
    regions: ["target_region.name"],
    waysOut: copied("blob_uri", "managed_image_id", "os_disk_snapshot_id"),
  }),
  azurerm_snapshot: entry({
    noun: "snapshot",
    holds: "backups",
    publicSide: SIDE,
    waysIn: SWITCHED,
    waysOut: copied("source_uri", "source_resource_id"),
    localAuth: SIGNED,
    gives: GIVES,
  }),
  ...parts(
    "azurerm_managed_disk",
    "azurerm_virtual_machine_data_disk_attachment",
    "azurerm_virtual_machine_implicit_data_disk_from_source",
  ),
  azurerm_virtual_machine_restore_point: part("azurerm_virtual_machine_restore_point_collection"),
  azurerm_virtual_machine_restore_point_collection: plain("points in it are judged by themselves", {
    holds: "backups",
  }),
};
