import { mapping, mappings } from "./checks/draft";
import { hostsOf } from "./entry";

/** Ends of file names that would pass for a top-level domain. */
const FILES =
  /\.(?:cfg|conf|crt|css|csv|env|html?|ini|jar|js|json|key|lock|log|md|mjs|pem|pdf|py|sh|so|sql|toml|ts|txt|xml|ya?ml|zip)$/;
const LABELS = /^[a-z0-9](?:[a-z0-9-]*[a-z0-9])?$/;

/**
 * Hosts outside of the product that services name in their environment, arguments and commands, sorted. Only words are
 * looked at: what an app reaches without being told is not seen.
 */
export function outsideHosts(config: Readonly<Record<string, unknown>>): string[] {
  const own = new Set(ownHosts(config));
  const texts = mappings(config["services"]).flatMap(([, service]) => [
    ...Object.values(mapping(service["env"])),
    ...[service["args"] ?? [], service["command"] ?? []].flat(),
  ]);
  const found = texts
    .filter((one): one is string => typeof one === "string")
    .flatMap((text) => text.split(/[\s"'`,;=|<>()[\]{}]+/))
    .flatMap((word) => hostIn(word.toLowerCase()) ?? []);
  return [...new Set(found)].filter((host) => !own.has(host)).sort();
}

function ownHosts(config: Readonly<Record<string, unknown>>): string[] {
  const domains = mappings(config["services"]).flatMap(([, { domain }]) => (typeof domain === "string" ? domain : []));
  const entry = mapping(config["entry"]);
  return [...domains, ...(typeof entry["host"] === "string" ? hostsOf(entry as never) : [])];
}

/** The host of a URL, or a word that is a host by itself; an e-mail address is none. */
function hostIn(word: string): string | undefined {
  const scheme = word.indexOf("://");
  if (scheme < 0 && word.includes("@")) return undefined;
  const rest = scheme < 0 ? word : word.slice(scheme + 3);
  const authority = rest.split(/[/?#]/)[0] ?? "";
  const host = (authority.slice(authority.lastIndexOf("@") + 1).split(":")[0] ?? "").replace(/\.$/, "");
  const labels = host.split(".");
  if (labels.length < 2 || !labels.every((one) => LABELS.test(one)) || !/^[a-z]{2,}$/.test(labels.at(-1)!))
    return undefined;
  return scheme < 0 && FILES.test(host) ? undefined : host;
}
