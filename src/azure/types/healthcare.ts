import { type Entry, entry, part } from "../entry";

const WORKSPACE = "azurerm_healthcare_workspace";
const EXPORT = [
  { what: "exported records", to: ["configuration_export_storage_account_name"], says: "sends exported records to" },
];

/** Health records: FHIR, DICOM, and messages of devices. */
export const healthcare: Readonly<Record<string, Entry>> = {
  azurerm_healthcare_dicom_service: entry({
    noun: "DICOM service",
    partOf: WORKSPACE,
    holds: "customer data",
    publicSide: { path: "public_network_access_enabled", off: false },
    waysIn: { none: "its endpoint has a switch" },
    waysOut: [{ what: "pictures", to: ["storage.storage_account_id"], says: "keeps pictures in" }],
    localAuth: { none: "callers sign in by Entra ID" },
    gives: { none: "roles in it are resources of their own" },
  }),
  azurerm_healthcare_fhir_service: entry({
    noun: "FHIR service",
    partOf: WORKSPACE,
    holds: "customer data",
    publicSide: {},
    waysIn: [{ kind: "public-service", path: "", says: "answers the Internet, and has no switch against it" }],
    waysOut: EXPORT,
    localAuth: { none: "callers sign in by Entra ID" },
    gives: { what: "access to the records", to: "access_policy_object_ids" },
  }),
  azurerm_healthcare_medtech_service: part(WORKSPACE, {
    waysOut: [{ what: "messages of devices", to: ["eventhub_namespace_name"], says: "reads messages of devices from" }],
  }),
  azurerm_healthcare_medtech_service_fhir_destination: part("azurerm_healthcare_medtech_service", {
    waysOut: [{ what: "records", to: ["destination_fhir_service_id"], says: "sends records to" }],
  }),
  azurerm_healthcare_service: entry({
    noun: "FHIR service",
    holds: "customer data",
    publicSide: { path: "public_network_access_enabled", off: false },
    waysIn: { none: "its endpoint has a switch" },
    waysOut: EXPORT,
    localAuth: { none: "callers sign in by Entra ID" },
    gives: { what: "access to the records", to: "access_policy_object_ids" },
    privateLink: [{ name: "fhir", zone: "privatelink.azurehealthcareapis.com" }],
  }),
  azurerm_healthcare_workspace: entry({
    noun: "healthcare workspace",
    holds: { none: "its services hold the records" },
    publicSide: { none: "its services have endpoints of their own" },
    waysIn: { none: "its services have endpoints of their own" },
    waysOut: { none: "its services say what they send" },
    localAuth: { none: "callers sign in by Entra ID" },
    gives: { none: "it gives nobody a right" },
  }),
};
