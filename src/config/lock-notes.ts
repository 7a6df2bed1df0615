/** What locks of an environment hold that more than one place makes. */
export const LOCKED = {
  dataGroup: "everything that holds data",
  storage: "blobs and queues",
} as const;

/** What the lock of something that holds data says to whoever tries to delete it. */
export function lockNote(holds: string): string {
  return `Holds ${holds}. Remove the lock only to destroy the environment deliberately.`;
}
