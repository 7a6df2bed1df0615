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

/** Second levels below which countries sell names, as in `co.uk`. */
const COUNTRY_SECOND_LEVEL = /^(?:ac|co|com|edu|gov|net|org)\.[a-z]{2}$/;

/** Service tags that stand for the Internet, for all of Azure, or for every network that is joined to this one. */
const WIDE_TAGS = new Set(["azurecloud", "internet", "virtualnetwork"]);

/** True for a host name with a wildcard that allows more than one owner's hosts. */
export function isTooBroad(fqdn: string): boolean {
  if (fqdn === "*") return true;
  if (!fqdn.includes("*")) return false;
  const domain = fqdn.replace(/^\*\.?/, "").toLowerCase();
  if (!domain.includes(".") || COUNTRY_SECOND_LEVEL.test(domain)) return true;
  return SHARED.some((one) => one === domain || domain.endsWith(`.${one}`));
}

/** True for a service tag that leaves nothing out worth naming, in a region too. */
export function isWideTag(tag: string): boolean {
  return WIDE_TAGS.has(tag.toLowerCase().split(".")[0] ?? "");
}
