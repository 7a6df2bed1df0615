import { saysSomething } from "../../config/visible-text";
import { imagesOf, RUNNING } from "../../plan/images";
import type { Part } from "../../plan/resource";
import { originOf } from "../helpers/registries";
import { type RuleContext, rule } from "../rule";

function judgeOrigin(context: RuleContext, part: Part, attribute: string, image?: string): void {
  const { kind, host } = originOf(context.graph, part, attribute, image);
  if (kind === "own") context.pass(part, attribute);
  else if (kind === "unknown")
    context.unknown(part, attribute, "Which registry it pulls from is not known before apply.");
  else context.fail(part, attribute, `It pulls from ${host}, which is not the environment's own registry.`);
}

/** The one place that images are imported from. A plan alone does not show it. */
function judgeBuildRegistry(context: RuleContext): void {
  const { stage, supply, externals } = context.config;
  if (stage === undefined) return;
  const path = "supply.buildRegistry";
  const name = supply?.buildRegistry?.trim();
  const declared = name ? externals?.[name] : undefined;
  if (!name) context.fail("config", path, "The config does not say which registry images are imported from.");
  else if (!declared) context.fail("config", path, `The registry ${name} is not declared under externals.`);
  else if (declared.kind !== "registry")
    context.fail("config", path, `The external ${name} is of kind ${declared.kind ?? "nothing"}, not registry.`);
  else if (!saysSomething(declared.owner) || !saysSomething(declared.why))
    context.fail("config", path, `The external ${name} does not say whose it is and why.`);
  else context.pass("config", path);
}

export const sup02 = rule({
  control: "SUP-02",
  title: "What runs comes from the environment's own registry, which imports from one declared build registry",
  why: "A registry of someone else's can change, vanish or ask for money on the day a container restarts.",
  fix: "Import the image by digest and name it without a host; declare the build registry under externals.",
  severity: "high",
  since: "pre-production",
  types: [...RUNNING, "azurerm_container_registry", "azurerm_container_registry_cache_rule"],
  needs: ["plan"],
  check(context) {
    judgeBuildRegistry(context);
    for (const one of context.resources(...RUNNING)) {
      for (const { container, path, image, registry } of imagesOf(one))
        if (registry !== undefined) judgeOrigin(context, container, registry);
        else judgeOrigin(context, container, path, image);
      for (const block of ["registry", "image_registry_credential"])
        for (const registry of one.blocks(block)) judgeOrigin(context, registry, "server");
    }
    for (const one of context.resources("azurerm_container_registry_cache_rule"))
      context.fail(one, "source_repo", `It fetches ${one.text("source_repo") ?? "images"} whenever somebody asks.`, {
        fix: "Import the image by digest instead of caching what its name leads to.",
      });
  },
});
