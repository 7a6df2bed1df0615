import type { ResolvedEnvironment } from "../config/resolve";
import type { Step } from "./step";

/**
 * Custom domains in the order that Azure needs: the DNS records, then the domain, then a certificate that Azure issues and
 * renews. azurerm 4.55 has no resource for that certificate, so binding it is a command.
 *
 * @see https://learn.microsoft.com/azure/container-apps/custom-domains-managed-certificates
 */
export function domains(environment: ResolvedEnvironment, apply: (why: string) => Step): Step[] {
  const bound = environment.services.filter(({ domain }) => domain !== undefined);
  if (bound.length === 0) return [];
  const group = environment.nameOf("resource_group");
  const apps = environment.nameOf("container_app_environment");
  const app = (service: string) => environment.nameOf("container_app", service);
  return [
    {
      id: "dns-records",
      title: "Create the DNS records",
      why: "Each domain needs a CNAME to its app and a TXT record `asuid.<domain>` with the verification id; the commands print both.",
      purpose: "names",
      commands: bound.map(
        ({ name, domain }) =>
          `az containerapp show --name ${app(name)} --resource-group ${group} --query "{domain: '${domain}', cname: properties.configuration.ingress.fqdn, asuid: properties.customDomainVerificationId}"`,
      ),
    },
    apply("The domains, now that DNS proves that they are yours."),
    {
      id: "bind-certificates",
      title: "Bind the certificates",
      why: "Azure issues a certificate for each domain and renews it.",
      purpose: "names",
      commands: bound.map(
        ({ name, domain }) =>
          `az containerapp hostname bind --name ${app(name)} --resource-group ${group} --environment ${apps} --hostname ${domain} --validation-method CNAME`,
      ),
    },
  ];
}
