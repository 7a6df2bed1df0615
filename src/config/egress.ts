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
