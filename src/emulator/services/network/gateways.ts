import type { Service } from "../../arm/behaviour";
import { Refusal } from "../../arm/refusal";
import { at, fill, object, objects, put, text } from "../../json";
import { nameParts, refuseInUse } from "./parts";

/** Gateways of networks: for people (VPN) and for requests (Application Gateway). */
export const gateways: Service = {
  types: [
    {
      type: "Microsoft.Network/virtualNetworkGateways",
      fill: (write) => {
        nameParts(write);
        const { azure, id, body, before } = write;
        const properties = object(body["properties"]);
        put(body, "properties.sku.tier", at(body, "properties.sku.tier") ?? at(body, "properties.sku.name"));
        const configurations = objects(properties["ipConfigurations"]);
        fill(properties, {
          resourceGuid: at(before, "properties.resourceGuid") ?? azure.newId(`gateway ${id.text}`),
          enableBgp: false,
          activeActive: false,
          enablePrivateIpAddress: false,
          vpnGatewayGeneration: "Generation2",
          vpnType: "RouteBased",
          allowRemoteVnetTraffic: false,
          allowVirtualWanTraffic: false,
          bgpSettings: {
            asn: 65515,
            peerWeight: 0,
            bgpPeeringAddress: "",
            bgpPeeringAddresses: configurations.map((one) => ({
              ipconfigurationId: one["id"],
              defaultBgpIpAddresses: [],
              customBgpIpAddresses: [],
              tunnelIpAddresses: [],
            })),
          },
        });
      },
    },
    { type: "Microsoft.Network/localNetworkGateways" },
    { type: "Microsoft.Network/connections" },
    {
      type: "Microsoft.Network/applicationGateways",
      check: ({ azure, body }) => {
        for (const certificate of objects(at(body, "properties.sslCertificates"))) {
          const url = text(at(certificate, "properties.keyVaultSecretId"));
          if (!url) continue;
          const [, vault, name] =
            /^https:\/\/([^.]+)\.vault\.azure\.net\/(?:secrets|certificates)\/([^/]+)/i.exec(url) ?? [];
          const found = azure.store.ofType("Microsoft.KeyVault/vaults").find((one) => text(one.body["name"]) === vault);
          if (
            !found ||
            !(azure.store.has(`${found.id}/secrets/${name}`) || azure.store.has(`${found.id}/certificates/${name}`))
          )
            throw new Refusal(
              400,
              "ApplicationGatewayKeyVaultSecretException",
              `Problem occurred while accessing and validating KeyVault Secrets associated with Application Gateway: secret '${url}' was not found.`,
            );
        }
      },
      fill: (write) => {
        nameParts(write);
        fill(object(write.body["properties"]), {
          operationalState: "Running",
          resourceGuid: write.azure.newId(write.id.text),
        });
      },
    },
    {
      type: "Microsoft.Network/ApplicationGatewayWebApplicationFirewallPolicies",
      fill: ({ body }) => fill(object(body["properties"]), { resourceState: "Enabled", customRules: [] }),
      // That it is refused: https://github.com/hashicorp/terraform-provider-azurerm/issues/14572; the code is not confirmed.
      checkDelete: (deletion) =>
        refuseInUse(
          deletion,
          "ApplicationGatewayFirewallPolicyCannotBeDeletedDueToItIsInUse",
          "Web application firewall policy",
        ),
    },
  ],
};
