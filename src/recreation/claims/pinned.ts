import { imagesOf, pinning, RUNNING } from "../../plan/images";
import { asList, asObject, isObject } from "../../plan/json";
import { excludesNextMajor, isLocalSource, isPinned } from "../../plan/providers";
import type { Stack } from "../../plan/stack";
import type { Claim, Says } from "../claim";
import type { Subject } from "../subject";

const EXACT = /^=?\s*v?(\d+\.\d+\.\d+)$/;

/** The tools and images of tomorrow are those of today. */
export const pinned: Claim = {
  id: "pinned",
  title: "Terraform, providers, modules and images are pinned",
  check(subject, say) {
    const versions = new Set<string>();
    for (const stack of subject.graph.stacks) {
      terraform(stack, versions, say);
      providers(stack, versions, subject, say);
      modules(stack, say);
    }
    for (const one of [...versions].sort()) say.evidence(one);
    images(subject, say);
  },
};

function terraform({ name, terraformVersion }: Stack, versions: Set<string>, say: Says): void {
  if (terraformVersion === undefined) say.against(name, "It runs with any version of Terraform.");
  else if (!excludesNextMajor(terraformVersion))
    say.against(name, `${terraformVersion} lets an unknown major version of Terraform in.`);
  else versions.add(`Terraform ${terraformVersion}`);
}

function providers(stack: Stack, versions: Set<string>, { lockFile }: Subject, say: Says): void {
  const required = asObject(asList(asObject(asList(stack.json["terraform"])[0])["required_providers"])[0]);
  const locked = lockFile(stack.name);
  for (const name of Object.keys(asObject(stack.json["provider"]))) {
    const written = required[name];
    const constraint = isObject(written) ? written["version"] : written;
    const version = EXACT.exec(typeof constraint === "string" ? constraint.trim() : "")?.[1];
    if (version === undefined) {
      say.against(`${stack.name}/provider.${name}`, `Its version is ${String(constraint ?? "any")}, not an exact one.`);
      continue;
    }
    const held = locked === undefined ? undefined : lockedVersion(locked, name);
    if (held !== undefined && held !== version)
      say.against(`${stack.name}/provider.${name}`, `The lock file holds ${held}, the stack asks for ${version}.`);
    versions.add(`provider ${name} ${version}`);
  }
  for (const [index, settings] of asList(asObject(stack.json["provider"])["azurerm"]).entries())
    if (index === 0 && asObject(settings)["resource_provider_registrations"] === undefined)
      say.against(
        `${stack.name}/provider.azurerm`,
        "resource_provider_registrations is left to the provider, whose default changes with version 5.",
        "T40",
      );
}

/** The version that a lock file holds for a provider, by the last part of its source. */
function lockedVersion(text: string, name: string): string | undefined {
  return new RegExp(`provider "[^"]*/${name}" \\{\\s+version\\s+= "([^"]+)"`).exec(text)?.[1];
}

function modules({ name: stack, modules: all }: Stack, say: Says): void {
  for (const { name, source, version } of all) {
    const fixed =
      isLocalSource(source) || /[?&]ref=[0-9a-f]{40}\b/.test(source) || (version !== undefined && isPinned(version));
    if (!fixed) say.against(`${stack}/module.${name}`, `The module ${source} is at ${version ?? "any version"}.`);
  }
}

function images({ graph, resolved }: Subject, say: Says): void {
  const byDigest = resolved.stance.images.pinning === "digest";
  const seen = new Map<string, number>();
  for (const workload of graph.of(...RUNNING))
    for (const { image } of imagesOf(workload)) {
      const how = image === undefined ? "unknown" : pinning(image);
      if (how === "digest" || (how === "tag" && !byDigest)) seen.set(how, (seen.get(how) ?? 0) + 1);
      else if (how === "tag") say.against(workload.address, `${image} is named by tag; at this stage by digest.`);
      else say.against(workload.address, `${image ?? "An image"} has no fixed version.`);
    }
  say.evidence(`images: ${[...seen].map(([how, count]) => `${count} by ${how}`).join(", ") || "none"}`);
}
