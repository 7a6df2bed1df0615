import { isPublicSuffix } from "../../config/egress";
import type { Resource } from "../../plan/resource";
import type { RuleContext } from "../rule";
import { judgeExternal, standingOf } from "./externals";
import { isOwnHost, type OwnHosts, ownHosts } from "./own-hosts";

export const ZONE = "azurerm_private_dns_zone";

/**
 * Ends of names that nobody has on the Internet.
 *
 * @see https://www.iana.org/assignments/special-use-domain-names
 * @see https://www.rfc-editor.org/rfc/rfc6762#appendix-G
 */
const INSIDE = /(?:^|\.)(?:internal|local|localhost|test|invalid|home|lan|corp|intranet|private|arpa)$/;
const PRIVATE_LINK = /(?:^|\.)privatelink\./;
/** Databases inside a network have a zone of their own, by this name. */
const INJECTED = /[^.]\.(?:postgres|mysql)\.database\.azure\.com$/;
const SERVERS = ["azurerm_mysql_flexible_server", "azurerm_postgresql_flexible_server"];

/** True for a name of the product, a name below it, or the domain that it is in. */
function isOfProduct(own: OwnHosts, zone: string): boolean {
  const isAround = own.hosts.some(
    (one) => !one.includes("*") && (zone.endsWith(`.${one}`) || (one.endsWith(`.${zone}`) && !isPublicSuffix(zone))),
  );
  return isAround || isOwnHost(own, zone);
}

function isOfDatabase(zone: Resource, name: string): boolean {
  return INJECTED.test(name) && SERVERS.some((one) => zone.graph.by(one, "private_dns_zone_id").has(zone));
}

/** Judges for which names the environment answers itself: one that is somebody else's leads its apps past the allow-list. */
export function judgePrivateZones(context: RuleContext): void {
  const own = ownHosts(context);
  for (const zone of context.resources(ZONE)) {
    const [reference] = zone.refs("name");
    const name = zone.text("name")?.toLowerCase();
    if (reference?.kind === "resource" && reference.resource.type === "azurerm_container_app_environment")
      context.pass(zone, "name", "It is the domain of the environment's apps.");
    else if (reference?.kind === "external")
      judgeExternal(context, zone, "name", standingOf(context, reference.variable, ["dns-zone"]));
    else if (name === undefined) context.unknown(zone, "name");
    else if (PRIVATE_LINK.test(name) || INSIDE.test(name) || isOfDatabase(zone, name) || isOfProduct(own, name))
      context.pass(zone, "name");
    else if (own.open || /^[^.]+\.[^.]+\.azurecontainerapps\.io$/.test(name))
      context.unknown(zone, "name", `Whether ${name} is a name of the environment is not known.`);
    else
      context.fail(zone, "name", `It answers for ${name}, which is somebody else's name.`, {
        fix: "Remove the zone: names of others are asked of the Internet, and reached through the firewall.",
      });
  }
}
