import type { TerraformElement } from "cdktf";
import { type IResourceGroup, ResourceGroup } from "../../constructs/resource-group";
import type { IIdentity } from "../../constructs/role";
import { type Attributes, resourcesOf } from "../../src/plan/terraform-json";
import { terraformOf } from "../../src/synth/in-memory";
import { type RecordedDecision, recordedDecisions } from "../../src/synth/recorded";
import { ScratchStack } from "./scratch-stack";

/** A group of another stack, so that a construct is synthesized alone. */
export const GROUP: IResourceGroup = ResourceGroup.reference(
  { subscriptionId: "s" },
  { name: "rg", location: "westeurope", tags: {} },
);

export const IDENTITY: IIdentity = { id: "/identity", name: "id-migrator", principalId: "migrator" };

/** What constructs synthesize to when nothing is around them. */
export interface Built {
  /** Every attribute but the tags, by Terraform address. */
  readonly resources: Readonly<Record<string, Attributes>>;
  readonly decisions: readonly RecordedDecision[];
}

export function built(build: (stack: ScratchStack) => void): Built {
  const stack = new ScratchStack();
  build(stack);
  stack.prepareStack();
  const resources = resourcesOf(terraformOf(stack).json).map(({ address, attributes }) => {
    const { "//": _, tags: __, ...own } = attributes;
    return [address, own] as const;
  });
  const elements = stack.node.findAll().filter((node): node is TerraformElement => "friendlyUniqueId" in node);
  return { resources: Object.fromEntries(resources), decisions: recordedDecisions(elements) };
}
