/**
 * A format that only a credential has: published by its issuer, or part of a grammar. Patterns repeat nothing without an
 * end, so that a text of any length is read once; a longer token begins like the shortest.
 */
export interface Format {
  /** With its article: `a GitHub token`. */
  readonly looksLike: string;
  readonly pattern: RegExp;
}
