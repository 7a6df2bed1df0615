import type { Call, Reply } from "../http";
import type { Json } from "../json";
import type { Azure, Deletion, Write } from "./azure";
import type { ArmId } from "./id";
import type { Resource } from "./store";

/** What one type does beyond being stored, answered, listed and deleted. Everything is optional. */
export interface TypeBehaviour {
  /** `Microsoft.KeyVault/vaults`, spelled as Azure answers it. */
  readonly type: string;
  /** Refuse what Azure refuses and the provider does not, by throwing a `Refusal`. */
  readonly check?: (write: Write) => void;
  /** Complete `write.body`: computed fields, and defaults that Azure fills in. */
  readonly fill?: (write: Write) => void;
  /** What else happens once it is stored. */
  readonly after?: (write: Write) => void;
  /** Refuse a deletion, by throwing a `Refusal`. */
  readonly checkDelete?: (deletion: Deletion) => void;
  readonly afterDelete?: (deletion: Deletion) => void;
  /** The answer to a GET, where it is not what is stored. */
  readonly show?: (resource: Resource, azure: Azure) => Json;
  /** Answer a GET of one that is not in the store; undefined: not found. */
  readonly absent?: (id: ArmId, azure: Azure) => Json | undefined;
  /** Answer the GET of all; undefined: those stored below the scope. */
  readonly list?: (id: ArmId, azure: Azure, call: Call) => readonly Json[] | undefined;
  /** The name that Azure chooses when one is made under a name that means none: `default`. @default the one that was asked for */
  readonly named?: (id: ArmId, azure: Azure) => string;
  /** What a PUT does to fields that it does not name. @default "replace" */
  readonly put?: "replace" | "merge";
  /** Children that exist as soon as it does: `blobServices/default`, with the properties that they have. */
  readonly parts?: Readonly<Record<string, Json>>;
  /** Fields that are stored and never answered: `properties.administratorLoginPassword`. */
  readonly secrets?: readonly string[];
  /** Where a name is taken in the whole world, what Azure says when somebody else has it. */
  readonly worldwide?: { readonly status?: number; readonly code: string; readonly message: (name: string) => string };
  /** What Azure says when a deleted one still holds the name. Makes a deletion keep it. */
  readonly keeps?: {
    readonly code: string;
    readonly message: (name: string) => string;
    /** False where this one is gone at once. @default always kept */
    readonly when?: (resource: Resource) => boolean;
    /** True where the PUT says that it takes the old one back. */
    readonly recovers?: (sent: Json) => boolean;
  };
  /** True where an id at this path of the body need not exist. */
  readonly mayBeAbsent?: (path: string, id: string) => boolean;
  /** True where it stays when what it hangs on is deleted. */
  readonly outlivesScope?: boolean;
  /** For a setting that is one and has no name, `…/components/x/currentbillingfeatures`: what it is until somebody changes it. */
  readonly single?: (holder: Resource) => Json;
  /** True where it needs no parent in the store: `locations/…` and other places that are not made. */
  readonly rootless?: boolean;
}

/** What answers a POST: the body of a 200, or a whole reply. */
export type Action = (request: {
  readonly azure: Azure;
  /** The id with the action as its last, nameless type: `…/storageAccounts/x/listKeys`. */
  readonly id: ArmId;
  readonly call: Call;
  /** What the action is on, where it is on something stored. */
  readonly target?: Resource;
}) => Reply | Json;

/** A service of Azure: what the emulator knows of its types. */
export interface Service {
  readonly types: readonly TypeBehaviour[];
  /** By `<type>/<action>`: `Microsoft.Storage/storageAccounts/listKeys`, `Microsoft.Storage/checkNameAvailability`. */
  readonly actions?: Readonly<Record<string, Action>>;
}

/** The services by type and action, without regard to case. */
export class Catalogue {
  private readonly types = new Map<string, TypeBehaviour>();
  private readonly actions = new Map<string, Action>();

  constructor(services: readonly Service[]) {
    for (const service of services) {
      for (const type of service.types) {
        if (this.types.has(type.type.toLowerCase())) throw new Error(`${type.type} stands in two services`);
        this.types.set(type.type.toLowerCase(), type);
      }
      for (const [name, action] of Object.entries(service.actions ?? {})) this.actions.set(name.toLowerCase(), action);
    }
  }

  of(type: string): TypeBehaviour | undefined {
    return this.types.get(type.toLowerCase());
  }

  action(type: string): Action | undefined {
    return this.actions.get(type.toLowerCase());
  }
}
