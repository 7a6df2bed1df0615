import { CLIENT } from "./arm/azure";

/**
 * Environment variables that lead azurerm to an Azure on this machine: its metadata, a sign-in that is worth nothing, and a
 * proxy for all hosts that are not this machine's by name.
 */
export function environment(
  metadataHost: string,
  proxy: string,
  subscription: string,
  tenant: string,
): Readonly<Record<string, string>> {
  return {
    ARM_METADATA_HOSTNAME: metadataHost,
    ARM_TENANT_ID: tenant,
    ARM_CLIENT_ID: CLIENT,
    ARM_CLIENT_SECRET: NO_SECRET,
    ARM_SUBSCRIPTION_ID: subscription,
    ARM_USE_CLI: "false",
    ARM_USE_MSI: "false",
    HTTPS_PROXY: proxy,
    https_proxy: proxy,
    NO_PROXY: "127.0.0.1,localhost",
    no_proxy: "127.0.0.1,localhost",
  };
}

/** What is sent in a secret's place. */
export const NO_SECRET = "worth-nothing";
