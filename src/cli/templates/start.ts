import type { VendoredPackage } from "../vendor/package-tarball";

/** What a new project is made for. */
export interface Start {
  /** The product's short name, for example `orders`. */
  readonly product: string;
  /** Day the POC is created, `2026-11-21`. */
  readonly created: string;
  readonly expires: string;
  /** The placeholder that the team replaces by an address of its own. */
  readonly owner: string;
  readonly location: string;
}

/** What a new project is made of. */
export interface ProjectStart extends Start {
  readonly vendored: VendoredPackage;
}
