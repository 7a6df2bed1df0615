import type { Resource } from "./resource";

/** Where a reference leads. */
export type Reference =
  /** A resource of the environment; `below` is what the id names beneath it, for example `/secrets/payment-key`. */
  | { readonly kind: "resource"; readonly resource: Resource; readonly attribute: string; readonly below?: string }
  /** A declared Terraform variable. */
  | { readonly kind: "external"; readonly variable: string }
  /** A literal id that names nothing in the environment. */
  | { readonly kind: "outside"; readonly id: string }
  /** Not known before apply, or not resolvable. */
  | { readonly kind: "unknown"; readonly text: string };

/** A value that is set, defaulted by the provider, absent, or not known before apply. */
export type Read =
  | { readonly state: "known"; readonly value: unknown; readonly defaulted: boolean }
  | { readonly state: "absent" }
  | { readonly state: "unknown"; readonly text: string };

/** Stands for a value that is not known before apply. */
export const UNKNOWN: unique symbol = Symbol("unknown until apply");

/** True when the reference leads to this resource. */
export function leadsTo(reference: Reference, resource: Resource): boolean {
  return reference.kind === "resource" && reference.resource === resource;
}

/** A reference as words: an address, a variable, a literal id. */
export function describe(reference: Reference): string {
  switch (reference.kind) {
    case "resource":
      return reference.resource.address + (reference.below ?? "");
    case "external":
      return `var.${reference.variable}`;
    case "outside":
      return reference.id;
    default:
      return reference.text || "a value that is not known yet";
  }
}
