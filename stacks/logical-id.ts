import type { TerraformElement, TerraformStack } from "cdktf";
import type { Node } from "constructs";

/** The construct ids below a stack, joined by `_`. An asset asks with its node alone. */
export function logicalIdIn(stack: TerraformStack, asked: TerraformElement | Node): string {
  const { scopes } = "node" in asked ? asked.node : asked;
  const below = scopes.slice(scopes.indexOf(stack) + 1).map((scope) => scope.node.id);
  return (below.at(-1) === "resource" ? below.slice(0, -1) : below).join("_");
}
