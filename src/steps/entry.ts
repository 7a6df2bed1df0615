import { hostsOf } from "../config/entry";
import type { ResolvedEnvironment } from "../config/resolve";
import { hardenedConfig } from "./hardened";
import type { Step } from "./step";

/**
 * The entry, and the names that lead to it; nothing below Pre-Production.
 *
 * @param apply  the step that applies a stack
 */
export function entry(environment: ResolvedEnvironment, apply: (role: string, why: string) => Step): Step[] {
  const config = hardenedConfig(environment);
  if (!config) return [];
  const hosts = hostsOf(config.entry);
  const filtered = config.entry.allowFrom === undefined ? "" : ` Only ${config.entry.allowFrom.join(", ")} may use it.`;
  return [
    apply(
      "entry",
      "The application gateway reads the certificate when it is created, and leads to the apps by their domain, which Azure made up with the platform.",
    ),
    {
      id: "dns-records",
      title: "Point the host names at the entry",
      why: `The zone is the company's. Each host name needs an A record with the printed address and a short time to live, 300 seconds, so that a recreation can move it. The address stays the same for as long as this generation stands.${filtered}`,
      purpose: "names",
      commands: [
        `ADDRESS="$(terraform -chdir=stacks/${environment.name}-entry output -raw entry_address)"`,
        `for host in ${hosts.join(" ")}; do echo "$host. 300 A $ADDRESS"; done`,
      ],
    },
    {
      id: "open",
      title: "Open it",
      why: "The entry answers over HTTPS with its certificate, and port 80 only sends callers there. Everything else is reached by VPN.",
      purpose: "names",
      commands: hosts.map(
        (host) =>
          `curl --silent --show-error --output /dev/null --write-out '%{http_code} %{url_effective}\\n' "https://${host}/"`,
      ),
    },
  ];
}
