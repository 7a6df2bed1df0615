import type { ProductionWeakening } from "../../../support/built-production";
import { inConfig, inPlatform, type Json } from "../../../support/weakenings";

const scaled =
  (previous: object) =>
  (_: Json, { neighbours }: Json) =>
    neighbours.push({ workload: "orders", stage: "scale", promotion: { from: "orders-production" }, previous });

/** What the gate of Pre-Production asks as well, where the answer is another one here. */
export const RECORDS: readonly ProductionWeakening[] = [
  {
    what: "clients inside the network",
    change: inPlatform("azurerm_virtual_network_gateway.vpn", ({ vpn_client_configuration }) =>
      Object.assign(vpn_client_configuration, { address_space: ["10.40.3.128/25"] }),
    ),
    caught: ["NET-09"],
  },
  {
    what: "the addresses of the Pre-Production",
    change: inConfig((config) => Object.assign(config, { network: "10.30.0.0/22" })),
    caught: ["NET-11"],
  },
  {
    what: "a name of Pre-Production",
    change: ({ entry }) => {
      const { gateway } = entry.resource.azurerm_application_gateway;
      gateway.name = gateway.name.replace("prod", "preprod");
    },
    caught: ["GOV-02"],
  },
  {
    what: "no word about what becomes of the Pre-Production",
    change: inConfig((config) => delete config.previous),
    caught: ["GOV-03"],
  },
  {
    what: "a Pre-Production that goes, on no day",
    change: inConfig((config) => Object.assign(config, { previous: { data: "drop" } })),
    caught: ["GOV-03"],
  },
  {
    // It goes on in place: what it says of a previous environment is about the Pre-Production.
    what: "a Scale that takes its place, and whose previous environment was to be gone by yesterday",
    change: scaled({ data: "drop", destroyBy: "2027-06-14" }),
    caught: [],
  },
];
