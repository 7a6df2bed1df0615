/** What rules read of the foundation that an environment names. */
export interface FoundationView {
  /** Why it keeps no place for the environment's state; absent where it does. */
  readonly lacks?: { readonly says: string; readonly fix: string };
  /** Where it keeps the environment's state. */
  readonly state?: { readonly storageAccountName: string; readonly containerName: string };
  /** Its groups of people, by their object ids. */
  readonly groups?: readonly string[];
}
