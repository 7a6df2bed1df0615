import { region } from "../azure/regions";
import { tagClass } from "../azure/service-tags";
import { suggestRegion } from "./suggest-region";

/** Domains of clouds in which customers share every level: no list of suffixes has all of them. */
const SHARED = [
  "amazonaws.com",
  "azmk8s.io",
  "azure-api.net",
  "azure-devices.net",
  "azure.com",
  "azure.net",
  "azurecontainerapps.io",
  "azurecr.io",
  "azureedge.net",
  "azurefd.net",
  "azurewebsites.net",
  "core.windows.net",
  "googleapis.com",
  "trafficmanager.net",
  "windows.net",
];

/** Parts of a service that are no region. */
const PARTS = ["FirstParty", "MicrosoftSecurity", "ServiceEndpoint"];

/** Service tags and addresses that stand for the Internet, for a whole cloud, or for every network joined to this one. */
const WIDE = new Set(["azurecloud", "internet", "virtualnetwork", "*", "0.0.0.0/0", "::/0", "any"]);

/** True for a domain below which anybody gets names of their own: `com`, `co.uk`, `workers.dev`. */
export function isPublicSuffix(domain: string): boolean {
  // Loaded when a wildcard is there to judge: the list is long.
  const { getPublicSuffix } = require("tldts") as typeof import("tldts");
  return getPublicSuffix(domain, { allowPrivateDomains: true }) === domain;
}

/** The host of a name or of a URL pattern such as `*.example/files/*`. */
function hostOf(pattern: string): string {
  return (pattern.replace(/^[a-z]+:\/\//i, "").split(/[/:]/)[0] ?? "").toLowerCase().replace(/\.$/, "");
}

/** True for a host name, or a URL, with a wildcard that allows more than one owner's hosts. */
export function isTooBroad(name: string): boolean {
  const host = hostOf(name);
  if (!host.includes("*")) return false;
  const domain = host.replace(/^\*\.?/, "");
  if (!domain.includes(".") || isPublicSuffix(domain)) return true;
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
  const kind = tagClass(tag);
  return kind === "everybody's" || kind === "nowhere";
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
