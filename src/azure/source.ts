/** Where a figure comes from. */
export interface Source {
  /** Azure's own page. */
  readonly url: string;
  /** Day of the page as it was read, or of the tool that quotes it, `YYYY-MM-DD`. */
  readonly asOf: string;
  /**
   * `confirmed`: read on that page. `quoted`: the page is the one that counts, the figure was read in Microsoft's own
   * assessment tool, which quotes it. `estimate`: nobody publishes it; chosen to be on the safe side.
   */
  readonly confidence: "confirmed" | "quoted" | "estimate";
}

/** Every source once, in the order given. */
export function distinct(sources: readonly Source[]): Source[] {
  return [...new Map(sources.map((one) => [`${one.url} ${one.asOf} ${one.confidence}`, one])).values()];
}
