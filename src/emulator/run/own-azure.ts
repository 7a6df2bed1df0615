import { EMULATED_SUBSCRIPTION, TENANT } from "../arm/azure";
import { stopBackups } from "../services/data-protection";
import { startAzure } from "../start";
import { seed } from "./seed";
import type { Target } from "./target";

/** The emulated Azure of this library, started for one run. */
export async function ownAzure(scratch: string): Promise<Target> {
  const emulated = await startAzure({ folder: scratch });
  const { store, azure, exchanges } = emulated;
  let heard = 0;
  return {
    env: emulated.env,
    subscription: EMULATED_SUBSCRIPTION,
    tenant: TENANT,
    azure,
    bring: async (seeds) => void seed(emulated, seeds),
    stopBackups: async (ids) => {
      for (const id of ids) stopBackups(azure, id);
    },
    holds: async () => ({
      ids: store.all().map(({ id }) => id),
      kept: [...store.kept.values()].map(({ id }) => id),
      echoed: [...store.echoed].sort(),
      unknown: [],
    }),
    refusals: () => {
      const since = exchanges.slice(heard);
      heard = exchanges.length;
      return since.filter(({ status }) => status >= 400 && status !== 404);
    },
    close: emulated.close,
  };
}
