import type { LoadedEnvironment } from "../../src/config/loaded";
import type { PilotConfig, PreProductionConfig } from "../../src/config/schema";
import { sharedNetworks } from "../../src/config/together";
import { formatProblem } from "../../src/errors";
import type { Mistake } from "../support/mistakes";
import { pilotConfig } from "../support/pilot";
import { changed, describeMistakes } from "../support/pre-production";
import { problemsOf } from "../support/problems";

const SUBNETS =
  "apps, gateway, endpoints, data, AzureFirewallSubnet, AzureFirewallManagementSubnet, GatewaySubnet and resolver";

describeMistakes("a network is refused", [
  [
    "that is too small for its subnets",
    (config) => Object.assign(config, { network: "10.30.0.0/24" }),
    `network must be at least a /23 to hold ${SUBNETS}, got 10.30.0.0/24\n    A /22 leaves room to grow, for example 10.20.0.0/22.   (NET-03)`,
  ],
  [
    "that the Internet routes",
    (config) => Object.assign(config, { network: "20.0.0.0/22" }),
    "network must be a private range, got 20.0.0.0/22\n    Take one inside 10.0.0.0/8, 172.16.0.0/12 or 192.168.0.0/16.   (NET-03)",
  ],
  [
    "that Container Apps keeps for itself",
    (config) => Object.assign(config, { network: "172.31.0.0/22" }),
    "network must not overlap 172.31.0.0/16, which Container Apps keeps for itself, got 172.31.0.0/22\n    Take another range, for example 10.20.0.0/22.   (NET-03)",
  ],
  [
    "whose subnet for the resolver Azure would refuse",
    (config) => Object.assign(config, { network: "10.0.0.0/22" }),
    "network must keep the DNS resolver out of 10.0.1.0 to 10.0.16.255, which Azure reserves; its subnet would be 10.0.3.80/28, got 10.0.0.0/22\n    Take another range, for example 10.30.0.0/22.   (NET-03)",
  ],
  [
    "whose host bits are set",
    (config) => Object.assign(config, { network: "10.30.0.1/22" }),
    'network must be an IPv4 range whose host bits are zero, or one address, got "10.30.0.1/22"\n    Write it like 203.0.113.0/24 or 203.0.113.7.',
  ],
  ...["010.40.0.0/22", "10.040.0.0/22", "10.40.0.0/022"].map(
    (network): Mistake => [
      `whose numbers start with a zero, which some read as octal: ${network}`,
      (config) => Object.assign(config, { network }),
      `network must be an IPv4 range whose host bits are zero, or one address, got "${network}"; did you mean "10.40.0.0/22"?\n    Write it like 203.0.113.0/24 or 203.0.113.7.`,
    ],
  ),
]);

test.each(["10.0.16.0/22", "10.0.20.0/22"])(
  "a network with the resolver beyond what Azure reserves is taken: %s",
  (network) => {
    expect(problemsOf(changed((config) => Object.assign(config, { network })))).toBe("");
  },
);

test("the smallest network that is accepted is a /23", () => {
  expect(problemsOf(changed((config) => Object.assign(config, { network: "10.30.0.0/23" })))).toBe("");
});

describeMistakes("addresses of VPN clients are refused", [
  [
    "whose numbers start with a zero",
    (config) => Object.assign(config.vpn, { pool: "172.020.000.0/24" }),
    'vpn.pool must be an IPv4 range whose host bits are zero, or one address, got "172.020.000.0/24"; did you mean "172.20.0.0/24"?\n    Write it like 203.0.113.0/24 or 203.0.113.7.',
  ],
  [
    "inside the network",
    (config) => Object.assign(config.vpn, { pool: "10.30.1.0/24" }),
    "vpn.pool must not overlap the network 10.30.0.0/22, got 10.30.1.0/24\n    Clients get addresses of their own, for example 172.20.0.0/24.   (NET-09)",
  ],
  [
    "around the network",
    (config) => Object.assign(config.vpn, { pool: "10.30.0.0/16" }),
    "vpn.pool must not overlap the network 10.30.0.0/22, got 10.30.0.0/16\n    Clients get addresses of their own, for example 172.20.0.0/24.   (NET-09)",
  ],
  [
    "that the Internet routes",
    (config) => Object.assign(config.vpn, { pool: "203.0.113.0/24" }),
    "vpn.pool must be a private range, got 203.0.113.0/24\n    Take one inside 10.0.0.0/8, 172.16.0.0/12 or 192.168.0.0/16.   (NET-09)",
  ],
  [
    "that Container Apps keeps for itself",
    (config) => Object.assign(config.vpn, { pool: "172.30.5.0/24" }),
    "vpn.pool must not overlap 172.30.0.0/16, which Container Apps keeps for itself, got 172.30.5.0/24\n    Take another range, for example 172.20.0.0/24.   (NET-09)",
  ],
  [
    "that are too few",
    (config) => Object.assign(config.vpn, { pool: "172.20.0.0/28" }),
    "vpn.pool must be between a /16 and a /26, got 172.20.0.0/28\n    A /24 serves as many clients as the gateway takes.   (NET-09)",
  ],
  [
    "that are too many",
    (config) => Object.assign(config.vpn, { pool: "172.20.0.0/15" }),
    "vpn.pool must be between a /16 and a /26, got 172.20.0.0/15\n    A /24 serves as many clients as the gateway takes.   (NET-09)",
  ],
]);

describe("the networks of a workload's environments", () => {
  const loaded = (config: PilotConfig | PreProductionConfig): LoadedEnvironment => ({
    file: `orders.${config.stage}.yaml`,
    config,
    positionOf: () => ({ file: `orders.${config.stage}.yaml`, line: 17, column: 1 }),
  });
  const said = (network: string) => {
    const after = changed((config) => Object.assign(config, { network }));
    return sharedNetworks([loaded(pilotConfig()), loaded(after)]).map(formatProblem);
  };

  test("do not overlap from one stage to the next", () => {
    expect(said("10.20.2.0/23")).toEqual([
      "orders.pre-production.yaml:17:1  network must not overlap the network of orders-pilot (10.20.0.0/22), got 10.20.2.0/23\n    Give each environment a range of its own.   (NET-11)",
    ]);
    expect(said("10.20.0.0/16")).toHaveLength(1);
  });

  test("may lie side by side", () => {
    expect(said("10.20.4.0/22")).toEqual([]);
  });
});
