import type { TerraformResource } from "cdktf";
import { ignoredAs, leftAlone } from "../src/replacement/left-alone";
import { recordDecision } from "../src/synth/recorded";

/**
 * Lets Terraform ignore what Azure or an operator changes on a resource that holds data, where to change it back would
 * replace the resource, and writes down why. What is ignored counts when the resource is made, and not again.
 *
 * @see src/replacement/own-data.ts
 */
export function leaveAlone(resource: TerraformResource): void {
  const type = resource.terraformResourceType;
  const attributes = resource.toTerraform().resource[type][resource.friendlyUniqueId] as Record<string, unknown>;
  const found = leftAlone(type, (argument) => attributes[argument]);
  const ignored = (all: typeof found) => [...new Set(all.map(({ argument }) => ignoredAs(argument)))];
  if (found.length === 0) return;
  resource.lifecycle = { ...resource.lifecycle, ignoreChanges: ignored(found) };
  for (const why of new Set(found.map((one) => one.why)))
    recordDecision(resource, `ignore_changes on ${ignored(found.filter((one) => one.why === why)).join(" and ")}`, why);
}
