import type { Limit } from "./limits";
import { placeOf } from "./place";
import type { Topology } from "./promise";
import { twoRegions } from "./second-region";

const QUEUE = "azurerm_storage_queue";

/** True where a person has accepted, by name, that what is in it may be lost. */
function isAccepted(name: string | undefined, config: Topology["config"]): boolean {
  if (name === undefined) return false;
  const words = (text: string) => text.toLowerCase().split(/[^a-z0-9-]+/);
  return (config?.risks ?? []).some(({ risk }) => risk !== undefined && words(risk).includes(name.toLowerCase()));
}

/** Messages that go with a region: no queue is replicated but with its whole account, by Azure. */
export function lostMessages(topology: Topology): Limit[] {
  const { graph, config } = topology;
  const second = twoRegions(topology)?.second;
  return graph.of(QUEUE).flatMap((queue): Limit[] => {
    const [account] = queue.refs("storage_account_id");
    const kind = account?.kind === "resource" ? account.resource.text("account_replication_type") : undefined;
    const stays = placeOf(queue) === second && second !== undefined;
    if (stays || /GZ?RS$/.test(kind ?? "") || isAccepted(queue.text("name"), config)) return [];
    return [
      {
        what: queue.address,
        minutes: undefined,
        basis: "published",
        says: `After the loss of the region what is in ${queue.address} is lost: nothing replicates messages.`,
        fix: {
          says: `Accept it under risks, naming ${queue.text("name") ?? "the queue"}, or leave region out of promise.disasters.`,
          monthly: 0,
        },
        sources: [],
      },
    ];
  });
}
