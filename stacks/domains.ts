import { ContainerAppCustomDomain } from "@cdktf/provider-azurerm/lib/container-app-custom-domain";
import { ContainerApp } from "../constructs/container-app";
import { recordDecision } from "../src/synth/recorded";
import type { EnvironmentStack } from "./environment-stack";

/** The custom domains of public services, applied when their DNS records exist; the certificate is bound afterwards. */
export class Domains {
  constructor(stack: EnvironmentStack) {
    const { services, nameOf } = stack.environment;
    for (const { name, domain } of services) {
      if (domain === undefined) continue;
      const resource = new ContainerAppCustomDomain(stack, `domain-${name}`, {
        name: domain,
        containerAppId: ContainerApp.reference(stack.groupReference(), nameOf("container_app", name)).id,
        lifecycle: { ignoreChanges: ["certificate_binding_type", "container_app_environment_certificate_id"] },
      });
      recordDecision(
        resource,
        "ignore_changes on certificate_binding_type and container_app_environment_certificate_id",
        "the managed certificate is issued and bound by Azure after the domain is added; azurerm 4.55 has no resource for it",
      );
    }
  }
}
