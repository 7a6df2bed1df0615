import type { Claim } from "../claim";
import { dataFates } from "../data";
import type { Subject } from "../subject";

/** Whatever holds data says where the next generation gets it, or that it is lost. */
export const dataRestorable: Claim = {
  id: "data-restorable",
  title: "Everything that holds data has a source to restore it from, or its loss is stated",
  check(subject: Subject, say) {
    for (const { address, fate, says } of dataFates(subject))
      if (fate === "unknown") say.against(address, `It holds data, and ${says}.`);
      else say.evidence(`${address}: ${fate}: ${says}`);
  },
};
