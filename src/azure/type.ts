import type { SlaId } from "./sla";

/** Said of a judged column that nobody has looked into: rules say *unknown* and reports say so. */
export const NOT_READ = "not read";
export type NotRead = typeof NOT_READ;

/** That a type has nothing of the kind, and why; the reason of its family when it has none of its own. */
export interface None {
  readonly none: string;
}

/** What is known on one question about a type: the answer, that there is none, or that nobody has read it. */
export type Known<T> = T | None | NotRead;

/** What a type keeps where it is. */
export type Holds = "customer data" | "secrets" | "logs" | "images" | "state" | "backups";

/** Switch and filter of an endpoint that Azure gives to a resource, on the Internet unless it is closed. */
export interface PublicSide {
  /** The argument that closes it, through blocks without indices; absent for a type that has no switch. */
  readonly path?: string;
  /** The value that closes it. */
  readonly off?: unknown;
  /** True where nobody gets in unless it is opened. @default false: an absent switch leaves it open */
  readonly closedByDefault?: true;
  /** Who gets in although it is on. @default everybody as far as sign-in */
  readonly filter?: Filter;
}

/** How a public side is narrowed to some callers. */
export type Filter =
  /** A block with a default action, and addresses beside it. */
  | { readonly kind: "default-action"; readonly block: string; readonly ips: string }
  /** Lists of the resource itself; with an entry in any of them, nobody else gets in. */
  | { readonly kind: "lists"; readonly paths: readonly string[] }
  /** Firewall rules that are resources of their own; without any, nobody gets in unless `openWhenNone`. */
  | {
      readonly kind: "rules";
      readonly type: string;
      /** Argument of the rule that names the server, by id or by name. */
      readonly server: string;
      readonly openWhenNone?: true;
    };

/** A private endpoint that a resource needs, and the zone that its name lives in. */
export interface SubResource {
  readonly name: string;
  /** `{region}` stands for the region of the network. */
  readonly zone: string;
  /** Child types that make it needed; none where a gate never asks for it. @default always needed */
  readonly neededBy?: readonly string[];
}

/** Keys or passwords of its own that a type takes beside Entra ID. */
export interface LocalAuth {
  /** The switch; absent for a type that takes them and has none. */
  readonly path?: string;
  /** The value that turns them off. */
  readonly off?: unknown;
  /** How findings call what gets in: `shared keys`. */
  readonly what: string;
  /** True where they are off unless somebody asks for them. @default false: an absent argument leaves them on */
  readonly onRequest?: true;
}

/** A way to sign in that is a list of methods: which of them are Entra ID's. */
export interface SignInMethods {
  readonly path: string;
  readonly entra: readonly string[];
}

/** What kind of path from the Internet something is. */
export type WayInKind =
  | "bastion"
  | "front-door"
  | "peering"
  | "private-link-service"
  | "public-address"
  | "public-service"
  | "site-connection"
  | "static-website";

/** How the Internet, or another network, comes in by a resource of a type. */
export interface WayIn {
  readonly kind: WayInKind;
  /** Continues with "it": `answers the Internet`. */
  readonly says: string;
  /** The argument that shows or decides it; empty where being there is enough. */
  readonly path: string;
  /** Values that close it. @default being there opens it, unless `enabled` is false */
  readonly closed?: readonly unknown[];
  /** What an absent argument means. @default "open" */
  readonly absent?: "open" | "closed";
  /** Where the argument is JSON as text, the key of it that decides. */
  readonly key?: string;
}

/**
 * What Azure sends out of a resource of a type, or fetches into it from elsewhere, by itself: no firewall of the environment
 * sees it.
 */
export interface WayOut {
  /** What goes: `events`, `logs`, `copies of blobs`, `sources`. */
  readonly what: string;
  /** Arguments that say where to or from, by id, host or address; none where the type alone says that it leaves. */
  readonly to: readonly string[];
  /** Host that stands for whoever gets it, where no argument says and the type alone does. @default anybody */
  readonly host?: string;
  /** Continues with "it": `sends events to`, `builds from`. */
  readonly says: string;
  /**
   * How the arguments say it, where they are no ids, hosts or addresses themselves: JSON as text with addresses in it, a
   * secret that the plan does not show, or the name of whoever made the code.
   */
  readonly as?: "json" | "secret" | "maker";
  /** Block beside which the arguments say nothing of where it goes. */
  readonly unless?: string;
}

/** How a type gives somebody rights. */
export interface Gives {
  /** What is given: `a role`, `a federated sign-in`. */
  readonly what: string;
  /** Argument that says to whom. */
  readonly to?: string;
  /** Argument that says what for. */
  readonly right?: string;
}

/** An argument that must have one of some values, for the connection to be encrypted well enough. */
export interface TlsSetting {
  readonly path: string;
  readonly good: readonly unknown[];
}

/** How a type says that it spans the zones of its region. */
export interface ZoneSetting {
  readonly path: string;
  readonly spans: { readonly atLeast: number } | { readonly oneOf: readonly unknown[] } | { readonly endsWith: string };
  /** What to write. */
  readonly want: string;
}

/** A setting whose values mean a copy in the paired region. */
export interface PairedCopy {
  readonly path: string;
  readonly values: readonly unknown[];
  /** Another setting, with the values beside which there is none. */
  readonly unless?: { readonly path: string; readonly values: readonly unknown[] };
}

/** A setting whose values mean that Azure reads what it is asked in regions of its own choice. */
export interface AnsweredIn {
  readonly path: string;
  /** How a value begins, with where that is. */
  readonly begins: Readonly<Record<string, string>>;
}

/** How a subnet holds a type. */
export interface InSubnet {
  /** Argument that names the subnet. */
  readonly path: string;
  /** What it is, when Azure runs it and it must reach the Internet by itself. */
  readonly own?: string;
  /** Argument that names its public address. */
  readonly address?: string;
}

/** How the ARM id of a type is built from its arguments. */
export interface ArmId {
  /** Provider and type, or only the child segment when there is a parent: `Microsoft.KeyVault/vaults`, `secrets`. */
  readonly segment: string;
  /** Argument that holds the parent's id. */
  readonly parentId?: string;
  /** Argument that holds the parent's name; the parent is `parentType` in the same resource group. */
  readonly parentName?: string;
  readonly parentType?: string;
}

/** What the provider's `features` must say of a type that Azure keeps after a delete. */
export interface SoftDelete {
  /** Number in the table of recreatability traps. */
  readonly trap: string;
  readonly block: string;
  readonly purge: string;
  readonly recover?: string;
}

/** A setting that nobody can take back. */
export interface OneWay {
  readonly path: string;
  readonly value: unknown;
  readonly topic: "immutability" | "soft-delete";
  readonly says: string;
}

/** The name of an argument in azurerm 5. */
export interface Renamed {
  readonly to: string;
  /** True where the new argument says the opposite: `…_disabled` became `…_enabled`. */
  readonly opposite?: true;
  /** Values of the new argument with what the old one said instead. */
  readonly values?: Readonly<Record<string, unknown>>;
  /** True where the new argument holds the id of what the old one named. */
  readonly idOfNamed?: true;
}

/** Minutes that Azure takes to make one. */
export interface Minutes {
  /** On an ordinary day. */
  readonly usual?: number;
  /** On the safe side, for what is promised to customers. */
  readonly safe?: number;
  /** What is waited for: `VPN gateway`. */
  readonly what?: string;
  readonly source?: string;
}

/** Figures of `./sla`, by how a type is built. */
export interface Committed {
  readonly usual: SlaId;
  /** With a standby in the same zone. */
  readonly sameZone?: SlaId;
  /** Over zones, or with a standby in another one. */
  readonly zones?: SlaId;
}

/** The questions that a gate asks of every type; each is answered, if only by its family. */
export interface Judged {
  readonly publicSide: Known<PublicSide>;
  readonly holds: Known<Holds>;
  readonly waysIn: Known<readonly WayIn[]>;
  readonly waysOut: Known<readonly WayOut[]>;
  readonly localAuth: Known<readonly LocalAuth[]>;
  readonly gives: Known<Gives>;
}

/** Everything that is known of one azurerm resource type. */
export interface AzureType extends Judged {
  /** With the prefix: `azurerm_storage_account`. */
  readonly type: string;
  /** How findings call one: `storage account`. @default the type's name in words */
  readonly noun: string;
  /** The type that it is a part of, where it is one: a container of a storage account. */
  readonly partOf?: string;
  /** True for a part with data of its own, which goes with it, and is restored with what it is a part of. */
  readonly dataPart?: true;
  /** True where what it holds passes through and is kept elsewhere, or is gone with every restart: nothing is lost with it. */
  readonly passing?: true;
  readonly arm?: ArmId;
  /** Private endpoints that replace the public side. */
  readonly privateLink?: readonly SubResource[];
  /**
   * What follows its name in the host names that Azure gives it; `{region}` stands for its region, `*.` for any labels.
   * Source: the public forwarders of https://learn.microsoft.com/azure/private-link/private-endpoint-dns
   */
  readonly hosts?: readonly string[];
  /** What of a product runs in it. */
  readonly runs?: "app" | "job" | "site";
  readonly signInMethods?: SignInMethods;
  readonly tls?: readonly TlsSetting[];
  readonly zones?: ZoneSetting;
  readonly pairedCopy?: readonly PairedCopy[];
  /** Arguments that name further regions, or a geography, in which what it holds is kept, through blocks without indices. */
  readonly regions?: readonly string[];
  readonly answeredIn?: AnsweredIn;
  /** Arguments that name container images. */
  readonly images?: readonly string[];
  /** Arguments that azurerm 5 calls otherwise, by their name in 4; both names are read in plans of either. */
  readonly renamed?: Readonly<Record<string, Renamed>>;
  /** Arguments that say for how long what is kept can be had back. */
  readonly retention?: readonly string[];
  /** What is in it, where nothing of Azure's keeps a copy from which it could be had back: `messages`. */
  readonly noBackup?: string;
  /** What Microsoft commits to, of what a request passes or needs. */
  readonly sla?: Committed;
  /** True where diagnostic settings are demanded: it carries data, identity or traffic. */
  readonly diagnosed?: true;
  readonly softDelete?: SoftDelete;
  readonly oneWay?: readonly OneWay[];
  readonly inSubnets?: readonly InSubnet[];
  /** That it makes, does or lets in what none of its arguments shows; for a gate, that is unknown. */
  readonly hides?: string;
  /** Ways in or rights of it that no report of exposure reads, though a gate judges the rest of it. */
  readonly unreported?: string;
  /** True where rights inside it are given in SQL, by its administrators. */
  readonly rolesInSql?: true;
  /** Arguments that take a public address or prefix. */
  readonly publicAddresses?: readonly string[];
  readonly minutes?: Minutes;
  /** How what passes it is in the clear in regions of Azure's choice, where it is: it stands in none. */
  readonly worldwide?: string;
  /** True where an idle one costs. */
  readonly paid?: true;
  /** Pages and files that the entry was read from. */
  readonly sources?: readonly string[];
}
