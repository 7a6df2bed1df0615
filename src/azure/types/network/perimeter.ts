import { type Entry, entry, part, plain } from "../../entry";

const PERIMETER = "azurerm_network_security_perimeter";

/** Security perimeters around platform services. What their rules let in is not read. */
export const perimeter: Readonly<Record<string, Entry>> = {
  [PERIMETER]: plain("its rules are resources of their own"),
  azurerm_network_security_perimeter_access_rule: entry({
    publicSide: { none: "it has no endpoint" },
    holds: { none: "it keeps nothing" },
    localAuth: { none: "nobody signs in to it" },
    gives: { none: "it opens a network, and gives no right" },
  }),
  azurerm_network_security_perimeter_association: entry({
    publicSide: { none: "it has no endpoint" },
    holds: { none: "it keeps nothing" },
    localAuth: { none: "nobody signs in to it" },
    gives: { none: "it puts a service behind rules" },
  }),
  azurerm_network_security_perimeter_profile: part(PERIMETER),
};
