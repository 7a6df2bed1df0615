import { distance } from "fastest-levenshtein";

const sorted = (word: string) => [...word].sort().join("");

/** The known word that a misspelt one probably meant: a third of its letters differ at most, or two have changed places. */
export function suggest(word: string, known: readonly string[]): string | undefined {
  const written = word.toLowerCase();
  const [best] = known
    .map((candidate) => {
      const meant = candidate.toLowerCase();
      const limit = Math.max(1, Math.min(3, Math.floor(Math.max(written.length, meant.length) / 3)));
      const swapped = written.length > 2 && sorted(written) === sorted(meant);
      return { candidate, limit, off: swapped ? 1 : distance(written, meant) };
    })
    .filter(({ off, limit }) => off <= limit)
    .sort((a, b) => a.off - b.off);
  return best?.candidate;
}

/** `; did you mean "exposure"?`, or nothing when no known word is near. */
export function didYouMean(word: string, known: readonly string[]): string {
  const best = suggest(word, known);
  return best === undefined ? "" : `; did you mean "${best}"?`;
}
