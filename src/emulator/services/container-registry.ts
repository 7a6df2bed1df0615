import type { Service } from "../arm/behaviour";
import { Refusal } from "../arm/refusal";
import { at, fill, type Json, object, put, text } from "../json";

const REGISTRY = "Microsoft.ContainerRegistry/registries";

/** Registries, and the images that were imported into them. */
export const containerRegistry: Service = {
  types: [
    {
      type: REGISTRY,
      worldwide: {
        code: "AlreadyInUse",
        message: (name) => `The registry DNS name ${name}.azurecr.io is already in use.`,
      },
      fill: ({ azure, id, body, hidden }) => {
        hidden["images"] ??= [];
        put(body, "sku.tier", at(body, "sku.name"));
        const premium = at(body, "sku.name") === "Premium";
        fill(object(body["properties"]), {
          loginServer: `${id.name.toLowerCase()}.azurecr.io`,
          creationDate: azure.now().toISOString(),
          adminUserEnabled: false,
          anonymousPullEnabled: false,
          dataEndpointEnabled: false,
          publicNetworkAccess: "Enabled",
          networkRuleBypassOptions: "AzureServices",
          zoneRedundancy: "Disabled",
          encryption: { status: "disabled" },
          privateEndpointConnections: [],
          ...(premium ? { networkRuleSet: { defaultAction: "Allow", ipRules: [] } } : {}),
          policies: {
            quarantinePolicy: { status: "disabled" },
            trustPolicy: { type: "Notary", status: "disabled" },
            retentionPolicy: { days: 7, status: "disabled" },
            exportPolicy: { status: "enabled" },
            azureADAuthenticationAsArmPolicy: { status: "enabled" },
          },
        });
      },
    },
    {
      type: `${REGISTRY}/replications`,
      check: ({ azure, id }) => {
        if (at(azure.store.get(id.parent)?.body, "sku.name") !== "Premium")
          throw new Refusal(
            400,
            "BadRequest",
            "Replications are supported for managed registries in Premium SKU only.",
          );
      },
      fill: ({ body }) =>
        fill(object(body["properties"]), {
          zoneRedundancy: "Disabled",
          regionEndpointEnabled: true,
          status: { displayStatus: "Ready" },
        }),
    },
  ],
  actions: {
    [`${REGISTRY}/importImage`]: ({ azure, id, call, target }) => {
      const images = (target?.hidden["images"] ?? []) as string[];
      for (const tag of (call.body["targetTags"] ?? []) as string[]) images.push(tag);
      for (const repository of (call.body["untaggedTargetRepositories"] ?? []) as string[])
        images.push(`${repository}@${text(at(call.body, "source.sourceImage")).split("@")[1] ?? ""}`);
      if (target) target.hidden["images"] = images;
      return { status: 202, headers: azure.operations.begin(azure, id) };
    },
    [`${REGISTRY}/listCredentials`]: ({ target }) => {
      if (!at(target?.body, "properties.adminUserEnabled"))
        throw new Refusal(
          400,
          "AdminUserDisabled",
          `Admin user is disabled for the registry ${text(target?.body["name"])}.`,
        );
      const password = (name: string): Json => ({
        name,
        value: Buffer.from(`${target?.id} ${name}`).toString("base64"),
      });
      return { username: target?.body["name"], passwords: [password("password"), password("password2")] };
    },
    "Microsoft.ContainerRegistry/checkNameAvailability": ({ azure, call }) => {
      const taken = azure.store
        .ofType(REGISTRY)
        .some((one) => text(one.body["name"]).toLowerCase() === text(call.body["name"]).toLowerCase());
      const message = `The registry ${text(call.body["name"])} is already in use.`;
      return taken ? { nameAvailable: false, reason: "AlreadyExists", message } : { nameAvailable: true };
    },
  },
};

/** The images in a registry, as tags or digests that were imported. */
export function imagesOf(hidden: Json): readonly string[] {
  return (hidden["images"] ?? []) as string[];
}
