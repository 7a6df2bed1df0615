import { StorageObjectReplication } from "@cdktf/provider-azurerm/lib/storage-object-replication";
import type { ITerraformDependable } from "cdktf";
import { Construct } from "constructs";
import { BadInput } from "../src/errors";
import type { IResource } from "./references";

/** Properties of {@link BlobReplication}. */
export interface BlobReplicationProps {
  /** The account that is written to: with versions and a change feed. */
  readonly source: IResource;
  /** The account that gets the copies, in any region: with versions. */
  readonly destination: IResource;
  /** Containers to copy, 1 to 10; the copy of each has its name. */
  readonly containers: readonly string[];
  /** What must exist first, if it is made here: the containers of both accounts. @default nothing */
  readonly ready?: readonly ITerraformDependable[];
}

/** Azure takes so many rules in one policy, and one policy between two accounts. */
const MOST_CONTAINERS = 10;

/**
 * Copies block blobs and their versions to another account, those that exist and those that come. Nothing promises how soon.
 * While it exists nobody writes to the copies; to work with them it is deleted, in a forced failover by hand. An account with
 * such a policy cannot be failed over by Azure.
 *
 * @example
 * new BlobReplication(this, "copies", { source: account, destination: copy, containers: ["files"] });
 * @throws BadInput for no container, or more than ten
 * @see https://learn.microsoft.com/azure/storage/blobs/object-replication-overview
 */
export class BlobReplication extends Construct {
  constructor(scope: Construct, id: string, props: BlobReplicationProps) {
    super(scope, id);
    const { containers, ready = [] } = props;
    if (containers.length < 1 || containers.length > MOST_CONTAINERS) throw unreplicable(containers);
    new StorageObjectReplication(this, "resource", {
      sourceStorageAccountId: props.source.id,
      destinationStorageAccountId: props.destination.id,
      rules: containers.map((name) => ({
        sourceContainerName: name,
        destinationContainerName: name,
        copyBlobsCreatedAfter: "Everything",
      })),
      ...(ready.length > 0 && { dependsOn: [...ready] }),
    });
  }
}

function unreplicable(containers: readonly string[]): BadInput {
  return new BadInput([
    {
      path: "containers",
      says: `blobs of 1 to ${MOST_CONTAINERS} containers can be copied between two accounts, got ${containers.length}`,
      fix: "Put what belongs together into one store of type blobs.",
      control: "RES-04",
    },
  ]);
}
