import { CLIENT, DEPLOYER, TENANT } from "./arm/azure";
import type { Call, Reply } from "./http";

/**
 * What a client asks before it speaks to Resource Manager: where everything is, and a token that proves nothing. Undefined
 * where a request asks for neither.
 *
 * @see https://github.com/hashicorp/go-azure-sdk/blob/main/sdk/internal/metadata/client.go what the provider reads
 */
export function signIn(call: Call, origin: string): Reply | undefined {
  if (/^\/+metadata\/endpoints$/i.test(call.path)) return { status: 200, body: metadata(origin) };
  if (/\/\.well-known\/openid-configuration$/.test(call.path)) return { status: 200, body: openId(origin) };
  if (/^\/[^/]+\/oauth2\/(v2\.0\/)?token$/.test(call.path)) return { status: 200, body: token(call) };
  return undefined;
}

function metadata(origin: string): object {
  return {
    name: "AzureCloud",
    portal: "https://portal.azure.com",
    authentication: {
      loginEndpoint: origin,
      audiences: ["https://management.core.windows.net/", "https://management.azure.com/"],
      tenant: "common",
      identityProvider: "AAD",
    },
    resourceManager: origin,
    graph: "https://graph.windows.net/",
    graphAudience: "https://graph.windows.net/",
    microsoftGraphResourceId: "https://graph.microsoft.com/",
    batch: "https://batch.core.windows.net/",
    activeDirectoryDataLake: "https://datalake.azure.net/",
    logAnalyticsResourceId: "https://api.loganalytics.io",
    ossrDbmsResourceId: "https://ossrdbms-aad.database.windows.net",
    synapseAnalyticsResourceId: "https://dev.azuresynapse.net",
    attestationResourceId: "https://attest.azure.net",
    suffixes: {
      acrLoginServer: "azurecr.io",
      attestationEndpoint: "attest.azure.net",
      azureDataLakeStoreFileSystem: "azuredatalakestore.net",
      azureFrontDoorEndpointSuffix: "azurefd.net",
      keyVaultDns: "vault.azure.net",
      mariadbServerEndpoint: "mariadb.database.azure.com",
      mhsmDns: "managedhsm.azure.net",
      mysqlServerEndpoint: "mysql.database.azure.com",
      postgresqlServerEndpoint: "postgres.database.azure.com",
      sqlServerHostname: "database.windows.net",
      storage: "core.windows.net",
      storageSyncEndpointSuffix: "afs.azure.net",
      synapseAnalytics: "dev.azuresynapse.net",
    },
  };
}

function openId(origin: string): object {
  return {
    issuer: `${origin}/${TENANT}/v2.0`,
    token_endpoint: `${origin}/${TENANT}/oauth2/v2.0/token`,
    authorization_endpoint: `${origin}/${TENANT}/oauth2/v2.0/authorize`,
    jwks_uri: `${origin}/${TENANT}/discovery/v2.0/keys`,
  };
}

function token(call: Call): object {
  const form = new URLSearchParams(call.raw.toString("utf8"));
  const scope = form.get("scope") ?? form.get("resource") ?? "";
  const now = Math.floor(Date.now() / 1000);
  const claims = {
    aud: scope.replace(/\/?\.default$/, ""),
    iss: `https://sts.windows.net/${TENANT}/`,
    iat: now,
    exp: now + 86_400,
    appid: CLIENT,
    idtyp: "app",
    oid: DEPLOYER,
    sub: DEPLOYER,
    tid: TENANT,
    ver: "1.0",
  };
  const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString("base64url");
  const access_token = `${part({ alg: "none", typ: "JWT" })}.${part(claims)}.unsigned`;
  return { token_type: "Bearer", expires_in: 86_399, ext_expires_in: 86_399, access_token };
}
