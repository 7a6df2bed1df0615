import { TerraformVariable } from "cdktf";
import type { EnvironmentStack } from "./environment-stack";

/**
 * The domain of a region's apps, which Azure makes up when the platform is created: a variable.
 *
 * @param code  whose region is not the stack's own. @default the environment's first
 */
export function appsDomain(
  stack: EnvironmentStack,
  elsewhere?: { readonly code: string; readonly location: string },
): string {
  const location = elsewhere?.location ?? stack.environment.location;
  const name = elsewhere ? `apps_domain_${elsewhere.code}` : "apps_domain";
  const pattern = `^[a-z0-9-]+\\\\.${location}\\\\.azurecontainerapps\\\\.io$`;
  return new TerraformVariable(stack, name, {
    type: "string",
    description: elsewhere
      ? `Domain of the apps in ${location}: the output apps_domain of its platform.`
      : "Domain of the apps: the platform's output apps_domain.",
    validation: [
      {
        condition: `\${can(regex("${pattern}", var.${name}))}`,
        errorMessage: elsewhere
          ? `${name} must be the output apps_domain of the platform in ${location}.`
          : "apps_domain must be the platform's output apps_domain.",
      },
    ],
  }).stringValue;
}
