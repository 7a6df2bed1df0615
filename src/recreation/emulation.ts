/** What a run against the emulated Azure came to, without times and places: the same on every machine. */
export interface EmulationRecord {
  readonly outcome: "emulated" | "failed" | "not-emulated";
  /** Why not; absent when emulated. */
  readonly reason?: string;
  readonly tool?: { readonly name: string; readonly version: string };
  /** Version of every provider by its name. */
  readonly providers: Readonly<Record<string, string>>;
  /** The phases that passed, in their order. */
  readonly passed: readonly string[];
  /** Types that were stored and answered without knowledge of them. */
  readonly echoed: readonly string[];
  /** What Azure keeps after everything was destroyed. */
  readonly kept: readonly string[];
  /** Present where it was not the emulated Azure of this library. */
  readonly by?: "another emulator";
}
