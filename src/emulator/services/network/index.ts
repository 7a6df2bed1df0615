import type { Service } from "../../arm/behaviour";
import { firewalls } from "./firewalls";
import { gateways } from "./gateways";
import { privateEndpoints } from "./private-endpoints";
import { publicAddresses } from "./public-addresses";
import { virtualNetworks } from "./virtual-networks";

/** Microsoft.Network, a file an area. */
export const network: readonly Service[] = [virtualNetworks, privateEndpoints, publicAddresses, firewalls, gateways];
