import type { ResolvedEnvironment } from "../config/resolve";
import { hardenedConfig } from "./hardened";
import type { Step } from "./step";

/** Public addresses of one generation: entry, firewall, its management, VPN. */
const PUBLIC_ADDRESSES = 4;

/** What a subscription or a region may refuse after three quarters of an hour of applying; asked for before. */
export function preflight(environment: ResolvedEnvironment): Step[] {
  if (!hardenedConfig(environment)) return [];
  const { location, stores, stance } = environment;
  const sizes = new Set(
    stores.flatMap((one) => (one.type === "postgresql" ? [one.sku.replace(/^(?:B|GP|MO)_/, "")] : [])),
  );
  const zones = stance.apps.redundancy === "zones" ? " The region must have three zones." : "";
  return [
    {
      id: "preflight",
      title: "See that the subscription has room",
      why: `A quota stops an apply half-way. A generation takes ${PUBLIC_ADDRESSES} public Standard addresses, a firewall, a VPN gateway, an application gateway and a Container Apps environment; a recreation has two generations side by side.${zones} A database size that the region does not offer ends the step.`,
      commands: [
        `az network list-usages --location ${location} --query "[?contains(name.value, 'PublicIP') || contains(name.value, 'PublicIp')].{what: localName, used: currentValue, limit: limit}" --output table`,
        `az containerapp list-usages --location ${location} --output table`,
        `az account list-locations --query "[?name=='${location}'].availabilityZoneMappings[].logicalZone" --output tsv`,
        ...[...sizes]
          .sort()
          .map(
            (size) =>
              `case "$(az postgres flexible-server list-skus --location ${location} --output json)" in *'"${size}"'*) echo "${size} is offered in ${location}";; *) echo "${size} is not offered in ${location}." >&2; false;; esac`,
          ),
      ],
    },
  ];
}
