import type { CustomerPromise } from "./promise";

/**
 * What rules read of an environment's config. Every field is optional so that a config of any stage, or one that is
 * only half answered, can be judged; the schemas in `src/config` decide what a valid config is.
 */
export interface ConfigView {
  readonly workload?: string;
  readonly stage?: string;
  readonly location?: string;
  readonly owner?: string;
  readonly created?: string;
  readonly expires?: string;
  readonly reviewBy?: string;
  /** Object id of the Entra group that works on a POC. */
  readonly team?: string;
  readonly generation?: number;
  readonly foundation?: string;
  readonly subscription?: string;
  readonly monthlyBudget?: number;
  readonly residency?: readonly string[];
  readonly network?: string;
  readonly operatorsFrom?: readonly string[];
  readonly decisions?: Readonly<Record<string, unknown>>;
  readonly logging?: { readonly personalData?: string; readonly owner?: string };
  readonly support?: { readonly contact?: string; readonly hours?: string };
  readonly privacy?: { readonly role?: string; readonly contact?: string };
  readonly services?: Readonly<Record<string, ServiceView>>;
  readonly stores?: Readonly<Record<string, StoreView>>;
  readonly externals?: Readonly<Record<string, ExternalView>>;
  /** Classification of the data of a POC. */
  readonly data?: string;
  readonly notSecret?: readonly { readonly path?: string; readonly why?: string }[];
  readonly waivers?: readonly unknown[];
  readonly promotion?: {
    readonly from?: string;
    readonly digest?: string;
    readonly answers?: string;
    readonly by?: string;
    readonly decided?: string;
    readonly why?: Readonly<Record<string, string>>;
    readonly cost?: { readonly before?: number; readonly after?: number };
  };
  readonly releases?: { readonly rollback?: string };
  readonly previous?: {
    readonly data?: string;
    readonly destroyBy?: string;
    readonly migration?: { readonly owner?: string; readonly date?: string; readonly runbook?: string };
  };
  /** From Pre-Production: the one way in. `routes` leads a path, or host and path, to a public service. */
  readonly entry?: {
    readonly host?: string;
    readonly certificate?: string;
    readonly allowFrom?: readonly string[];
    readonly routes?: Readonly<Record<string, string>>;
  };
  /** From Pre-Production: `audience` names an external of kind `vpn-audience`. */
  readonly vpn?: { readonly pool?: string; readonly audience?: string };
  readonly egress?: { readonly sku?: string; readonly allow?: Readonly<Record<string, EgressView>> };
  readonly access?: {
    /** Object ids of Entra groups. */
    readonly readers?: string;
    readonly operators?: string;
    readonly approvers?: string;
    readonly breakGlass?: string;
    /** How operators hold their roles: activated when needed, or always. */
    readonly writers?: "eligible" | "standing";
  };
  readonly incidents?: {
    readonly coordinator?: string;
    readonly responder?: string;
    readonly channel?: string;
    readonly postMortems?: string;
  };
  readonly change?: {
    readonly deploys?: string;
    readonly approves?: string;
    readonly acceptsRisk?: string;
    /** The checks that a release must pass, by name. */
    readonly checks?: readonly string[];
  };
  /** `buildRegistry` names an external of kind `registry`, the only one that images are imported from. */
  readonly supply?: { readonly buildRegistry?: string };
  readonly recovery?: { readonly path?: string; readonly recreateEvery?: string; readonly geoBackup?: string };
  /** From Production: what customers are told. */
  readonly promise?: CustomerPromise;
  /** From Production: risks that the company knows and takes. */
  readonly risks?: readonly {
    readonly risk?: string;
    readonly class?: string;
    readonly owner?: string;
    readonly accepted?: string;
  }[];
}

/** One allowed destination: names or a service tag, with who wants it and why. */
export interface EgressView {
  readonly fqdns?: readonly string[];
  readonly tag?: string;
  readonly ports?: readonly number[];
  readonly owner?: string;
  readonly why?: string;
  readonly until?: string;
}

/** One service of a config. */
export interface ServiceView {
  readonly image?: string;
  readonly port?: number;
  readonly schedule?: string;
  readonly exposure?: string;
  readonly env?: Readonly<Record<string, unknown>>;
  readonly secrets?: readonly string[];
  readonly uses?: readonly string[];
}

/** One store of a config; `data` is its entry in the data map. */
export interface StoreView {
  readonly type?: string;
  readonly migrations?: string;
  readonly data?: {
    readonly classification?: string;
    readonly categories?: readonly string[];
    readonly purpose?: string;
    readonly basis?: string;
    readonly role?: string;
    readonly contact?: string;
    readonly keep?: string;
    /** Special categories of article 9 and criminal records, each with a basis of its own. */
    readonly special?: readonly { readonly kind?: string; readonly basis?: string; readonly law?: string }[];
    /** Why words that look like a special category are none. */
    readonly notSpecial?: string;
  };
}

/** Something that the stack uses and does not own. */
export interface ExternalView {
  readonly kind?: string;
  readonly owner?: string;
  readonly why?: string;
}
