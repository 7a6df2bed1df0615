import { type Entry, entry, part } from "../entry";

const COMMUNICATION = "azurerm_communication_service";
const EMAIL = "azurerm_email_communication_service";

/** Mail, telephone and maps. */
export const communication: Readonly<Record<string, Entry>> = {
  azurerm_maps_account: entry({
    noun: "Maps account",
    holds: "customer data",
    publicSide: {},
    waysIn: [{ kind: "public-service", path: "", says: "answers the Internet, and has no switch against it" }],
    waysOut: { none: "it answers requests" },
    gives: { none: "it gives nobody a right" },
    localAuth: [{ path: "local_authentication_enabled", off: false, what: "shared keys" }],
  }),
  [COMMUNICATION]: entry({
    noun: "Communication Service",
    holds: "customer data",
    publicSide: {},
    waysIn: [{ kind: "public-service", path: "", says: "answers the Internet, and has no switch against it" }],
    waysOut: [{ what: "mail and calls to anybody", to: [], says: "sends mail and calls to" }],
    localAuth: [{ what: "shared keys" }],
    gives: { none: "it gives nobody a right" },
    regions: ["data_location"],
  }),
  azurerm_communication_service_email_domain_association: part(COMMUNICATION),
  [EMAIL]: entry({
    noun: "Email Communication Service",
    holds: "customer data",
    publicSide: { none: "mail is sent through a Communication Service" },
    waysIn: { none: "mail is sent through a Communication Service" },
    waysOut: { none: "mail is sent through a Communication Service" },
    localAuth: { none: "mail is sent through a Communication Service" },
    gives: { none: "it gives nobody a right" },
    regions: ["data_location"],
  }),
  azurerm_email_communication_service_domain: part(EMAIL),
  azurerm_email_communication_service_domain_sender_username: part(EMAIL),
  azurerm_fluid_relay_server: entry({
    holds: "customer data",
    publicSide: {},
    waysIn: [{ kind: "public-service", path: "", says: "answers the Internet, and has no switch against it" }],
    waysOut: { none: "it answers requests" },
    localAuth: [{ what: "shared keys" }],
    gives: { none: "it gives nobody a right" },
  }),
  azurerm_maps_creator: part("azurerm_maps_account", { holds: "customer data" }),
  azurerm_voice_services_communications_gateway: entry({
    holds: { none: "calls pass through" },
    publicSide: {},
    waysIn: [{ kind: "public-service", path: "", says: "answers the Internet, and has no switch against it" }],
    waysOut: [{ what: "calls", to: ["service_location.operator_addresses"], says: "sends calls to" }],
    localAuth: { none: "carriers are told apart by address" },
    gives: { none: "it gives nobody a right" },
  }),
  azurerm_voice_services_communications_gateway_test_line: part("azurerm_voice_services_communications_gateway"),
};
