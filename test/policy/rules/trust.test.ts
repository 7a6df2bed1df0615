import type { JsonObject } from "../../../src/plan/json";
import { nearMisses } from "./said";

const gate = "pre-production" as const;
const required = (source: string): JsonObject => ({
  terraform: { required_version: ">= 1.5", required_providers: { azurerm: { source, version: "4.55.0" } } },
  provider: { azurerm: [{ features: [{}] }] },
});

nearMisses("SUP-04", {
  "HashiCorp's provider holds": { gate, stack: required("hashicorp/azurerm"), pass: ["provider.azurerm", "terraform"] },
  "one of the same name from elsewhere does not": {
    gate,
    stack: required("evil/azurerm"),
    pass: ["terraform"],
    fail: { "provider.azurerm": "The provider azurerm comes from evil/azurerm, which is not HashiCorp's." },
  },
});

const OTHER = "99999999-0000-0000-0000-000000000009";
const own = { features: [{}], subscription_id: "${var.subscription_id}", tenant_id: "${var.tenant_id}" };

nearMisses("REC-01", {
  "a provider for the subscription that the stack is applied to holds": {
    gate,
    stack: { provider: { azurerm: [own, { ...own, alias: "again" }] } },
    pass: ["provider.azurerm", "provider.azurerm.again"],
  },
  "one for another subscription, and what is taken over from elsewhere, do not": {
    gate,
    stack: {
      provider: {
        azurerm: [
          own,
          { ...own, alias: "other", subscription_id: OTHER },
          { ...own, alias: "asks", metadata_host: "evil.example" },
        ],
      },
      import: [{ to: "azurerm_key_vault.v", id: "/subscriptions/x" }],
    },
    pass: ["provider.azurerm"],
    fail: {
      "provider.azurerm.asks": "It asks evil.example where to sign in.",
      "provider.azurerm.other": `It works in ${OTHER}, which is not what the stack is applied to.`,
      import: "It takes over /subscriptions/x, which the environment did not create.",
    },
  },
});

const vpn = (tenant: string, host = "login.microsoftonline.com", issuer = "sts.windows.net") => ({
  gate,
  config: { externals: { audience: { kind: "vpn-audience", owner: "ada@orders.example", why: "people sign in" } } },
  resources: {
    "azurerm_vpn_server_configuration.s": {
      vpn_protocols: ["OpenVPN"],
      vpn_authentication_types: ["AAD"],
      azure_active_directory_authentication: [
        {
          audience: "${var.audience}",
          tenant: `https://${host}/${tenant}`,
          issuer: `https://${issuer}/${tenant}/`,
        },
      ],
    },
  },
});
const by = (tenant: string) =>
  `People sign in by the tenant ${tenant}, which is not the one that the stack is applied in.`;

const at = "People sign in at evil.example, which is not Azure's.";
const notKnown = "Whether it is the tenant of the environment is not known here.";

nearMisses("NET-09", {
  "people of the environment's tenant sign in": {
    ...vpn("${var.tenant_id}"),
    pass: ["azurerm_vpn_server_configuration.s"],
  },
  "those of another tenant do not": {
    ...vpn(OTHER),
    fail: { "azurerm_vpn_server_configuration.s": [by(OTHER), by(OTHER)] },
  },
  "nor does everybody": {
    ...vpn("common"),
    fail: { "azurerm_vpn_server_configuration.s": [by("common"), by("common")] },
  },
  "nor whoever somebody else's host signs in, though the tenant's id stands in its address": {
    ...vpn("${var.tenant_id}", "evil.example", "evil.example"),
    fail: { "azurerm_vpn_server_configuration.s": [at, at] },
  },
  "an address in which the tenant's id is something else says nothing": {
    ...vpn("${true ? var.other : var.tenant_id}"),
    unknown: { "azurerm_vpn_server_configuration.s": [notKnown, notKnown] },
  },
});
