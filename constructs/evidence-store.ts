import type { Construct } from "constructs";
import type { IResourceGroup } from "./resource-group";
import { type BlobImmutability, StorageAccount, type StorageAccountProps } from "./storage-account";

/** Properties of {@link EvidenceStore}. */
export interface EvidenceStoreProps {
  /** A group that outlives the environment whose logs it keeps, in the region of their workspace. */
  readonly group: IResourceGroup;
  /** 3 to 24 lower-case letters and digits, unique in the world. */
  readonly name: string;
  /** Copies of what is stored: locally, over zones, over zones and a paired region. */
  readonly replication: StorageAccountProps["replication"];
  /** Days that a deleted container or version can be brought back. */
  readonly softDeleteDays: number;
  /** How long nobody can change or delete what was written; `Unlocked` until a decision locks it. */
  readonly immutability: BlobImmutability;
}

/**
 * A storage account that keeps logs as evidence: they can be appended to, not rewritten. Azure Monitor writes to it as a
 * trusted service, which needs the public endpoint; no address is let in, so that people read it from a private endpoint or
 * from a range that is opened for the occasion.
 *
 * @example
 * new EvidenceStore(this, "evidence", { group, name: "stordersevidence", replication: "ZRS", softDeleteDays: 30,
 *   immutability: { days: 365, state: "Unlocked" } });
 * @see https://learn.microsoft.com/azure/storage/blobs/immutable-policy-configure-version-scope
 */
export class EvidenceStore extends StorageAccount {
  constructor(scope: Construct, id: string, props: EvidenceStoreProps) {
    super(scope, id, {
      ...props,
      versions: "kept",
      signIn: "entra",
      exposure: "public",
      allowedRanges: [],
    });
  }
}
