import { guidOf, type Write } from "../arm/azure";
import type { Service } from "../arm/behaviour";
import { type ArmId, keyOf } from "../arm/id";
import { Refusal } from "../arm/refusal";
import type { Store } from "../arm/store";
import { at, fill, type Json, object, objects, put, text } from "../json";
import { imagesOf } from "./container-registry";

const ENVIRONMENT = "Microsoft.App/managedEnvironments";
const APP = "Microsoft.App/containerApps";
const JOB = "Microsoft.App/jobs";

/** Container Apps: environments with a domain and a group of their own, apps and jobs that need what they start with. */
export const containerApps: Service = {
  types: [
    {
      type: ENVIRONMENT,
      secrets: ["properties.appLogsConfiguration.logAnalyticsConfiguration.sharedKey"],
      check: ({ azure, body }) => {
        const subnet = text(at(body, "properties.vnetConfiguration.infrastructureSubnetId"));
        if (!subnet) return;
        const delegations = objects(at(azure.store.get(subnet)?.body, "properties.delegations"));
        const delegated = delegations.some(
          (one) => text(at(one, "properties.serviceName")).toLowerCase() === "microsoft.app/environments",
        );
        if (objects(at(body, "properties.workloadProfiles")).length > 0 && !delegated)
          throw new Refusal(
            400,
            "ManagedEnvironmentSubnetDelegationError",
            `The subnet of the environment must be delegated to the service 'Microsoft.App/environments'.`,
          );
      },
      fill: ({ azure, id, body, before }) => {
        const token = guidOf(id.text).slice(0, 8);
        const region = text(body["location"]);
        const profiles = objects(at(body, "properties.workloadProfiles"));
        const isPrivate = at(body, "properties.vnetConfiguration.internal") === true;
        fill(object(body["properties"]), {
          defaultDomain: at(before, "properties.defaultDomain") ?? `${words(token)}.${region}.azurecontainerapps.io`,
          staticIp: staticAddress(
            azure.store.get(text(at(body, "properties.vnetConfiguration.infrastructureSubnetId")))?.body,
          ),
          infrastructureResourceGroup: profiles.length > 0 ? `ME_${id.name}_${id.group}_${region}` : undefined,
          customDomainConfiguration: {
            customDomainVerificationId: guidOf(`verification ${id.subscription}`).replaceAll("-", "").toUpperCase(),
          },
          zoneRedundant: false,
          publicNetworkAccess: isPrivate ? "Disabled" : "Enabled",
          peerAuthentication: { mtls: { enabled: false } },
          peerTrafficConfiguration: { encryption: { enabled: false } },
          kedaConfiguration: { version: "2.17.2" },
          daprConfiguration: { version: "1.13.6" },
          eventStreamEndpoint: `https://${region}.azurecontainerapps.dev/subscriptions/${id.subscription}/resourceGroups/${id.group}/managedEnvironments/${id.name}/eventstream`,
        });
      },
      show: ({ id, body }, { store }) => {
        const connections = store.below(id).filter((one) => one.type === `${ENVIRONMENT}/privateEndpointConnections`);
        if (connections.length === 0) return body;
        const shown = connections.map((one) => one.body);
        return { ...body, properties: { ...object(body["properties"]), privateEndpointConnections: shown } };
      },
      after: ({ azure, id, body }) => {
        const group = text(at(body, "properties.infrastructureResourceGroup"));
        if (!group) return;
        const path = `/subscriptions/${id.subscription}/resourceGroups/${group}`;
        if (!azure.store.has(path)) azure.write(path, { location: text(body["location"]), managedBy: id.text });
      },
      checkDelete: ({ azure, id }) => {
        refuseWhileHeld(azure.store, id, APP, "ManagedEnvironmentHasContainerApps", "ContainerApps");
        refuseWhileHeld(azure.store, id, JOB, "ManagedEnvironmentHasContainerAppsJobs", "Container Apps Jobs");
      },
      afterDelete: ({ azure, id, body }) => {
        const group = text(at(body, "properties.infrastructureResourceGroup"));
        if (group) azure.remove(`/subscriptions/${id.subscription}/resourceGroups/${group}`);
      },
    },
    {
      type: APP,
      check: checkStart,
      fill: (write) => {
        const { body, id, azure } = write;
        hideSecretValues(write);
        fillContainers(body);
        const environment = azure.store.get(text(environmentId(body)));
        const domain = text(at(environment?.body, "properties.defaultDomain"));
        const suffix = text(at(body, "properties.template.revisionSuffix")) || azure.newId(id.text).slice(0, 7);
        const ingress = at(body, "properties.configuration.ingress");
        if (ingress) {
          const inner = object(ingress)["external"] ? "" : ".internal";
          fill(object(ingress), {
            fqdn: `${id.name}${inner}.${domain}`,
            external: false,
            transport: "Auto",
            allowInsecure: false,
            exposedPort: 0,
            traffic: [{ latestRevision: true, weight: 100 }],
          });
          if (text(object(ingress)["transport"]))
            object(ingress)["transport"] = capital(text(object(ingress)["transport"]));
        }
        fill(object(body["properties"]), {
          environmentId: environmentId(body),
          managedEnvironmentId: environmentId(body),
          workloadProfileName: "Consumption",
          runningStatus: "Running",
          latestRevisionName: `${id.name}--${suffix}`,
          latestReadyRevisionName: `${id.name}--${suffix}`,
          latestRevisionFqdn: ingress ? `${id.name}--${suffix}.${domain}` : "",
          customDomainVerificationId: at(
            environment?.body,
            "properties.customDomainConfiguration.customDomainVerificationId",
          ),
          outboundIpAddresses: [at(environment?.body, "properties.staticIp")],
          eventStreamEndpoint: `https://${text(body["location"])}.azurecontainerapps.dev/subscriptions/${id.subscription}/resourceGroups/${id.group}/containerApps/${id.name}/eventstream`,
          configuration: { activeRevisionsMode: "Single", maxInactiveRevisions: 100 },
        });
      },
    },
    {
      type: JOB,
      check: checkStart,
      fill: (write) => {
        const { body, id } = write;
        hideSecretValues(write);
        fillContainers(body);
        fill(object(body["properties"]), {
          environmentId: environmentId(body),
          workloadProfileName: "Consumption",
          outboundIpAddresses: [],
          eventStreamEndpoint: `https://${text(body["location"])}.azurecontainerapps.dev/subscriptions/${id.subscription}/resourceGroups/${id.group}/jobs/${id.name}/eventstream`,
        });
      },
    },
    // The endpoint may be in a subscription of somebody else.
    { type: `${ENVIRONMENT}/privateEndpointConnections`, put: "merge", mayBeAbsent: () => true },
    { type: `${ENVIRONMENT}/certificates` },
    { type: `${ENVIRONMENT}/storages` },
    { type: `${ENVIRONMENT}/daprComponents` },
  ],
  actions: {
    [`${APP}/listSecrets`]: ({ target }): Json => ({ value: target?.hidden["secrets"] ?? [] }),
    [`${JOB}/listSecrets`]: ({ target }): Json => ({ value: target?.hidden["secrets"] ?? [] }),
    [`${JOB}/start`]: ({ azure, id, target }) => {
      const name = `${text(target?.body["name"])}-${azure.newId(id.text).slice(0, 7)}`;
      azure.write(`${id.parent}/executions/${name}`, { properties: { status: "Succeeded" } });
      return { name, id: `${id.parent}/executions/${name}` };
    },
  },
};

function environmentId(body: Json): unknown {
  return at(body, "properties.managedEnvironmentId") ?? at(body, "properties.environmentId");
}

/**
 * An environment stays as long as it holds something.
 *
 * @see https://github.com/microsoft/azure-container-apps/issues/1012 the same sentence, about builders
 */
function refuseWhileHeld(
  store: Store,
  { text: environment, name }: ArmId,
  type: string,
  code: string,
  noun: string,
): void {
  const inside = store.ofType(type).filter((one) => environmentOf(one.body) === keyOf(environment));
  if (inside.length > 0)
    throw new Refusal(
      409,
      code,
      `The specified environment ${name} cannot be deleted because it still contains ${inside.length} ${noun}.`,
    );
}

function environmentOf(body: Json): string {
  return keyOf(text(environmentId(body)));
}

/**
 * What has to be there when an app or job is written: the secrets that it refers to, and the images of a registry of Azure.
 *
 * @see https://github.com/microsoft/azure-container-apps/issues/1159 references are read when the app is written
 */
function checkStart(write: Write): void {
  const { azure, body, failLater, id } = write;
  const vaultSecrets = objects(at(body, "properties.configuration.secrets")).filter((one) => one["keyVaultUrl"]);
  for (const one of vaultSecrets) {
    const [, vault, name] =
      /^https:\/\/([^.]+)\.vault\.azure\.net\/secrets\/([^/]+)/i.exec(text(one["keyVaultUrl"])) ?? [];
    const found = azure.store
      .ofType("Microsoft.KeyVault/vaults")
      .find((resource) => text(resource.body["name"]) === vault);
    if (!found || !azure.store.has(`${found.id}/secrets/${name}`))
      throw new Refusal(
        400,
        "InvalidParameterValueInContainerTemplate",
        `The following field(s) are either invalid or missing. Field 'configuration.secrets' is invalid with details: 'Invalid value: "${text(one["name"])}": Unable to get value using Managed identity ${text(one["identity"])} for secret ${text(one["name"])}. Error: unable to fetch secret '${name}' from '${vault}'.'.`,
      );
  }
  for (const container of [
    ...objects(at(body, "properties.template.containers")),
    ...objects(at(body, "properties.template.initContainers")),
  ]) {
    const [, server, image] = /^([^/]+)\.azurecr\.io\/(.+)$/i.exec(text(container["image"])) ?? [];
    if (!server || !image) continue;
    const registry = azure.store
      .ofType("Microsoft.ContainerRegistry/registries")
      .find((resource) => text(resource.body["name"]).toLowerCase() === server.toLowerCase());
    const has =
      registry && imagesOf(registry.hidden).some((one) => one === image || one === image.replace(/:[^:@]+@/, "@"));
    if (!has)
      failLater(
        "InvalidParameterValueInContainerTemplate",
        `The following field(s) are either invalid or missing. Field 'template.containers.${text(container["name"])}.image' is invalid with details: 'Invalid value: "${text(container["image"])}": GET https:: MANIFEST_UNKNOWN: manifest tagged by "${image.split(":").at(-1)}" is not found; map[Tag:${image.split(":").at(-1)}]' (${id.name}).`,
      );
  }
}

/** Values of secrets are taken and not told, but for those who list them. */
function hideSecretValues({ body, hidden }: Write): void {
  const secrets = objects(at(body, "properties.configuration.secrets"));
  hidden["secrets"] = structuredClone(secrets);
  for (const one of secrets) delete one["value"];
}

function fillContainers(body: Json): void {
  for (const container of objects(at(body, "properties.template.containers"))) {
    const memory = text(at(container, "resources.memory"));
    if (memory)
      put(
        container,
        "resources.ephemeralStorage",
        at(container, "resources.ephemeralStorage") ?? ephemeral(Number(at(container, "resources.cpu") ?? 0)),
      );
  }
}

/** @see https://learn.microsoft.com/en-us/azure/container-apps/storage-mounts#ephemeral-storage */
function ephemeral(cpu: number): string {
  if (cpu <= 0.25) return "1Gi";
  if (cpu <= 0.5) return "2Gi";
  return cpu <= 1 ? "4Gi" : "8Gi";
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

/** The name that Azure gives an environment's domain, made from its token. */
function words(token: string): string {
  return `calmsea-${token}`;
}

function staticAddress(subnet: Json | undefined): string {
  const prefix = text(at(subnet, "properties.addressPrefix"));
  const [a, b, c, d] = prefix.split("/")[0]?.split(".").map(Number) ?? [];
  return prefix && d !== undefined ? `${a}.${b}.${c}.${d + 10}` : "203.0.113.10";
}
