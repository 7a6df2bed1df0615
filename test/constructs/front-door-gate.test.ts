import { FrontDoor } from "../../constructs/front-door";
import type { JsonObject } from "../../src/plan/json";
import { judged } from "../policy/near-miss";
import { built, GROUP } from "./built";

const ENVIRONMENT = "azurerm_container_app_environment.apps";
const WEB = {
  name: "web",
  probe: { path: "/ready" },
  origins: [
    {
      location: "westeurope",
      fqdn: "web.${var.apps_domain}",
      environment: { id: `\${${ENVIRONMENT}.id}` },
      state: "enabled",
      priority: 1,
    },
  ],
} as const;

const edge = built(
  (stack) =>
    new FrontDoor(stack, "edge", {
      group: GROUP,
      name: "afd-orders",
      endpointName: "fde-orders",
      policyName: "fdfporders",
      routes: [{ host: "orders.example", path: "/", service: WEB }],
      allowFrom: ["203.0.113.0/24"],
      requestMessage: "Front Door of orders",
    }),
).resources as Readonly<Record<string, JsonObject>>;

const resources = {
  ...edge,
  [ENVIRONMENT]: { name: "cae-orders", location: "westeurope", public_network_access: "Disabled" },
};

test.each([
  ["NET-05", ["endpoint"]],
  ["NET-07", ["custom_domain", "firewall_policy", "profile", "route", "security_policy"]],
  ["NET-12", ["origin", "route"]],
] as const)("a Front Door as it is made holds %s at the Scale gate", (control, kinds) => {
  const { pass, fail, unknown } = judged(control, { gate: "scale", resources });
  const found = pass.map((one) => one.replace(/^azurerm_cdn_frontdoor_|\..*$/g, ""));
  expect({ found, fail, unknown }).toEqual({ found: kinds, fail: [], unknown: [] });
});
