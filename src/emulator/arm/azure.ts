import { createHash } from "node:crypto";
import type { Json } from "../json";
import type { ArmId } from "./id";
import type { Operations } from "./operations";
import type { Store } from "./store";

/** Who the provider signs in as, and where: worth nothing anywhere else. */
export const TENANT = "7d3a9c52-1f0e-4c6b-9a84-2e5b6f7c8d90";
export const CLIENT = "c1a5e0d4-6b7f-4e2a-8c3d-9f0b1a2c3d4e";
export const DEPLOYER = "d09e8f7a-6c5b-4a39-8271-605f4e3d2c1b";
export const EMULATED_SUBSCRIPTION = "5b0c1d2e-3f4a-4b5c-8d6e-7f8091a2b3c4";

/** What every part of the emulated Azure works on. */
export interface Azure {
  readonly store: Store;
  readonly operations: Operations;
  /** `https://127.0.0.1:<port>`, where ARM answers. */
  readonly origin: string;
  /** The moment that it is, for what depends on one: budgets, expiry. */
  readonly now: () => Date;
  /** Ids that are different for everything that is ever made, and the same in every run. */
  readonly newId: (seed: string) => string;
  /** Make or change a resource as ARM would, from within: what Azure makes by itself. */
  readonly write: (id: string, body: Json) => void;
  /** Delete a resource with what hangs on it, from within: no lock is asked. */
  readonly remove: (id: string) => void;
  /** Principals of the directory that are no managed identities of a resource. */
  readonly principals: Map<string, Principal>;
  /** True where an object id that nobody knows is taken for a principal: the directory is not emulated. */
  readonly anyPrincipal: boolean;
}

export interface Principal {
  readonly id: string;
  readonly kind: "User" | "Group" | "ServicePrincipal";
}

/** An id in the form of a GUID, from any text. */
export function guidOf(seed: string): string {
  const hex = createHash("sha256").update(seed).digest("hex");
  const variant = ((Number.parseInt(hex[16] ?? "0", 16) & 3) | 8).toString(16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** A PUT or PATCH on its way into the store. */
export interface Write {
  readonly azure: Azure;
  readonly id: ArmId;
  /** As it was sent. */
  readonly sent: Json;
  /** As it will be stored: services complete it. */
  readonly body: Json;
  /** Kept beside it, never answered. */
  readonly hidden: Json;
  /** As it was; undefined for a new one. */
  readonly before?: Json;
  /** Say that Azure takes the request and fails later: the resource stays, in the state Failed. */
  readonly failLater: (code: string, message: string) => void;
}

/** A DELETE on its way. */
export interface Deletion {
  readonly azure: Azure;
  readonly id: ArmId;
  readonly body: Json;
  readonly hidden: Json;
}
