import type { EgressRule } from "../constructs/firewall";
import { PLATFORM_EGRESS } from "../constructs/platform-egress";
import type { ResolvedHardened } from "../src/config/resolve";

/** What the firewall lets out: what the platform itself needs, then what the config allows, each by name. */
export function egressRules(
  { egress, owner }: ResolvedHardened,
  { apps }: { readonly apps: string },
): readonly EgressRule[] {
  const allowed = egress.allow.map((one): EgressRule => ({ ...one, from: [apps] }));
  return [
    ...PLATFORM_EGRESS.map((one): EgressRule => ({ ...one, from: [apps], owner })),
    ...allowed.sort((a, b) => (a.name < b.name ? -1 : 1)),
  ];
}
