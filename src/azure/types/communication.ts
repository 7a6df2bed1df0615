import { type Entry, entry, unread } from "../entry";

export const communication: Readonly<Record<string, Entry>> = {
  azurerm_maps_account: entry({
    localAuth: [{ path: "local_authentication_enabled", off: false, what: "shared keys" }],
  }),
  ...unread(
    "azurerm_communication_service",
    "azurerm_communication_service_email_domain_association",
    "azurerm_email_communication_service",
    "azurerm_email_communication_service_domain",
    "azurerm_email_communication_service_domain_sender_username",
    "azurerm_fluid_relay_server",
    "azurerm_maps_creator",
    "azurerm_voice_services_communications_gateway",
    "azurerm_voice_services_communications_gateway_test_line",
  ),
};
