import { type Azure, CLIENT, DEPLOYER } from "./arm/azure";
import type { Call, Reply } from "./http";

/** Microsoft Graph, as far as azurerm asks it: who somebody is. */
export function graph(call: Call, azure: Azure): Reply {
  const one = /^\/(?:v1\.0|beta)\/(directoryObjects|servicePrincipals|users|groups)\/([^/]+)$/.exec(call.path);
  if (one?.[2]) {
    const found = azure.principals.get(one[2].toLowerCase());
    if (found) return { status: 200, body: directoryObject(found.id, found.kind) };
    return {
      status: 404,
      body: {
        error: {
          code: "Request_ResourceNotFound",
          message: `Resource '${one[2]}' does not exist or one of its queried reference-property objects are not present.`,
        },
      },
    };
  }
  if (/servicePrincipals$/.test(call.path))
    return { status: 200, body: { value: [{ ...directoryObject(DEPLOYER, "ServicePrincipal"), appId: CLIENT }] } };
  if (/\/me$/.test(call.path)) return { status: 200, body: directoryObject(DEPLOYER, "User") };
  return { status: 200, body: { value: [] } };
}

function directoryObject(id: string, kind: string): object {
  const type = kind.charAt(0).toLowerCase() + kind.slice(1);
  return { "@odata.type": `#microsoft.graph.${type}`, id, displayName: id };
}
