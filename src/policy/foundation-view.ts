/** What rules read of the foundation that an environment names. */
export interface FoundationView {
  /** Why it keeps no place for the environment's state; absent where it does. */
  readonly lacks?: { readonly says: string; readonly fix: string };
}
