import { CdnFrontdoorCustomDomain } from "@cdktf/provider-azurerm/lib/cdn-frontdoor-custom-domain";
import { CdnFrontdoorEndpoint } from "@cdktf/provider-azurerm/lib/cdn-frontdoor-endpoint";
import { CdnFrontdoorOrigin } from "@cdktf/provider-azurerm/lib/cdn-frontdoor-origin";
import { CdnFrontdoorOriginGroup } from "@cdktf/provider-azurerm/lib/cdn-frontdoor-origin-group";
import { CdnFrontdoorProfile } from "@cdktf/provider-azurerm/lib/cdn-frontdoor-profile";
import { CdnFrontdoorRoute } from "@cdktf/provider-azurerm/lib/cdn-frontdoor-route";
import { Construct } from "constructs";
import { recordDecision } from "../src/synth/recorded";
import { FrontDoorFirewall } from "./front-door-firewall";
import { type EdgeOrigin, type EdgeRoute, type EdgeService, hostLabel, routedServices } from "./front-door-routing";
import type { ResourceProps } from "./resource-group";

export type { EdgeOrigin, EdgeRoute, EdgeService } from "./front-door-routing";

/** Properties of {@link FrontDoor}; the name is the profile's, 5 to 64 characters. */
export interface FrontDoorProps extends ResourceProps {
  /** Name of its endpoint, 2 to 46 characters; Azure makes the host name of it that DNS records lead to. */
  readonly endpointName: string;
  /** Name of the web application firewall's policy: letters and digits, starting with a letter. */
  readonly policyName: string;
  /** Which requests lead where; what none of them names is not answered. */
  readonly routes: readonly EdgeRoute[];
  /** Ranges that may send requests; an empty list is everybody. */
  readonly allowFrom: readonly string[];
  /** 1 to 140 characters by which whoever approves the private endpoints of the edge knows them. */
  readonly requestMessage: string;
}

/** A host name of an edge, and what proves in DNS that it is ours. */
export interface EdgeDomain {
  /** Host name that callers use. */
  readonly host: string;
  /** ARM id of the custom domain. */
  readonly id: string;
  /** Value of the TXT record `_dnsauth.<host>`, known after apply. */
  readonly validationToken: string;
  /** Until when the value is good, known after apply. */
  readonly validUntil: string;
}

/**
 * The one way in from the Internet for several regions: Front Door Premium with a web application firewall, which reaches
 * the apps by private endpoints of their environments. Nothing is cached, nobody is bound to an origin, the endpoint's own
 * host name leads nowhere. Azure waits with each private endpoint until the environment's owner approves it, and with each
 * domain until the TXT record is there; its certificate renews itself while the host is a CNAME of the endpoint.
 *
 * Apps are called by their own name and find the caller's in `X-Forwarded-Host`.
 *
 * @example
 * new FrontDoor(this, "edge", { group, name: "afd-orders", endpointName: "fde-orders", policyName: "fdfporders",
 *   allowFrom: [], requestMessage: "Front Door of orders",
 *   routes: [{ host: "orders.example", path: "/", service: { name: "web", probe: { path: "/ready" }, origins: [
 *     { location: "westeurope", fqdn, environment, state: "enabled", priority: 1 }] } }] });
 * @throws BadInput for routes that leave open who answers
 * @see https://learn.microsoft.com/azure/container-apps/front-door-custom-virtual-network-private-link
 * @see https://learn.microsoft.com/azure/frontdoor/domain
 */
export class FrontDoor extends Construct {
  /** ARM id of the profile, whose logs and metrics are those of everything in it. */
  readonly id: string;
  /** Host name that CNAME records lead to, known after apply. */
  readonly endpointHost: string;
  /** Every host name of the routes. */
  readonly domains: readonly EdgeDomain[];

  constructor(scope: Construct, id: string, props: FrontDoorProps) {
    super(scope, id);
    const { group } = props;
    const routed = routedServices(props.routes);
    const profile = new CdnFrontdoorProfile(this, "resource", {
      name: props.name,
      resourceGroupName: group.name,
      tags: { ...group.tags },
      skuName: "Premium_AzureFrontDoor",
    });
    const endpoint = new CdnFrontdoorEndpoint(this, "endpoint", {
      name: props.endpointName,
      cdnFrontdoorProfileId: profile.id,
      tags: { ...group.tags },
    });
    this.id = profile.id;
    this.endpointHost = endpoint.hostName;
    this.domains = [...new Set(routed.map(({ host }) => host))].map((host) => this.addDomain(host));
    const firewall = new FrontDoorFirewall(this, "firewall", {
      group,
      name: props.policyName,
      profile,
      domains: [endpoint, ...this.domains],
      allowFrom: props.allowFrom,
    });
    const services = new Map(routed.map(({ service }) => [service.name, service]));
    const origins = new Map([...services].map(([name, one]) => [name, this.addOrigins(one, props.requestMessage)]));
    for (const { host, service, patterns } of routed)
      new CdnFrontdoorRoute(this, `route-${service.name}-${hostLabel(host)}`, {
        name: `${service.name}-${hostLabel(host)}`,
        cdnFrontdoorEndpointId: endpoint.id,
        ...origins.get(service.name)!,
        cdnFrontdoorCustomDomainIds: this.domains.filter((one) => one.host === host).map((one) => one.id),
        patternsToMatch: [...patterns],
        supportedProtocols: ["Http", "Https"],
        httpsRedirectEnabled: true,
        forwardingProtocol: "HttpsOnly",
        linkToDefaultDomain: false,
        dependsOn: [...firewall.ready],
      });
  }

  private addDomain(host: string): EdgeDomain {
    // Without a least version: TLS 1.2 is all that Front Door has, and to name it is deprecated.
    const domain = new CdnFrontdoorCustomDomain(this, `domain-${hostLabel(host)}`, {
      name: hostLabel(host),
      cdnFrontdoorProfileId: this.id,
      hostName: host,
      tls: { certificateType: "ManagedCertificate" },
    });
    return { host, id: domain.id, validationToken: domain.validationToken, validUntil: domain.expirationDate };
  }

  private addOrigins({ name, probe, origins }: EdgeService, requestMessage: string) {
    const group = new CdnFrontdoorOriginGroup(this, `group-${name}`, {
      name,
      cdnFrontdoorProfileId: this.id,
      sessionAffinityEnabled: false,
      healthProbe: { protocol: "Https", requestType: "HEAD", path: probe.path, intervalInSeconds: 30 },
      loadBalancing: { sampleSize: 4, successfulSamplesRequired: 3, additionalLatencyInMilliseconds: 50 },
    });
    const made = origins.map((origin) => this.addOrigin(name, group.id, origin, requestMessage));
    return { cdnFrontdoorOriginGroupId: group.id, cdnFrontdoorOriginIds: made.map(({ id }) => id) };
  }

  private addOrigin(service: string, group: string, origin: EdgeOrigin, requestMessage: string): CdnFrontdoorOrigin {
    const { location, fqdn, environment, state, priority, weight, switchedBy = "nobody" } = origin;
    const made = new CdnFrontdoorOrigin(this, `origin-${service}-${location}`, {
      name: location,
      cdnFrontdoorOriginGroupId: group,
      hostName: fqdn,
      originHostHeader: fqdn,
      certificateNameCheckEnabled: true,
      enabled: state === "enabled",
      priority,
      ...(weight !== undefined && { weight }),
      privateLink: {
        targetType: "managedEnvironments",
        location,
        privateLinkTargetId: environment.id,
        requestMessage,
      },
    });
    if (switchedBy === "nobody") return made;
    made.lifecycle = { ignoreChanges: ["enabled"] };
    recordDecision(
      made,
      "ignore_changes on enabled",
      "people switch the regions when one is lost, and no apply may switch them back",
    );
    return made;
  }
}
