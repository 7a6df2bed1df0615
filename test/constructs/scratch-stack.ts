import { App, DefaultTokenResolver, StringConcat, type TerraformElement, TerraformStack, Tokenization } from "cdktf";
import { ResourceGroup } from "../../constructs/resource-group";
import { type Attributes, resourcesOf } from "../../src/plan/terraform-json";
import { terraformOf } from "../../src/synth/in-memory";
import { folderWith } from "../support/folder";

/** A stack to put constructs into, with the addresses that an environment's stacks give. */
export class ScratchStack extends TerraformStack {
  readonly group = ResourceGroup.reference(
    { subscriptionId: "${var.subscription_id}" },
    {
      name: "rg",
      location: "westeurope",
      tags: { owner: "ada" },
    },
  );

  constructor() {
    super(new App({ outdir: folderWith() }), "scratch");
  }

  protected override allocateLogicalId(element: TerraformElement): string {
    const below = element.node.scopes.slice(element.node.scopes.indexOf(this) + 1).map((scope) => scope.node.id);
    return (below.at(-1) === "resource" ? below.slice(0, -1) : below).join("_");
  }

  /** A value as it is written where it is used, for example `${azurerm_public_ip.address.id}`. */
  written(value: string): string {
    const resolver = new DefaultTokenResolver(new StringConcat());
    return Tokenization.resolve(value, { scope: this, resolver, preparing: false });
  }

  /** What was synthesized, by address, without what every resource of the group has. */
  resources(): Readonly<Record<string, Attributes>> {
    this.prepareStack();
    const { json } = terraformOf(this);
    return Object.fromEntries(
      resourcesOf(json).map(({ address, attributes }) => {
        const { "//": _, location: __, resource_group_name: ___, tags: ____, ...own } = attributes;
        return [address, own];
      }),
    );
  }
}

/** Everything that is made before a resource, and so is destroyed after it. */
export function madeBefore(resources: Readonly<Record<string, Attributes>>, address: string): readonly string[] {
  const found = new Set<string>();
  const follow = (one: string) => {
    const text = JSON.stringify(resources[one]);
    for (const other of Object.keys(resources))
      if (!found.has(other) && other !== one && new RegExp(`["{]${other}[".]`).test(text)) {
        found.add(other);
        follow(other);
      }
  };
  follow(address);
  return [...found].sort();
}
