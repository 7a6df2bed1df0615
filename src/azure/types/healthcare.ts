import { type Entry, entry, unread } from "../entry";

export const healthcare: Readonly<Record<string, Entry>> = {
  azurerm_healthcare_dicom_service: entry({ publicSide: { path: "public_network_access_enabled", off: false } }),
  azurerm_healthcare_service: entry({ publicSide: { path: "public_network_access_enabled", off: false } }),
  ...unread(
    "azurerm_healthcare_fhir_service",
    "azurerm_healthcare_medtech_service",
    "azurerm_healthcare_medtech_service_fhir_destination",
    "azurerm_healthcare_workspace",
  ),
};
