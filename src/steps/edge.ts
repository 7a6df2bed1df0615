import type { ResolvedHardened, ResolvedScale } from "../config/resolve";
import type { Step } from "./step";

/** The regions that the edge reaches from its first day on. */
function reached(environment: ResolvedScale): readonly ResolvedHardened[] {
  const { mode, second } = environment.scale;
  return mode === "cold-standby" ? [environment] : [environment, second];
}

/** The edge is named after the second region: its group can still be changed when the first one is lost. */
function profileOf({ scale: { second } }: ResolvedScale): string {
  return `--resource-group ${second.nameOf("resource_group", "edge")} --profile-name ${second.nameOf("cdn_frontdoor_profile")}`;
}

/** Names of Front Door have no dots. */
const labelOf = (host: string) => host.replaceAll(".", "-");

/**
 * The edge, the names that lead to it, and the gateway that goes. Callers change over with the DNS records alone: until then
 * nothing of the edge is used, and for a time to live after it the gateway still answers.
 *
 * @param apply  the step that applies a stack
 */
export function edge(environment: ResolvedScale, apply: (role: string, why: string) => Step): Step[] {
  const { name, scale } = environment;
  const hosts = [...new Set(environment.entry.routes.map(({ host }) => host))];
  const profile = profileOf(environment);
  const terraform = `terraform -chdir=stacks/${name}-edge`;
  return [
    apply("edge", "Front Door with its filter. It asks each region's container environment for a private endpoint."),
    approve(environment),
    {
      id: "prove-names",
      title: "Prove to the edge that the host names are ours",
      why: "The zone is the company's: each host name needs the printed TXT record. The edge then issues a certificate, which takes minutes to hours; the values end after some days, and are new then.",
      commands: [
        `${terraform} output -json domain_proofs | jq -r 'to_entries[] | "_dnsauth.\\(.key). 300 TXT \\(.value)"'`,
        ...hosts.map(
          (host) =>
            `until [ "$(az afd custom-domain show ${profile} --custom-domain-name ${labelOf(host)} --query domainValidationState --output tsv)" = Approved ]; do echo "${host} is not proved yet"; sleep 60; done`,
        ),
      ],
    },
    {
      id: "look-at-edge",
      title: "Look at it through the edge before anybody else does",
      why: "Each host name is asked at the edge, without a DNS record that leads there. An app hears its own name as the host, and finds the caller's in X-Forwarded-Host.",
      commands: [
        `EDGE="$(${terraform} output -raw entry_host)"`,
        ...hosts.map(
          (host) =>
            `curl --silent --show-error --output /dev/null --write-out '%{http_code} %{url_effective}\\n' --connect-to "${host}:443:$EDGE:443" "https://${host}/"`,
        ),
      ],
    },
    {
      id: "move-names",
      title: "Lead the host names to the edge",
      why: `Each host name gets a CNAME record instead of its A record, with a time to live of 300 seconds. A name at the top of a zone takes none: it needs an alias record, or a zone that flattens CNAME records. The certificate renews itself as long as the record leads here. Planned for ${scale.edge.cutOver}.`,
      purpose: "names",
      commands: [
        `EDGE="$(${terraform} output -raw entry_host)"`,
        `for host in ${hosts.join(" ")}; do echo "$host. 300 CNAME $EDGE."; done`,
      ],
    },
    {
      ...apply(
        "entry",
        "Wait a day for caches of the old records. The stack has nothing in it any more, so that its plan destroys the gateway, its address and its alerts, and nothing else.",
      ),
      title: "Take the gateway away",
    },
  ];
}

/** Nobody but the owner of the environment lets the edge in, and the provider cannot. */
function approve(environment: ResolvedScale): Step {
  const ours = `contains(properties.privateLinkServiceConnectionState.description, 'Front Door of ${environment.name}')`;
  const pending = "properties.privateLinkServiceConnectionState.status=='Pending'";
  return {
    id: "approve-edge",
    title: "Let the edge in",
    why: "Each container environment approves the private endpoints that the edge asked for, and no others: those with our message. There may be several a region; wait five minutes and run it again until it prints nothing.",
    commands: reached(environment).flatMap((region) => {
      const group = region.nameOf("resource_group");
      const apps = region.nameOf("container_app_environment");
      return [
        `ENVIRONMENT="$(az containerapp env show --resource-group ${group} --name ${apps} --query id --output tsv)"`,
        `for connection in $(az network private-endpoint-connection list --id "$ENVIRONMENT" --query "[?${pending} && ${ours}].id" --output tsv); do az network private-endpoint-connection approve --id "$connection" --description 'Front Door of ${environment.name}' --query properties.privateLinkServiceConnectionState.status --output tsv; done`,
      ];
    }),
  };
}

/** Switches what the edge asks: on in one region, off in the other. */
export function switchOrigins(environment: ResolvedScale, to: ResolvedHardened, from: ResolvedHardened): string[] {
  const { entry } = environment;
  const profile = profileOf(environment);
  const services = [...new Set(entry.routes.map(({ service }) => service))].sort();
  const set = (service: string, { location }: ResolvedHardened, state: "Enabled" | "Disabled") =>
    `az afd origin update ${profile} --origin-group-name ${service} --origin-name ${location} --enabled-state ${state} --output none`;
  // First the one that answers: with none on, callers get nothing.
  return services.flatMap((service) => [set(service, to, "Enabled"), set(service, from, "Disabled")]);
}
