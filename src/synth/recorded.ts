import type { TerraformElement } from "cdktf";

/** A setting that a reader of the plan would question, and why it is right. */
export interface RecordedDecision {
  /** Terraform address of the resource. */
  readonly address: string;
  readonly what: string;
  readonly why: string;
}

const KEY = "gatewright:decision";

/** Writes down why a resource departs from what rules expect; it ends up beside the resource in the synthesized JSON. */
export function recordDecision(resource: TerraformElement, what: string, why: string): void {
  resource.node.addMetadata(KEY, { what, why });
}

/** The decisions recorded below a construct, sorted by address. */
export function recordedDecisions(elements: readonly TerraformElement[]): RecordedDecision[] {
  return elements
    .flatMap((element) =>
      element.node.metadata
        .filter((entry) => entry.type === KEY)
        .map((entry) => ({ address: addressOf(element), ...(entry.data as { what: string; why: string }) })),
    )
    .sort((a, b) => (a.address < b.address ? -1 : a.address > b.address ? 1 : 0));
}

function addressOf(element: TerraformElement): string {
  const { terraformResourceType } = element as TerraformElement & { terraformResourceType?: string };
  return `${terraformResourceType ?? "unknown"}.${element.friendlyUniqueId}`;
}
