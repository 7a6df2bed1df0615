import { markdown } from "../display/inert";
import type { Exposure } from "./exposure";
import { addresses, people, platform, services, waysIn } from "./render-inward";
import { firewall, identities, notRead, sentByAzure, waysOut } from "./render-outward";
import { summary } from "./summary";

/** Exposure as Markdown: the answer first, then every path, address, rule and right. */
export function renderExposure(environment: string, found: Exposure): string {
  const answer = summary(found).map(([what, says]) => `- **${what}**: ${markdown(says)}.`);
  return [
    `# What reaches and leaves ${markdown(environment)}`,
    answer.join("\n"),
    waysIn(found),
    services(found),
    platform(found),
    people(found),
    addresses(found),
    waysOut(found),
    firewall(found),
    sentByAzure(found),
    identities(found),
    notRead(found),
    "",
  ]
    .join("\n\n")
    .trimEnd()
    .concat("\n");
}
