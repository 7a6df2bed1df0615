import { type Entry, unread } from "../../entry";

export const perimeter: Readonly<Record<string, Entry>> = {
  ...unread(
    "azurerm_network_security_perimeter",
    "azurerm_network_security_perimeter_access_rule",
    "azurerm_network_security_perimeter_association",
    "azurerm_network_security_perimeter_profile",
  ),
};
