import { region, suggestRegion } from "./regions";

/** Domains that every customer of a cloud shares: a wildcard there allows anyone's account. */
const SHARED = [
  "amazonaws.com",
  "azure.com",
  "azure.net",
  "azureedge.net",
  "azurefd.net",
  "azurewebsites.net",
  "blob.core.windows.net",
  "cloudapp.azure.com",
  "cloudfront.net",
  "core.windows.net",
  "digitaloceanspaces.com",
  "github.io",
  "googleapis.com",
  "trafficmanager.net",
  "vault.azure.net",
  "windows.net",
];

/** Tags that stand for every customer's hosts, or for what cannot be reached at all. */
const NOT_ONE_SERVICE = [
  "AzureFrontDoor",
  "AzureFrontDoor.Backend",
  "AzureFrontDoor.Frontend",
  "AzureLoadBalancer",
  "AzurePlatformDNS",
  "AzurePlatformIMDS",
  "AzurePlatformLKM",
  "AzureTrafficManager",
  "GatewayManager",
];

/** Parts of a service that are no region. */
const PARTS = ["FirstParty", "MicrosoftSecurity", "ServiceEndpoint"];

/** Second levels below which countries sell names, as in `co.uk`. */
const COUNTRY_SECOND_LEVEL = /^(?:ac|co|com|edu|gov|net|org)\.[a-z]{2}$/;

/** Service tags and addresses that stand for the Internet, for a whole cloud, or for every network joined to this one. */
const WIDE = new Set(["azurecloud", "internet", "virtualnetwork", "*", "0.0.0.0/0", "::/0", "any"]);

/** True for a host name with a wildcard that allows more than one owner's hosts. */
export function isTooBroad(fqdn: string): boolean {
  if (fqdn === "*") return true;
  if (!fqdn.includes("*")) return false;
  const domain = fqdn.replace(/^\*\.?/, "").toLowerCase();
  if (!domain.includes(".") || COUNTRY_SECOND_LEVEL.test(domain)) return true;
  return SHARED.some((one) => one === domain || domain.endsWith(`.${one}`));
}

/** True for a service tag, also in one region, or an address range that leaves nothing out worth naming. */
export function isWideAddress(address: string): boolean {
  const text = address.toLowerCase();
  return WIDE.has(text) || WIDE.has(text.split(".")[0] ?? "") || /\/[0-7]$/.test(text);
}

/** True for a name of a list; Azure does not tell capital letters from small ones. */
function listed(names: readonly string[], name: string): boolean {
  return names.some((one) => one.toLowerCase() === name.toLowerCase());
}

/** True for a tag that stands for every customer's hosts, or for nothing that can be reached. */
export function isNoService(tag: string): boolean {
  return listed(NOT_ONE_SERVICE, tag);
}

/** True for a tag whose second part is neither a region nor a known part of a service. */
export function isUnknownPart(tag: string): boolean {
  const [, part, ...more] = tag.split(".");
  if (part === undefined) return false;
  return more.length > 0 || !(listed(PARTS, part) || region(part.toLowerCase()));
}

/** The tag that a misspelt region was meant for: `Storage.WestEurop` becomes `Storage.WestEurope`. */
export function suggestTag(tag: string): string | undefined {
  const [service, part = ""] = tag.split(".");
  const meant = suggestRegion(part);
  return meant && `${service}.${region(meant)?.displayName.replaceAll(" ", "")}`;
}
