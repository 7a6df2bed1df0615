import type { ResolvedEnvironment } from "../config/resolve";
import { audienceVariable } from "../config/resolve";
import { hardenedConfig } from "./hardened";
import type { Step } from "./step";

const GRAPH = "https://graph.microsoft.com/v1.0/servicePrincipals/$VPN_APP/appRoleAssignedTo";

/** The role that Entra gives where an app has none of its own. */
const DEFAULT_ROLE = "00000000-0000-0000-0000-000000000000";

/**
 * Who may come by VPN, and with what; nothing below Pre-Production.
 *
 * @see https://learn.microsoft.com/azure/vpn-gateway/point-to-site-entra-register-custom-app
 */
export function vpn(environment: ResolvedEnvironment): Step[] {
  const config = hardenedConfig(environment);
  if (!config) return [];
  const { audience, pool } = config.vpn;
  const variable = `$TF_VAR_${audienceVariable(config)}`;
  const gateway = environment.nameOf("virtual_network_gateway");
  const group = environment.nameOf("resource_group");
  return [
    {
      id: "vpn-group",
      title: "Say who may connect by VPN",
      why: `Until the app of ${audience} asks for an assignment, everybody of the tenant may sign in to it. One group is assigned, the one that the evidence vpn-group names; its members come and go in Entra ID. You need Cloud Application Administrator, and assigning a group needs Entra ID P1.`,
      purpose: "once",
      commands: [
        "ask VPN_GROUP 'Object id of the Entra group that may connect'",
        `VPN_APP="$(az ad sp show --id "${variable}" --query id --output tsv)"`,
        'az ad sp update --id "$VPN_APP" --set appRoleAssignmentRequired=true',
        `ASSIGNED="$(az rest --method get --url "${GRAPH}" --query "value[].principalId" --output tsv)"`,
        `printf '%s\\n' "$ASSIGNED" | grep -qi "$VPN_GROUP" || jq -n --arg group "$VPN_GROUP" --arg app "$VPN_APP" '{principalId:$group,resourceId:$app,appRoleId:"${DEFAULT_ROLE}"}' | az rest --method post --url "${GRAPH}" --body @- --output none`,
      ],
    },
    {
      id: "vpn-profile",
      title: "Hand out the VPN profile",
      why: `People import azurevpnconfig.xml into the Azure VPN Client and sign in. It holds no secret, only where the gateway and the network's DNS server are: it is downloaded again after a change of either, so after every recreation. Clients get addresses of ${pool}.`,
      commands: [
        `PROFILE="$(az network vnet-gateway vpn-client generate --name ${gateway} --resource-group ${group} --output tsv)"`,
        'curl --silent --show-error --fail --output vpn-client.zip "$PROFILE"',
        'echo "$PWD/vpn-client.zip"',
      ],
    },
  ];
}
