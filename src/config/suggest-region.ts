import { distance } from "fastest-levenshtein";
import { REGIONS, type RegionName } from "../azure/regions";

const squash = (text: string) => text.toLowerCase().replace(/[^a-z0-9]/g, "");
const sortWords = (text: string) => (text.toLowerCase().match(/[a-z]+|\d+/g) ?? []).sort().join(" ");

/**
 * The region name that someone probably meant, for a "did you mean": a display name (`West Europe`), its words in
 * another order (`europe-west`), a code (`weu`) or a near miss (`westeurop`). `undefined` when nothing is close.
 */
export function suggestRegion(input: string): RegionName | undefined {
  const written = squash(input);
  const words = sortWords(input);
  const same = REGIONS.find(
    (one) => one.name === written || one.code === written || sortWords(one.displayName) === words,
  );
  if (same) return same.name;
  const [nearest] = REGIONS.map((one) => ({ name: one.name, off: distance(one.name, written) })).sort(
    (a, b) => a.off - b.off,
  );
  return nearest && nearest.off <= Math.min(3, Math.floor(written.length / 3)) ? nearest.name : undefined;
}
