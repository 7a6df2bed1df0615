import type { Call, Reply } from "../http";
import { type Azure, TENANT } from "./azure";
import type { Service } from "./behaviour";
import { GROUP, parseId, sameType, within } from "./id";
import { refuseWhatLocksCover } from "./locks";
import { NAMESPACES } from "./operations";
import { groupNotFound, Refusal } from "./refusal";

/** Resource groups: they hold resources and are deleted with what they hold. */
export const groups: Service = {
  types: [
    {
      type: GROUP,
      check: ({ body, id, before }) => {
        if (!body["location"])
          throw new Refusal(400, "LocationRequired", "The location property is required for this definition.");
        if (before && before["location"] !== body["location"])
          throw new Refusal(
            409,
            "InvalidResourceGroupLocation",
            `Invalid resource group location '${body["location"]}'. The Resource group already exists in location '${before["location"]}' (${id.text}).`,
          );
      },
      checkDelete: ({ azure, id }) => refuseWhatLocksCover(azure.store, id, "delete"),
      put: "merge",
    },
  ],
};

/** What is asked of a subscription or a group and is no resource: what it holds, its providers. */
export function lists(call: Call, azure: Azure): Reply | undefined {
  const held = /^(\/subscriptions\/[^/]+(?:\/resourceGroups\/([^/]+))?)\/resources$/i.exec(call.path);
  if (call.method === "GET" && held?.[1]) {
    if (held[2] && !azure.store.has(held[1])) return groupNotFound(held[2]).reply();
    return { status: 200, body: { value: resourcesIn(azure, held[1]) } };
  }
  const subscription = /^\/subscriptions\/([^/]+)$/i.exec(call.path)?.[1];
  if (call.method === "GET" && subscription) return { status: 200, body: subscriptionBody(subscription) };
  const provider = /^\/subscriptions\/([^/]+)\/providers(?:\/([^/]+)(?:\/(register|unregister))?)?$/i.exec(call.path);
  if (provider?.[2]) return { status: 200, body: providerBody(provider[1] ?? "", provider[2]) };
  if (provider) return { status: 200, body: { value: NAMESPACES.map((one) => providerBody(provider[1] ?? "", one)) } };
  return undefined;
}

/** What the list of a group shows: tracked resources, no children and nothing that hangs on another. */
function resourcesIn(azure: Azure, scope: string): object[] {
  return azure.store
    .all()
    .filter((one) => within(one.id, scope) && isTracked(one.id))
    .map(({ id, body, type }) => ({
      id,
      name: body["name"],
      type,
      location: body["location"],
      tags: body["tags"] ?? {},
    }));
}

function isTracked(id: string): boolean {
  const parsed = parseId(id);
  return (
    parsed?.group !== undefined &&
    !sameType(parsed.type, GROUP) &&
    parsed.type.split("/").length === 2 &&
    /\/resourceGroups\/[^/]+$/i.test(parsed.parent) &&
    !/^Microsoft\.(Authorization|Consumption|Resources)\//i.test(parsed.type)
  );
}

function subscriptionBody(subscription: string): object {
  return {
    id: `/subscriptions/${subscription}`,
    subscriptionId: subscription,
    displayName: "emulated",
    state: "Enabled",
    tenantId: TENANT,
    subscriptionPolicies: { quotaId: "PayAsYouGo_2014-09-01", spendingLimit: "Off" },
  };
}

const providerBody = (subscription: string, namespace: string): object => ({
  id: `/subscriptions/${subscription}/providers/${namespace}`,
  namespace,
  registrationState: "Registered",
  resourceTypes: [],
});
