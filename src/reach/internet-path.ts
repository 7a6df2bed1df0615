import type { Part } from "../plan/resource";

/** What kind of way in from the Internet a path is. */
export type PathKind =
  | "app-ingress"
  | "gateway-listener"
  | "gateway-redirect"
  | "front-door"
  | "dnat"
  | "public-address"
  | "bastion"
  | "peering"
  | "site-connection"
  | "private-link-service"
  | "static-website"
  | "public-service";

/** One path from the Internet to something of the environment. */
export interface InternetPath {
  readonly kind: PathKind;
  readonly part: Part;
  /** Attribute that opens it. */
  readonly path: string;
  /** True when whether it is open is not known before apply. */
  readonly uncertain: boolean;
  readonly says: string;
  /** The public address that a gateway's listener is on. */
  readonly address?: string;
  /** Address and port of a gateway's listener: listeners with the same one are one entry. */
  readonly entry?: string;
}

/** A path that is open, or may be. */
export function open(kind: PathKind, part: Part, path: string, says: string, uncertain = false): InternetPath {
  return { kind, part, path, says, uncertain: uncertain || part.uncertain };
}
