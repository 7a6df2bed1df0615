import type { EgressRule } from "../constructs/firewall";
import { PLATFORM_EGRESS } from "../constructs/platform-egress";
import type { HardenedConfig } from "../src/config/schema";

/** What the firewall lets out: what the platform itself needs, then what the config allows, each by name. */
export function egressRules(config: HardenedConfig, { apps }: { readonly apps: string }): readonly EgressRule[] {
  const allowed = Object.entries(config.egress.allow).map(
    ([name, { fqdns, tag, ports = [443], owner, why, until }]): EgressRule => ({
      name,
      from: [apps],
      to: tag === undefined ? { fqdns: fqdns ?? [] } : { tag },
      ports,
      owner,
      why,
      until,
    }),
  );
  return [
    ...PLATFORM_EGRESS.map((one): EgressRule => ({ ...one, from: [apps], owner: config.owner })),
    ...allowed.sort((a, b) => (a.name < b.name ? -1 : 1)),
  ];
}
