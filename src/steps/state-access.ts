import type { ResolvedEnvironment } from "../config/resolve";
import { shellWord } from "./shell-word";
import type { Surroundings } from "./standalone";
import type { Step } from "./step";

const ROLE = "Storage Blob Data Contributor";
const CONTAINER = "@Resource[Microsoft.Storage/storageAccounts/blobServices/containers:name]";

/** The group of the state account: the account's lock would not let a role on it, or on a container of it, go again. */
const SCOPE = `"\${STATE_ID%/providers/*}"`;

/**
 * Lets the person who applies read and write the environment's state, which only the deploy identity may by itself. The
 * role is given above the account's lock, and a condition keeps it to the one container. Nothing at POC.
 *
 * @see https://learn.microsoft.com/azure/storage/blobs/storage-auth-abac-attributes
 */
export function reachState(environment: ResolvedEnvironment, around: Surroundings): Step[] {
  if (environment.stance.state === "local") return [];
  const container = around.state?.containerName ?? "$STATE_CONTAINER";
  return [
    {
      id: "reach-state",
      title: "Let yourself reach the state",
      why: "Only the deploy identity may read and write the state of this environment, so that without this the first terraform init is refused (403). An owner of the foundation's subscription gives it, for as long as these steps take and for this container alone; it may need ten minutes to arrive.",
      purpose: "once",
      commands: [
        ...lookUp(around),
        `az role assignment create --role "${ROLE}" --assignee-object-id "$SELF" --assignee-principal-type User --scope ${SCOPE} --condition "${CONTAINER} StringEquals '${container}'" --condition-version 2.0 --output none`,
      ],
    },
  ];
}

/** Takes away what {@link reachState} gave. */
export function leaveState(environment: ResolvedEnvironment, around: Surroundings): Step[] {
  if (environment.stance.state === "local") return [];
  return [
    {
      id: "leave-state",
      title: "Give up the access to the state",
      why: "From here on the deploy workflow applies, which promote wrote. Whoever applies by hand later gives it to themselves again, and takes it away again.",
      purpose: "once",
      commands: [...lookUp(around), `az role assignment delete --role "${ROLE}" --assignee "$SELF" --scope ${SCOPE}`],
    },
  ];
}

/** The foundation may be in another subscription, and its group is known to Azure alone. */
function lookUp({ state, listing }: Surroundings): string[] {
  const account = state?.storageAccountName ?? "$STATE_ACCOUNT";
  const where = listing === undefined ? '"$STATE_SUBSCRIPTION"' : shellWord(listing.stateSubscription);
  return [
    ...(listing === undefined ? ["ask STATE_SUBSCRIPTION 'Subscription of the foundation'"] : []),
    `STATE_ID="$(az storage account list --subscription ${where} --query "[?name=='${account}'].id" --output tsv)"`,
    `if [ -z "$STATE_ID" ]; then echo "No storage account ${account} there. Is the foundation applied?" >&2; false; fi`,
    'SELF="$(az ad signed-in-user show --query id --output tsv)"',
  ];
}
