import { nearMisses } from "./said";

const gate = "pre-production" as const;
const hidden = (why: string) => `What it adds to the environment is not known: ${why}.`;

nearMisses("REC-01", {
  "what the input only mentions is not known; providers that reach no network are nothing to know": {
    gate,
    resources: {
      "azapi_resource.address": { type: "Microsoft.Network/publicIPAddresses@2024-05-01", name: "x" },
      "azurerm_resource_group_template_deployment.t": { name: "t", template_content: "{}" },
      "azurerm_point_to_site_vpn_gateway.p": { name: "p" },
      "null_resource.plain": {},
      "null_resource.program": { provisioner: { "local-exec": { command: "true" } } },
      "random_id.r": { byte_length: 4 },
    },
    stack: {
      module: { m: { source: "./m" } },
      data: { external: { asked: { program: ["sh"] } }, azurerm_client_config: { me: {} } },
    },
    unknown: {
      "azapi_resource.address": hidden("resources of provider azapi are not read"),
      "azurerm_resource_group_template_deployment.t": hidden("what it makes is not in the plan"),
      "azurerm_point_to_site_vpn_gateway.p": hidden("a VPN of a virtual hub is not read"),
      "null_resource.program": hidden("what its program does is not in the plan"),
      "data.external.asked": hidden("what it does is not in the plan"),
      "module.m": hidden("its resources show in a plan only"),
    },
  },
  "blocks made in a loop over a variable show in a plan only": {
    gate,
    resources: {
      "azurerm_network_security_group.some": {
        name: "n",
        dynamic: { security_rule: { for_each: "${var.rules}", content: {} } },
      },
      "azurerm_network_security_group.two": {
        name: "n",
        dynamic: { security_rule: { for_each: ["a", "b"], content: {} } },
      },
    },
    pass: ["azurerm_network_security_group.two"],
    unknown: { "azurerm_network_security_group.some": hidden("how many of them there are shows in a plan only") },
  },
  "a Pilot may have them": {
    gate: "pilot",
    resources: { "azapi_resource.address": { type: "Microsoft.Network/publicIPAddresses@2024-05-01", name: "x" } },
  },
});
