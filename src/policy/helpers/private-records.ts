import type { Reference } from "../../plan/reference";
import type { Resource } from "../../plan/resource";
import { isInNetworks } from "../../reach/network";
import type { RuleContext } from "../rule";
import { judgeExternal, standingOf } from "./externals";

const FIX = "Remove the record: the zone group of a private endpoint writes what its zone answers.";
const LINKS = ["azurerm_private_dns_zone_virtual_network_link", "azurerm_private_dns_resolver_virtual_network_link"];
/** Records of private zones that say where something is. */
export const RECORDS = ["azurerm_private_dns_a_record", "azurerm_private_dns_aaaa_record"];
export const ALIASES = "azurerm_private_dns_cname_record";
export const NAMES = [...RECORDS, ALIASES, ...LINKS];

const isPrivateLink = (name: string | undefined) => /(?:^|\.)privatelink\./i.test(name ?? "");

/** Unique local addresses, which no host of the Internet has. @see https://www.rfc-editor.org/rfc/rfc4193 */
const LOCAL6 = /^f[cd][0-9a-f]{2}:/i;

/** Whether an address, or what it is read from, is of the environment; `undefined` when that is not known. */
function isOwn(record: Resource, to: Reference): boolean | undefined {
  if (to.kind === "resource") {
    if (to.resource.type === "azurerm_public_ip" || /public/i.test(to.attribute)) return false;
    const privately = ["azurerm_private_endpoint", "azurerm_network_interface"].includes(to.resource.type);
    return privately && to.resource.mode === "managed" ? true : undefined;
  }
  if (to.kind !== "outside") return undefined;
  if (to.id.includes(":")) return LOCAL6.test(to.id) ? undefined : false;
  return isInNetworks(record.graph, to.id);
}

/** True when every element of the list is among what it leads to. */
function isWhole(record: Resource, count: number): boolean {
  const value = record.value("records");
  return Array.isArray(value) && value.length === count;
}

function judgeAddresses(context: RuleContext, record: Resource): void {
  const addresses = record.refs("records");
  const own = addresses.map((one) => isOwn(record, one));
  const foreign = addresses.find((_, i) => own[i] === false);
  if (foreign) {
    const where = foreign.kind === "resource" ? foreign.resource.address : foreign.kind === "outside" ? foreign.id : "";
    context.fail(record, "records", `A private name leads to ${where}, outside of the environment's networks.`, {
      fix: FIX,
    });
  } else if (isWhole(record, own.length) && own.every((one) => one)) context.pass(record, "records");
  else context.unknown(record, "records", "Where a private name leads is not known before apply.");
}

function judgeAlias(context: RuleContext, record: Resource): void {
  context.expect(
    record,
    "record",
    (value) => typeof value === "string" && isPrivateLink(value),
    (value) => `A private name leads to ${value}, which is no private name.`,
  );
}

/** False for a record of another zone; the domain of the environment's apps is known when they are there. */
function mayBePrivateLink(record: Resource): boolean {
  const zone = record.value("zone_name");
  if (typeof zone === "string") return isPrivateLink(zone);
  const named = [record.ref("zone_name"), record.ref("private_dns_zone_id")].flatMap((one) =>
    one.kind === "resource" ? [one, ...one.resource.refs("name")] : [],
  );
  return !named.some((one) => one.kind === "resource" && one.resource.type === "azurerm_container_app_environment");
}

/** Judges records that somebody wrote into a zone of private endpoints: they answer before the endpoints do. */
export function judgePrivateRecords(context: RuleContext): void {
  for (const record of context.resources(...RECORDS, ALIASES)) {
    if (!mayBePrivateLink(record)) continue;
    if (record.type === ALIASES) judgeAlias(context, record);
    else judgeAddresses(context, record);
  }
}

/** Judges which networks the environment's zones answer to: a good link is said where an endpoint resolves through it. */
export function judgeZoneLinks(context: RuleContext): void {
  for (const link of context.resources(...LINKS))
    for (const to of link.refs("virtual_network_id"))
      if (to.kind === "external")
        judgeExternal(context, link, "virtual_network_id", standingOf(context, to.variable, ["network"]));
      else if (to.kind === "outside" || (to.kind === "resource" && to.resource.mode === "data"))
        context.fail(link, "virtual_network_id", "It answers a network that is not of the environment.", {
          fix: "Link zones to the environment's own network, or declare the other one under externals.",
        });
}
