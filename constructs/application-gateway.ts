import {
  type ApplicationGatewayRewriteRuleSet,
  ApplicationGateway as AzureApplicationGateway,
} from "@cdktf/provider-azurerm/lib/application-gateway";
import { Construct } from "constructs";
import { FRONTEND, type GatewayRoute, gatewayRouting } from "./application-gateway-routing";
import type { IVault } from "./key-vault";
import { PublicIp } from "./public-ip";
import type { IResource } from "./references";
import type { ResourceProps } from "./resource-group";
import type { ISubnet } from "./virtual-network";
import { WebFirewall } from "./web-firewall";

export type { GatewayBackend, GatewayRoute } from "./application-gateway-routing";

/** Properties of {@link ApplicationGateway}. */
export interface ApplicationGatewayProps extends ResourceProps {
  /** Name of its public address. */
  readonly publicIpName: string;
  /** Name of the web application firewall's policy. */
  readonly policyName: string;
  /** A subnet that holds nothing else. */
  readonly subnet: ISubnet;
  /** The user-assigned identity that reads the certificate. */
  readonly identity: IResource;
  /** The vault, and the secret in it that holds the certificate as PFX: a renewed one is taken up within hours. */
  readonly certificate: { readonly vault: IVault; readonly secret: string };
  /** Which requests lead where; what none of them names is not answered. */
  readonly routes: readonly GatewayRoute[];
  /** Availability zones, for example `["1", "2", "3"]`; an empty list names none. */
  readonly zones: readonly string[];
  /** Instances: `min` 0 to 100, `max` 2 to 125. */
  readonly capacity: { readonly min: number; readonly max: number };
  /** Ranges that may send requests; an empty list is everybody. */
  readonly allowFrom: readonly string[];
}

/** TLS 1.2 and 1.3 with the strictest of Azure's sets of ciphers. */
const TLS_POLICY = "AppGwSslPolicy20220101S";

/**
 * Backends are called by their own name and learn the caller's here. What a caller says about itself is thrown away: the
 * gateway is the first that it meets.
 */
const HEADERS: ApplicationGatewayRewriteRuleSet = {
  name: FRONTEND.headers,
  rewriteRule: [
    {
      name: "forwarded",
      ruleSequence: 100,
      requestHeaderConfiguration: [
        { headerName: "X-Forwarded-Host", headerValue: "{var_host}" },
        { headerName: "X-Forwarded-For", headerValue: "{var_client_ip}" },
        { headerName: "Forwarded", headerValue: "" },
      ],
    },
  ],
};

/**
 * The one way in from the Internet: HTTPS with a web application firewall, to services that only the network reaches. Port
 * 80 sends callers to HTTPS and does nothing else. The gateway resolves the backends and the vault through the network it
 * is in, and reads the certificate when it is created.
 *
 * @example
 * new ApplicationGateway(this, "gateway", { group, name: "agw-orders", publicIpName: "pip-orders", policyName: "waf-orders",
 *   subnet, identity, certificate: { vault, secret: "entry-certificate" }, zones: ["1", "2", "3"],
 *   capacity: { min: 2, max: 10 }, allowFrom: [],
 *   routes: [{ host: "orders.example", path: "/", backend: { name: "web", fqdn, probe: { path: "/", statuses: ["200-399"] } } }] });
 * @throws BadInput for routes that leave open who answers
 * @see https://learn.microsoft.com/azure/container-apps/waf-app-gateway
 * @see https://learn.microsoft.com/azure/application-gateway/key-vault-certs
 */
export class ApplicationGateway extends Construct {
  readonly id: string;
  /** The public IPv4 address, known after apply. */
  readonly address: string;

  constructor(scope: Construct, id: string, props: ApplicationGatewayProps) {
    super(scope, id);
    const { group, zones, capacity, certificate } = props;
    const ready = props.subnet.ready ?? [];
    const address = new PublicIp(this, "address", { group, name: props.publicIpName, zones });
    const firewall = new WebFirewall(this, "firewall", { group, name: props.policyName, allowFrom: props.allowFrom });
    const gateway = new AzureApplicationGateway(this, "resource", {
      name: props.name,
      resourceGroupName: group.name,
      location: group.location,
      tags: { ...group.tags },
      ...(zones.length > 0 && { zones: [...zones] }),
      sku: { name: "WAF_v2", tier: "WAF_v2" },
      autoscaleConfiguration: { minCapacity: capacity.min, maxCapacity: capacity.max },
      enableHttp2: true,
      firewallPolicyId: firewall.id,
      identity: { type: "UserAssigned", identityIds: [props.identity.id] },
      sslPolicy: { policyType: "Predefined", policyName: TLS_POLICY },
      sslCertificate: [
        { name: FRONTEND.certificate, keyVaultSecretId: certificate.vault.secretUri(certificate.secret) },
      ],
      gatewayIpConfiguration: [{ name: "subnet", subnetId: props.subnet.id }],
      frontendIpConfiguration: [{ name: FRONTEND.address, publicIpAddressId: address.id }],
      frontendPort: [
        { name: FRONTEND.https, port: 443 },
        { name: FRONTEND.http, port: 80 },
      ],
      rewriteRuleSet: [HEADERS],
      ...gatewayRouting(props.routes),
      ...(ready.length > 0 && { dependsOn: [...ready] }),
    });
    this.id = gateway.id;
    this.address = address.address;
  }
}
