import type { HoldsData } from "../azure/holds";
import type { Forced } from "./force-new";

/** One argument that differs; `undefined` where a side has it not. */
export interface ArgumentChange {
  readonly path: string;
  readonly before: unknown;
  readonly after: unknown;
  /** Set where Terraform ignores the change: what is running keeps its own. @default it is made */
  readonly ignored?: true;
}

/** Why a resource cannot be changed in place, or perhaps cannot. */
export interface Replacement extends Forced {
  /** The provider's documentation. */
  readonly link: string;
}

/** A resource that both sides have, and that differs. */
export interface ResourceChange {
  readonly stack: string;
  readonly address: string;
  readonly type: string;
  readonly arguments: readonly ArgumentChange[];
  /** Empty where the change is made in place. */
  readonly replaces: readonly Replacement[];
  /** Set for a type of which azurerm's schema does not say what replaces it. @default it says so */
  readonly unread?: true;
  /** True where its replacement loses data, unless it is restored. */
  readonly holdsData: HoldsData;
}

/** What becomes of a resource that differs. */
export type Fate = "changed in place" | "replaced" | "may be replaced" | "not known whether";

export function fateOf({ replaces, unread }: Pick<ResourceChange, "replaces" | "unread">): Fate {
  if (replaces.some(({ perhaps }) => !perhaps)) return "replaced";
  if (replaces.length > 0) return "may be replaced";
  return unread ? "not known whether" : "changed in place";
}
