import { type Azure, type Deletion, guidOf, type Write } from "../arm/azure";
import { type ArmId, keyOf, parseId, within } from "../arm/id";
import { Refusal } from "../arm/refusal";
import { at, type Json, object, text } from "../json";

const ORIGIN = "Microsoft.Cdn/profiles/originGroups/origins";
const SUBSCRIPTION = "/subscriptions/00000000-0000-0000-0000-00000000afd0";

const refused = (says: string) => new Refusal(400, "BadRequest", says);
const targetOf = (body: Json) => text(at(body, "properties.sharedPrivateLinkResource.privateLink.id"));

/** `…/profiles/x/originGroups/g/origins/o` → `…/profiles/x`. */
const profileOf = (origin: string) => origin.split("/").slice(0, -4).join("/");

/**
 * An origin by private link: of a Premium profile, with a certificate that is checked, to an environment that nobody reaches
 * by the Internet.
 *
 * @see https://learn.microsoft.com/azure/container-apps/private-endpoints-with-dns
 */
export function checkPrivateLink({ azure, id, body }: Write): void {
  if (!targetOf(body)) return;
  if (at(azure.store.get(profileOf(id.text))?.body, "sku.name") !== "Premium_AzureFrontDoor")
    throw refused("Private link is supported for Premium_AzureFrontDoor only.");
  if (at(body, "properties.enforceCertificateNameCheck") === false)
    throw refused("The certificate name check must be enabled for an origin by private link.");
  const target = azure.store.get(targetOf(body));
  if (target?.type !== "Microsoft.App/managedEnvironments") return;
  if (at(body, "properties.sharedPrivateLinkResource.groupId") !== "managedEnvironments")
    throw refused("The group of a container apps environment is managedEnvironments.");
  if (at(target.body, "properties.publicNetworkAccess") !== "Disabled")
    throw refused("Private endpoints of an environment need its public network access to be disabled.");
}

/**
 * One connection for a profile, a target and its group, however many origins need it; it waits for whoever owns the target.
 *
 * @see https://learn.microsoft.com/azure/frontdoor/private-link
 */
function connectionOf(id: ArmId, body: Json): string | undefined {
  const target = targetOf(body);
  if (!target) return undefined;
  const link = object(at(body, "properties.sharedPrivateLinkResource"));
  const key = [
    keyOf(profileOf(id.text)),
    keyOf(target),
    text(link["groupId"]),
    text(link["privateLinkLocation"]),
  ].join();
  return `${target}/privateEndpointConnections/${guidOf(key)}`;
}

export function connectOrigin({ azure, id, body, before }: Write): void {
  const connection = connectionOf(id, body);
  const former = before && connectionOf(id, before);
  if (former && former !== connection) drop(azure, former, id);
  if (!connection || azure.store.has(connection)) return;
  const link = object(at(body, "properties.sharedPrivateLinkResource"));
  azure.write(connection, {
    properties: {
      // It lies in a subscription of Azure's own.
      privateEndpoint: {
        id: `${SUBSCRIPTION}/resourceGroups/afd/providers/Microsoft.Network/privateEndpoints/${connection.split("/").at(-1)}`,
      },
      groupIds: [link["groupId"]],
      privateLinkServiceConnectionState: {
        status: "Pending",
        description: link["requestMessage"],
        actionsRequired: "None",
      },
    },
  });
}

export function disconnectOrigin({ azure, id, body }: Deletion): void {
  const connection = connectionOf(id, body);
  if (connection) drop(azure, connection, id);
}

/** A connection goes with the last origin of the profile that needs it. */
function drop(azure: Azure, connection: string, id: ArmId): void {
  const isNeeded = azure.store.ofType(ORIGIN).some((one) => {
    const other = keyOf(one.id) !== keyOf(id.text) && within(one.id, profileOf(id.text)) ? parseId(one.id) : undefined;
    return other && connectionOf(other, one.body) === connection;
  });
  if (!isNeeded) azure.remove(connection);
}
